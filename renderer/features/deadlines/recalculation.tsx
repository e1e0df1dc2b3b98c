import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, Note, useText } from '../../ui/index.ts';
import { ClockChangeList } from './clock-change-list.tsx';

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
  const t = useText();
  const changes = useQuery(api.deadlines.changes.queryOptions({ input: {} })).data;
  const set = useChange(client.deadlines.recalculate, {
    features: ['deadlines', 'cases', 'today', 'reminders'],
  });
  if (changes === undefined || changes.items.length === 0) return null;
  const count = changes.items.length + changes.left;
  return (
    <div className="deadline-changes">
      <Note>
        <div className="ad-stack">
          <div>
            <b>{t('deadlines:changesTitle', { count })}</b>
            <div className="ad-hint">{t('deadlines:changesHint')}</div>
          </div>
          <ClockChangeList changes={changes} now={now} ofCases />
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
