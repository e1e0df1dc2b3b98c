import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { Loaded, useNow, useText, useZone } from '../../ui/index.ts';

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
          <dd className="ad-code">{workspace.folder}</dd>
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
