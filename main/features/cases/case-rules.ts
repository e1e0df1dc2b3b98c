import type { CaseRuleChanges } from '../../../shared/cases/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { changedRules, findRule, type Rule } from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write, type Services } from '../../core/context.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { recomputed, reviewPauses, resetClocks, runningClockRows } from '../deadlines/index.ts';
import { choiceRows, editionsFor, keepEditions } from '../editions/index.ts';
import { setOrderClocks } from '../radar/index.ts';
import { checkCase } from './check.ts';

/** The rules a case stands on: what changed since it began, and the readings somebody chose for it. */
export const caseRules = {
  ruleChanges: os.cases.ruleChanges.handler(async ({ context: { services }, input }) => {
    const found: CaseRuleChanges[] = [];
    for (const row of await openCases(services.read, input.caseId)) {
      const changes = await changesOf(services, row);
      if (changes !== null) found.push(changes);
    }
    return found;
  }),

  takeRules: os.cases.takeRules.handler(({ context, input }) =>
    write(
      context,
      input.take ? 'cases.takeRules' : 'cases.keepRules',
      async (tx) => {
        const { rulebooks } = context.services;
        const found = await findCaseRow(tx, input.caseId);
        const editions = JSON.stringify(await keepEditions(tx, await rulebooks.packs(tx), found.platform));
        await tx.update(
          'cases',
          found.id,
          input.take
            ? { editions_json: editions, kept_editions_json: null }
            : { kept_editions_json: editions },
        );
        if (input.take) {
          await resetClocks(tx, rulebooks, found.id);
          await setOrderClocks(tx, rulebooks, found.id);
        }
        return { ok: true as const };
      },
      { caseId: input.caseId },
    ),
  ),

  choices: os.cases.choices.handler(async ({ context: { services }, input }) =>
    (await choiceRows(services.read, input.caseId)).map(toChoiceRecord),
  ),

  chooseReading: os.cases.chooseReading.handler(({ context, input }) =>
    write(
      context,
      'cases.chooseReading',
      async (tx) => {
        const { caseId, ruleId, readingId, conflictId } = input;
        const { rulebooks } = context.services;
        const { rulebook } = await rulebooks.ofCase(tx, await findCaseRow(tx, caseId));
        const rule = findRule(rulebook, ruleId);
        refuseOtherReading(rule, readingId, conflictId);
        const matter = conflictId ?? ruleId;
        const before = (await choiceRows(tx, caseId)).find((each) => matterOf(each) === matter);
        if (before !== undefined) await tx.remove('reading_choices', before.id);
        const row: Tables['reading_choices'] = {
          id: tx.newId(),
          case_id: caseId,
          rule_id: ruleId,
          reading_id: readingId,
          conflict_id: conflictId,
          reason: input.reason,
          chosen_at: tx.now,
          operator_id: actingOperator(tx),
        };
        await tx.insert('reading_choices', row);
        await resetClocks(tx, rulebooks, caseId);
        await setOrderClocks(tx, rulebooks, caseId);
        return toChoiceRecord(row);
      },
      { caseId: input.caseId },
    ),
  ),

  dropChoice: os.cases.dropChoice.handler(({ context, input }) =>
    write(
      context,
      'cases.dropChoice',
      async (tx) => {
        const row = (await choiceRows(tx, input.caseId)).find(({ id }) => id === input.choiceId);
        if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'choice', id: input.choiceId });
        await tx.remove('reading_choices', row.id);
        await resetClocks(tx, context.services.rulebooks, input.caseId);
        await setOrderClocks(tx, context.services.rulebooks, input.caseId);
        return { ok: true as const };
      },
      { caseId: input.caseId },
    ),
  ),
};

function toChoiceRecord(row: Tables['reading_choices']) {
  return {
    id: row.id,
    ruleId: row.rule_id,
    readingId: row.reading_id,
    conflictId: row.conflict_id,
    reason: row.reason,
    chosenAt: row.chosen_at,
    operatorId: row.operator_id,
  };
}

function matterOf(row: Tables['reading_choices']): string {
  return row.conflict_id ?? row.rule_id;
}

/** @throws AppError NOT_FOUND for a reading the rule does not have, or a disagreement it does not stand in */
function refuseOtherReading(rule: Rule, readingId: string, conflictId: string | null): void {
  if (!rule.readings.some(({ id }) => id === readingId))
    throw new AppError('NOT_FOUND', { kind: 'reading', id: readingId });
  if (conflictId !== null && !rule.conflicts.includes(conflictId))
    throw new AppError('NOT_FOUND', { kind: 'conflict', id: conflictId });
}

async function openCases(read: ReadHandle, caseId: string | undefined): Promise<Tables['cases'][]> {
  const open = read.query.selectFrom('cases').selectAll().where('archived_at', 'is', null);
  return await (caseId === undefined ? open : open.where('id', '=', caseId)).orderBy('number').execute();
}

/** What the rules of today would change for a case that began with others; null where nothing would, or it was kept. */
async function changesOf(services: Services, row: Tables['cases']): Promise<CaseRuleChanges | null> {
  const { read, rulebooks, clock } = services;
  const editions = editionsFor(await rulebooks.packs(read), row.platform);
  const today = JSON.stringify(editions.map(({ id }) => id));
  if (row.editions_json === null || row.editions_json === today) return null;
  const before = await rulebooks.ofCase(read, row);
  const after = await rulebooks.ofCase(read, row, 'current');
  const changes = changedRules(before.rulebook, after.rulebook, before.pins, ({ platformId, scenarios }) =>
    platformId === row.platform
      ? scenarios.includes(row.scenario_id)
      : editions.some(({ pack }) => pack.id === platformId),
  );
  if (changes.length === 0) return null;
  const pauses = await reviewPauses(read, row.id);
  const clocks = (await runningClockRows(read, row.id)).flatMap((each) => {
    const then = recomputed(after, row.scenario_id, each, pauses);
    if (then === null || then.dueAt === each.due_at) return [];
    return [{ clockId: each.id, before: each.due_at, after: then.dueAt }];
  });
  return {
    caseId: row.id,
    caseNumber: row.number,
    title: row.title,
    kept: row.kept_editions_json === today,
    changes,
    verdict: {
      before: (await checkCase(read, rulebooks, row.id, clock.now())).word,
      after: (await checkCase(read, rulebooks, row.id, clock.now(), 'current')).word,
    },
    clocks,
  };
}
