import type { PromisedEffect } from '../../../shared/follow-through/index.ts';
import { followThrough } from '../../../shared/rulebook/index.ts';
import type { Outcome } from '../../../shared/submissions/index.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { computeOne } from '../deadlines/index.ts';

export async function effectRows(read: ReadHandle, caseId: string): Promise<Tables['effect_ticks'][]> {
  return await read.query.selectFrom('effect_ticks').selectAll().where('case_id', '=', caseId).execute();
}

/**
 * What the rules promise after the last decision of a case, and what was seen of it. What they say will *not* happen is
 * listed too, so that nobody waits for it.
 */
export async function promisedEffects(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
): Promise<PromisedEffect[]> {
  const found = await findCaseRow(read, caseId);
  const decision = await read.query
    .selectFrom('decisions')
    .select(['outcome', 'decided_at'])
    .where('case_id', '=', caseId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (decision === undefined) return [];
  const ticks = new Map((await effectRows(read, caseId)).map((row) => [row.effect_id, row]));
  const rules = await rulebooks.ofCase(read, found);
  return effectsOf(rules, found, decision.outcome as Outcome, decision.decided_at, ticks, now);
}

function effectsOf(
  { rulebook, pins }: CaseRules,
  found: Tables['cases'],
  outcome: Outcome,
  decidedAt: number,
  ticks: ReadonlyMap<string, Tables['effect_ticks']>,
  now: number,
): PromisedEffect[] {
  return followThrough(rulebook, found.scenario_id, outcome, pins).map((item) => {
    const tick = ticks.get(item.id);
    const clock =
      item.clock === null ? null : computeOne({ rulebook, pins }, found.scenario_id, item.clock, decidedAt);
    const state = (tick?.state ?? 'waiting') as PromisedEffect['state'];
    return {
      effectId: item.id,
      promise: item.promise,
      text: item.text,
      changes: [...item.changes],
      ruleIds: item.rules.map((rule) => rule.ruleId),
      confidence: item.confidence,
      dueAt: clock?.dueAt ?? null,
      overdue: item.promise === 'promised' && state === 'waiting' && clock !== null && clock.dueAt < now,
      state,
      seenOn: tick?.seen_on ?? null,
      itemId: tick?.item_id ?? null,
      note: tick?.note ?? '',
    };
  });
}

/** Cases whose last decision may have promised something. */
export async function decidedCases(
  read: ReadHandle,
): Promise<{ id: string; number: string; title: string }[]> {
  return await read.query
    .selectFrom('cases')
    .select(['cases.id', 'cases.number', 'cases.title'])
    .where('cases.archived_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('decisions').select('decisions.id').whereRef('decisions.case_id', '=', 'cases.id')),
    )
    .execute();
}
