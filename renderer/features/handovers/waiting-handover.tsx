import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/index.ts';
import { ActButton, Note, useNow, useText, useZone } from '../../ui/index.ts';
import { useOperators } from '../operators/index.ts';

/** More would be a list of its own, and there is one. */
const COUNTED = 50;

/** The shift that waits to be taken over, until somebody has; to whoever handed it over, that nobody has yet. */
export function WaitingHandover() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { current } = useOperators();
  const waiting = useQuery(api.handovers.list.queryOptions({ input: { waiting: true, limit: COUNTED } })).data
    ?.items;
  const newest = waiting?.[0];
  if (waiting === undefined || newest === undefined || current === undefined) return null;
  const when = t.format.instant(newest.madeAt, zone, now);
  const address = `/handover/${newest.id}`;
  if (newest.fromId === current?.id)
    return (
      <p className="ad-hint handover-own">
        {t('handovers:waiting.own', { when })} <Link to={address}>{t('handovers:open')}</Link>
      </p>
    );
  return (
    <div className="handover-waiting">
      <Note kind="warn">
        <div className="ad-row-top">
          <div className="ad-grow">
            <b>{t('handovers:waiting.title')}</b>
            <p>{t('handovers:waiting.text', { from: newest.fromName, when })}</p>
            {newest.toName === null ? null : <p>{t('handovers:waiting.for', { name: newest.toName })}</p>}
            {waiting.length === 1 ? null : (
              <p>
                <Link to="/handover?view=past">
                  {t('handovers:waiting.more', { count: waiting.length - 1 })}
                </Link>
              </p>
            )}
          </div>
          <ActButton act="read-handover" keys="r" to={address}>
            {t('handovers:read')}
          </ActButton>
        </div>
      </Note>
    </div>
  );
}
