import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, client } from '../../api/index.ts';
import { ActButton, Dialog, Loaded, useNow, useText, useZone } from '../../ui/index.ts';
import { ExampleOffer } from './example-offer.tsx';
import { FolderForm } from './folder-form.tsx';

/** Where everything lies. */
export function WorkspaceFacts() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  return (
    <Loaded query={info}>
      {(workspace) => (
        <dl className="ad-facts">
          <dt>{t('workspace:folder')}</dt>
          <dd>
            <span className="ad-code">{workspace.folder}</span> {workspace.example ? null : <MoveButton />}
          </dd>
          {workspace.example ? null : (
            <>
              <dt>{t('workspace:example')}</dt>
              <dd>
                <ExampleOffer />
              </dd>
            </>
          )}
          <dt>{t('workspace:since')}</dt>
          <dd>{t.format.instant(workspace.createdAt, zone, now)}</dd>
          <dt>{t('help:title')}</dt>
          <dd>
            <Link to="/help">{t('workspace:toHelp')}</Link>
          </dd>
        </dl>
      )}
    </Loaded>
  );
}

/** Moving the workspace: a checked copy in a new folder; the old one stays until somebody deletes it. */
function MoveButton() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ActButton act="move" keys="m" variant="subtle" size="compact-sm" onClick={() => setOpened(true)}>
        {t('workspace:move')}
      </ActButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('workspace:moveTitle')} size="lg">
        <FolderForm
          texts={{
            explain: t('workspace:moveText'),
            label: t('workspace:moveInto'),
            act: t('workspace:moveAct'),
            working: t('workspace:moving'),
          }}
          start={(into) => client.workspace.move({ into })}
          doneText={(folder) => t('workspace:moved', { folder })}
        />
      </Dialog>
    </>
  );
}
