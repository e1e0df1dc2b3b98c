import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { ActButton, Dialog, useText } from '../../ui/index.ts';
import { useLeaveExample } from './use-example.ts';

/** Stands above every screen of the example workspace: what it is, and the two ways out. */
export function ExampleBand() {
  const t = useText();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const [asking, setAsking] = useState(false);
  const { leave, isBusy } = useLeaveExample();
  if (info.data?.example !== true) return null;
  return (
    <section className="ad-example" aria-label={t('workspace:exampleBand')}>
      <FlaskConical size={16} aria-hidden="true" />
      <b>{t('workspace:exampleBand')}</b>
      <span className="ad-example-text">{t('workspace:exampleBandText')}</span>
      <ActButton
        act="example-leave"
        keys="shift+q"
        variant="default"
        size="compact-sm"
        loading={isBusy}
        onClick={() => leave(false)}
      >
        {t('workspace:exampleLeave')}
      </ActButton>
      <ActButton
        act="example-remove"
        keys="shift+k"
        variant="default"
        size="compact-sm"
        disabled={isBusy}
        onClick={() => setAsking(true)}
      >
        {t('workspace:exampleRemove')}
      </ActButton>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('workspace:exampleRemove')}>
        <p>{t('workspace:exampleRemoveText')}</p>
        <div className="ad-dialog-acts">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => leave(true)} data-autofocus>
            {t('workspace:exampleRemove')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
