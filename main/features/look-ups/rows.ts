import { nextLook, USUAL_DAYS, type LookUpRow } from '../../../shared/look-ups/index.ts';
import type { Clock, Instant } from '../../../shared/kernel/index.ts';
import { lookUpsOf } from '../../../shared/rulebook/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { lastLooks, planRows, storesInUse } from './look-ups.repo.ts';

/** Everything to look for in the back offices of the stores in use, what is due first. */
export async function lookUpRows(
  read: ReadHandle,
  rulebooks: Rulebooks,
  clock: Pick<Clock, 'zone'>,
): Promise<LookUpRow[]> {
  const rulebook = await rulebooks.current(read);
  const plans = await planRows(read);
  const looks = await lastLooks(read);
  const rows = (await storesInUse(read)).flatMap((store) =>
    lookUpsOf(rulebook, store.platform).map(({ kind, says, rules }): LookUpRow => {
      const isOf = (each: { readonly kind: string }, storeId: string): boolean =>
        each.kind === kind && storeId === store.id;
      const plan = plans.find((each) => isOf(each, each.store_id));
      const last = looks.find((each) => isOf(each, each.storeId)) ?? null;
      const everyDays = plan?.every_days ?? USUAL_DAYS[kind];
      const off = plan?.off === 1;
      return {
        storeId: store.id,
        storeAlias: store.alias,
        clientName: store.name,
        platformId: store.platform,
        platformName: rulebook.data.platforms.find(({ id }) => id === store.platform)?.name ?? {
          zh: store.platform,
          en: store.platform,
        },
        kind,
        says,
        ruleIds: rules.map(({ ruleId }) => ruleId),
        everyDays,
        usual: plan?.every_days == null,
        off,
        last: last === null ? null : { at: last.at, operatorName: last.operatorName, found: last.found },
        dueAt: off ? null : nextLook(last?.at ?? store.created_at, everyDays, clock.zone()),
      };
    }),
  );
  return rows.sort((left, right) => (left.dueAt ?? Infinity) - (right.dueAt ?? Infinity));
}

/** In how many back offices something has to be looked for by an instant. */
export function countShops(rows: readonly LookUpRow[], by: Instant): number {
  return new Set(rows.filter(({ dueAt }) => dueAt !== null && dueAt <= by).map(({ storeId }) => storeId))
    .size;
}
