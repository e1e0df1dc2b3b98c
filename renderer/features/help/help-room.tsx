import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/index.ts';
import { Loaded, Page, Section, StatusWord, useText } from '../../ui/index.ts';
import { Keys } from './keys.tsx';

const PROMISES = ['facts', 'originals', 'filing', 'logins', 'network', 'kill'] as const;
const NO_PROMISES = ['outcome', 'rules', 'power', 'pin'] as const;

/** Help: the keys, every connection the program can make, where the data lies, what is promised and what is not. */
export function HelpRoom() {
  const t = useText();
  return (
    <Page title={t('help:title')} sub={t('help:sub')}>
      <div className="ad-help">
        <Section title={t('help:network')}>
          <Network />
        </Section>
        <Section title={t('help:data')}>
          <Data />
        </Section>
        <Section title={t('help:promises')}>
          <ul className="ad-help-list">
            {PROMISES.map((each) => (
              <li key={each}>
                <StatusWord kind="ok">{t(`help:promise.${each}`)}</StatusWord>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('help:noPromises')}>
          <ul className="ad-help-list">
            {NO_PROMISES.map((each) => (
              <li key={each}>
                <StatusWord kind="no">{t(`help:noPromise.${each}`)}</StatusWord>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('help:keys')} hint={t('help:keys.hint')}>
          <Keys ofScreen={false} />
        </Section>
        <Section title={t('help:program')}>
          <Program />
        </Section>
      </div>
    </Page>
  );
}

/** Every connection the program can make, as the program itself says it. */
function Network() {
  const t = useText();
  const system = useQuery(api.system.info.queryOptions({ input: {} }));
  return (
    <Loaded query={system}>
      {({ networkCalls }) => (
        <div className="ad-stack">
          <p className="ad-strong">
            {networkCalls.length === 0 ? t('help:network.none') : t('help:network.some')}
          </p>
          {networkCalls.length === 0 ? null : (
            <ul className="ad-plain-list">
              {networkCalls.map((call) => (
                <li key={call} className="ad-code">
                  {call}
                </li>
              ))}
            </ul>
          )}
          <p>{t('help:network.local')}</p>
        </div>
      )}
    </Loaded>
  );
}

function Data() {
  const t = useText();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  return (
    <Loaded query={info}>
      {({ folder }) => (
        <div className="ad-stack">
          <p className="ad-code">{folder}</p>
          <p>{t('help:data.holds')}</p>
          <p>
            <Link to="/settings">{t('help:data.settings')}</Link>
          </p>
        </div>
      )}
    </Loaded>
  );
}

function Program() {
  const t = useText();
  const system = useQuery(api.system.info.queryOptions({ input: {} }));
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  return (
    <Loaded query={system}>
      {({ name, version, host }) => (
        <dl className="ad-facts">
          <dt>{t('help:version')}</dt>
          <dd>
            {[
              `${name} ${version}`,
              host,
              info.data === undefined ? '' : t('help:schema', { version: info.data.schemaVersion }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </dd>
          <dt>{t('help:licence')}</dt>
          <dd>{t('help:licence.own')}</dd>
          <dt>{t('help:notices')}</dt>
          <dd>{t('help:notices.where')}</dd>
        </dl>
      )}
    </Loaded>
  );
}
