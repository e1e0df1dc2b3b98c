import { Temporal } from 'temporal-polyfill';
import type { CaseAnswer } from '../../../shared/cases/index.ts';
import { AppError, type LegalDate } from '../../../shared/kernel/index.ts';
import {
  deriveFacts,
  findScenario,
  verdict,
  type FactDefinition,
  type Facts,
  type FactValue,
  type Rulebook,
  type Verdict,
} from '../../../shared/rulebook/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { answerRows, caseOrders, findCaseRow, toAnswer } from './cases.repo.ts';

/** The pre-submission check (提交前评估) of a case as of now: its answers, its orders, the rules of its three dates. */
export async function checkCase(
  read: ReadHandle,
  rulebook: Rulebook,
  caseId: string,
  now: number,
): Promise<Verdict> {
  const found = await findCaseRow(read, caseId);
  const asked: Record<string, FactValue | undefined> = {};
  for (const row of await answerRows(read, caseId))
    asked[row.fact_id] = JSON.parse(row.value_json) as FactValue;
  const derived = await derivedFacts(read, rulebook, found);
  return verdict(rulebook, {
    scenario: found.scenario_id,
    facts: { ...asked, ...derived },
    at: {
      ...(found.conduct_date === null ? {} : { conduct: found.conduct_date }),
      ...(found.notice_date === null ? {} : { notice: found.notice_date }),
      filing: dateIn(now, await zoneOf(read, found.store_id)),
    },
  });
}

/** What was answered, and what the case's own orders tell without asking. */
export async function allAnswers(
  read: ReadHandle,
  rulebook: Rulebook,
  caseId: string,
): Promise<CaseAnswer[]> {
  const found = await findCaseRow(read, caseId);
  const derived = await derivedFacts(read, rulebook, found);
  return [
    ...(await answerRows(read, caseId)).map(toAnswer),
    ...Object.entries(derived).map(([factId, value]): CaseAnswer => ({
      factId,
      value: value ?? null,
      source: 'derived',
    })),
  ];
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
  if (value !== null && !fits(definition, value))
    throw new AppError('BAD_REQUEST', { reason: 'wrong-answer', factId });
}

/** The legal date of an instant in a zone. */
export function dateIn(at: number, zone: string): LegalDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function fits(definition: FactDefinition, value: boolean | string | number): boolean {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && definition.options.some((option) => option.id === value);
    case 'count':
    case 'instant':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'text':
      return typeof value === 'string';
  }
}

async function derivedFacts(read: ReadHandle, rulebook: Rulebook, found: Tables['cases']): Promise<Facts> {
  const orders = await caseOrders(read, found);
  // Without an imported row nothing is known of a buyer or a payment: the count is left to be asked, never guessed.
  const known = orders.filter((order) => order.orderId !== null);
  const complete = orders.length > 0 && known.length === orders.length;
  return deriveFacts(rulebook, found.scenario_id, {
    ...(orders.length === 0 ? {} : { 'order-count': orders.length }),
    ...(complete
      ? {
          'buyer-count': new Set(known.map((order) => order.buyerName)).size,
          'unpaid-order-count': known.filter((order) => order.paidAt === null).length,
        }
      : {}),
  });
}

async function zoneOf(read: ReadHandle, storeId: string): Promise<string> {
  const row = await read.query
    .selectFrom('stores')
    .select('zone')
    .where('id', '=', storeId)
    .executeTakeFirst();
  return row?.zone ?? 'UTC';
}
