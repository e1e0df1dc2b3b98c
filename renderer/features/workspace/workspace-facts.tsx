import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { Loaded, useNow, useText, useZone } from '../../ui/index.ts';
import { ExampleOffer } from './example-offer.tsx';
import { FolderForm } from './folder-form.tsx';

/** Where everything lies, and every network call the program can make. */
export function WorkspaceFacts() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const system = useQuery(api.system.info.queryOptions({ input: {} }));
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
          <dt>{t('workspace:program')}</dt>
          <dd>
            {system.data === undefined
              ? ''
              : `${system.data.name} ${system.data.version} · ${system.data.host}`}{' '}
            · {t('workspace:schema', { version: workspace.schemaVersion })}
          </dd>
          <dt>{t('workspace:network')}</dt>
          <dd>
            {t('workspace:networkNone')}
            {(system.data?.networkCalls ?? []).map((call) => (
              <div key={call} className="ad-code">
                {call}
              </div>
            ))}
          </dd>
          <dt>{t('workspace:logins')}</dt>
          <dd>{t('workspace:loginsNone')}</dd>
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
      <Button variant="subtle" size="compact-sm" onClick={() => setOpened(true)}>
        {t('workspace:move')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('workspace:moveTitle')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
        size="lg"
      >
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
      </Modal>
    </>
  );
}
