import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ClockChanges } from '../../../shared/deadlines/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, Note, useText } from '../../ui/index.ts';
import { ClockChangeList } from './clock-change-list.tsx';
import { useMoreChanges } from './use-more-changes.ts';

/** Says elsewhere that deadlines would be otherwise, and leads to where they are shown. */
export function RecalculationLine() {
  const t = useText();
  const changes = useQuery(api.deadlines.changes.queryOptions({ input: {} })).data;
  if (changes === undefined || changes.items.length === 0) return null;
  return (
    <Note>
      {t('deadlines:changesTitle', { count: changes.items.length + changes.left })}{' '}
      <Link to="/deadlines">{t('deadlines:changesSee')}</Link>
    </Note>
  );
}

/** Deadlines that the rules and calendars of today would set otherwise: shown before anything moves, then moved as one act. */
export function Recalculation({ now }: { readonly now: number }) {
  const changes = useQuery(api.deadlines.changes.queryOptions({ input: {} })).data;
  if (changes === undefined || changes.items.length === 0) return null;
  return <Changes changes={changes} now={now} />;
}

function Changes({ changes, now }: { readonly changes: ClockChanges; readonly now: number }) {
  const t = useText();
  const set = useChange(client.deadlines.recalculate, {
    features: ['deadlines', 'cases', 'today', 'reminders'],
  });
  const all = useMoreChanges(changes, (skip) => client.deadlines.changes({ skip }));
  const count = changes.items.length + changes.left;
  return (
    <div className="deadline-changes">
      <Note>
        <div className="ad-stack">
          <div>
            <b>{t('deadlines:changesTitle', { count })}</b>
            <div className="ad-hint">{t('deadlines:changesHint')}</div>
          </div>
          <ClockChangeList
            changes={all.changes}
            now={now}
            ofCases
            onMore={{ run: all.more, isPending: all.isPending }}
          />
          <div className="ad-row">
            <ActButton
              act="take-changes"
              keys="y"
              loading={set.isPending}
              onClick={() => set.mutate({ clockIds: null })}
            >
              {t('deadlines:changesTake', { count })}
            </ActButton>
            <ActButton
              act="keep-ends"
              keys="k"
              variant="default"
              disabled={set.isPending}
              onClick={() => set.mutate({ clockIds: [] })}
            >
              {t('deadlines:changesKeep')}
            </ActButton>
          </div>
        </div>
      </Note>
    </div>
  );
}
