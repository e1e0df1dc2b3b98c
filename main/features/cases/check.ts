import type { CaseAnswer } from '../../../shared/cases/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import {
  factsOfKnown,
  findScenario,
  isUsable,
  knownFacts,
  verdict,
  withoutChance,
  type Facts,
  type KnownFact,
  type Rulebook,
  type Verdict,
} from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { chancesOf, type Chances } from '../attempts/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { caseProgress, isWithPlatform } from './cases.repo.ts';
import { onRecord } from './on-record.ts';

/**
 * The pre-submission check (提交前评估) of a case as of now: its answers, its orders, its chances, the rules of its three
 * dates. What the platform has is judged as it was filed, when the chance was there.
 *
 * @param on the rules it began with, or those of today
 * @param chances of the case, where whoever asks knows them already
 */
export async function checkCase(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
  on: 'begun' | 'current' = 'begun',
  chances?: Chances,
): Promise<Verdict> {
  const found = await findCaseRow(read, caseId);
  const rules = await rulebooks.ofCase(read, found, on);
  const facts = await knownOf(read, rules, found, now);
  const judged = verdict(rules.rulebook, { scenario: found.scenario_id, facts, at: rules.pins });
  const { why } = chances ?? (await chancesOf(read, rulebooks, [found])).get(caseId) ?? { why: null };
  if (why === null || isWithPlatform(await caseProgress(read, caseId))) return judged;
  return withoutChance(rules.rulebook, judged, why, rules.pins);
}

/** What is known of a case as of now, answered or on record. */
export async function knownOf(
  read: ReadHandle,
  rules: CaseRules,
  found: Tables['cases'],
  now: number,
): Promise<Facts> {
  return factsOfKnown(await knownOfCase(read, rules, found, now));
}

/** What was answered, and what the records of the case tell without asking. */
export async function allAnswers(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  now: number,
): Promise<CaseAnswer[]> {
  const found = await findCaseRow(read, caseId);
  return await knownOfCase(read, await rulebooks.ofCase(read, found), found, now);
}

async function knownOfCase(
  read: ReadHandle,
  rules: CaseRules,
  found: Tables['cases'],
  now: number,
): Promise<KnownFact[]> {
  return knownFacts(rules.rulebook, found.scenario_id, await onRecord(read, rules, found, now));
}

/** Whether a value can be an answer to a question of the pack. @throws AppError BAD_REQUEST */
export function refuseWrongAnswer(
  rulebook: Rulebook,
  scenarioId: string,
  factId: string,
  value: CaseAnswer['value'],
): void {
  const definition = findScenario(rulebook, scenarioId).facts.find((fact) => fact.id === factId);
  if (definition === undefined || definition.source.from !== 'asked') {
    throw new AppError('BAD_REQUEST', { reason: 'unknown-question', factId });
  }
  if (value !== null && !isUsable(definition, value))
    throw new AppError('BAD_REQUEST', { reason: 'wrong-answer', factId });
}
