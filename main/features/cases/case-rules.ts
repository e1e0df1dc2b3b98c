import type { CaseRuleChanges } from '../../../shared/cases/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { changedForCase, choiceTester, findRule, type Rule } from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write, type Services } from '../../core/context.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { changesByRules, resetClocks } from '../deadlines/index.ts';
import { choiceRows, editionsFor, filedAt, keepEditions, standsOnToday } from '../editions/index.ts';
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
        const now = await rulebooks.ofCase(tx, found, 'current');
        if (input.take && !now.rulebook.scenarios.has(found.scenario_id))
          throw new AppError('CONFLICT', { reason: 'scene-gone' });
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
        const found = await findCaseRow(tx, caseId);
        const { rulebook, pins } = await rulebooks.ofCase(tx, found);
        refuseOtherReading(findRule(rulebook, ruleId), readingId, conflictId);
        if (!choiceTester(rulebook, found.scenario_id, pins)({ ruleId, readingId, conflictId }))
          throw new AppError('BAD_REQUEST', { reason: 'choice-changes-nothing' });
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
  if (standsOnToday(row.editions_json, editions)) return null;
  const before = await rulebooks.ofCase(read, row);
  const after = await rulebooks.ofCase(read, row, 'current');
  const changes = changedForCase(before.rulebook, after.rulebook, row.scenario_id, before.pins);
  const clocks = await changesByRules(read, row, after);
  if (changes.rules.length + changes.parts.length + clocks.items.length === 0) return null;
  return {
    caseId: row.id,
    caseNumber: row.number,
    title: row.title,
    kept: row.kept_editions_json !== null && standsOnToday(row.kept_editions_json, editions),
    filed: (await filedAt(read, row.id)) !== null,
    changes,
    verdict: {
      before: (await checkCase(read, rulebooks, row.id, clock.now())).word,
      after: after.rulebook.scenarios.has(row.scenario_id)
        ? (await checkCase(read, rulebooks, row.id, clock.now(), 'current')).word
        : null,
    },
    clocks,
  };
}
