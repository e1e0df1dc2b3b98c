import { useQuery } from '@tanstack/react-query';
import { lookUpKinds } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Entries, Entry, useText } from '../../ui/index.ts';

/** One line of Today: how many back offices have to be looked into; nothing while none has, or a reminder says so above. */
export function LookUpsDue({ now }: { readonly now: number }) {
  const t = useText();
  const rows = useQuery(api.lookUps.list.queryOptions({ input: {} })).data ?? [];
  const reminded = useQuery(api.reminders.rounds.queryOptions({ input: {} })).data ?? [];
  const due = rows.filter(({ dueAt }) => dueAt !== null && dueAt <= now);
  if (due.length === 0 || reminded.some(({ kind }) => kind === 'look-ups')) return null;
  const shops = new Set(due.map(({ storeId }) => storeId)).size;
  const kinds = lookUpKinds
    .filter((kind) => due.some((row) => row.kind === kind))
    .map((kind) => t(`lookUps:kind-${kind}`));
  return (
    <div className="look-ups-due">
      <Entries label={t('lookUps:title')}>
        <Entry
          title={t('lookUps:due', { count: shops })}
          detail={t('lookUps:dueText', {
            count: due.length,
            kinds: t.format.list(kinds),
          })}
          action={
            <ActButton act="look-ups" keys="b" variant="subtle" size="compact-sm" to="/look-ups">
              {t('lookUps:open')}
            </ActButton>
          }
        />
      </Entries>
    </div>
  );
}
