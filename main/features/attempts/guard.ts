import { OF_THE_MATTER, slotsOf } from '../../../shared/attempts/index.ts';
import type { DuplicateFinding } from '../../../shared/cases/index.ts';
import { AppError, numberKey, type LegalDate } from '../../../shared/kernel/index.ts';
import {
  attemptGuard,
  attemptKeys,
  findScenario,
  isNumbered,
  scenarioParts,
  type AttemptCircumstances,
  type AttemptEntry,
  type AttemptGuard,
  type ChanceGone,
  type Rulebook,
  type Scenario,
} from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { answersTo, caseNumbers, isAskedForMore, mattersOf, orderNumbersOf } from './attempts.repo.ts';
import {
  filingOf,
  ledgerOfCases,
  ledgerOfMatter,
  ledgerOfNumber,
  ledgerRows,
  toLedger,
  type LedgerRow,
} from './ledger.repo.ts';

export interface GuardedUse {
  readonly storeId: string;
  readonly scenarioId: string;
  readonly orderNumbers: readonly string[];
  /** The case that asks; its own held slots do not stand in its way. */
  readonly ownCaseId?: string | undefined;
  /** `hand-in`: what the case knows of its whole matter counts too. Naming one more order of it is free. */
  readonly to?: 'name' | 'hand-in';
  /** Of a matter that is no case yet: the platform's number of the dispute or violation, and the answers given so far. */
  readonly matter?: string | undefined;
  /** The day of its notice, which chooses the rule that counts. */
  readonly noticeDate?: LegalDate | null | undefined;
  readonly answers?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What using these orders in this scene meets: one finding an order, the free ones included; of a matter without orders that
 * counts by itself, one for the matter.
 */
export async function findDuplicates(
  read: ReadHandle,
  rulebooks: Rulebooks,
  use: GuardedUse,
): Promise<DuplicateFinding[]> {
  const { rulebook, pins } =
    use.ownCaseId === undefined
      ? await rulebooks.ofStore(read, use.storeId, use.noticeDate)
      : await rulebooks.ofCase(read, await findCaseRow(read, use.ownCaseId));
  const scenario = findScenario(rulebook, use.scenarioId);
  const { ownCaseId, matter: named = '' } = use;
  const own = ownCaseId === undefined ? undefined : (await mattersOf(read, [ownCaseId])).get(ownCaseId);
  const matter = own ?? (numberKey(named) || null);
  const circumstances = { pins, matter, offence: await offenceOfUse(read, rulebook, use) };
  // What is asked for more of has used its chance, and handing that in uses none.
  const isSupplement =
    ownCaseId !== undefined && use.to === 'hand-in' && (await isAskedForMore(read, ownCaseId));
  const rows = (await ledgerRows(read, use.storeId, use.orderNumbers)).filter(
    (row) => !isSupplement || row.case_id !== ownCaseId,
  );
  // Naming one more order of a case is free: what is known of its matter stands in the way of handing it in.
  const asksMatter = scenario.chancePer === 'matter' && (ownCaseId === undefined || use.to === 'hand-in');
  const ofMatter =
    !asksMatter || ownCaseId === undefined || isSupplement ? [] : await ledgerOfMatter(read, ownCaseId);
  const around = asksMatter
    ? await ledgerOfNumber(read, use.storeId, scenesBeside(rulebook, scenario), matter, ownCaseId)
    : [];
  const numbers = await caseNumbers(
    read,
    [...rows, ...ofMatter, ...around].flatMap((row) => (row.case_id === null ? [] : [row.case_id])),
  );
  const ofOthers = ledgerAround(around);
  const slots = asksMatter ? slotsOf(use.orderNumbers) : use.orderNumbers;
  return slots.map((orderNumber) => {
    const ledger = [...ledgerFor(orderNumber, rows, ofMatter), ...ofOthers];
    const guard = attemptGuard(rulebook, use.scenarioId, orderNumber, ledger, use.ownCaseId, circumstances);
    const entry = guard.because?.entry ?? null;
    const countedBy = [...(guard.because?.countedBy ?? [])];
    const isSameNumber = matter !== null && entry?.matter === matter && countedBy.some(isNumbered);
    return {
      orderNumber,
      allowed: guard.allowed,
      ruleId: guard.because?.ruleId ?? null,
      caseId: entry?.caseId ?? null,
      caseNumber: entry?.caseId == null ? null : (numbers.get(entry.caseId) ?? null),
      scenarioId: entry?.scenarioId ?? null,
      by: entry?.by ?? null,
      link: guard.because?.link ?? null,
      number: isSameNumber ? named.trim() || matter : null,
      countedBy,
    };
  });
}

/** The how-manieth offence a matter is, where its chances go by that and somebody answered it. */
async function offenceOfUse(
  read: ReadHandle,
  rulebook: Rulebook,
  { scenarioId, ownCaseId, answers }: GuardedUse,
): Promise<number | null> {
  const factId = offenceFact(rulebook, scenarioId);
  if (factId === null) return null;
  return asCount(
    ownCaseId === undefined
      ? answers?.[factId]
      : (await answersTo(read, [ownCaseId], [factId])).get(`${ownCaseId} ${factId}`),
  );
}

/** The question that tells the how-manieth offence it is, where the chances of a scene go by that. */
function offenceFact(rulebook: Rulebook, scenarioId: string): string | null {
  return scenarioParts(rulebook, scenarioId, null).caseType.attempts?.offenceFact ?? null;
}

function asCount(answer: unknown): number | null {
  return typeof answer === 'number' ? answer : null;
}

/** The scenes of a scene's case type, itself among them. */
function scenesBeside(rulebook: Rulebook, { platformId, caseTypeId }: Scenario): string[] {
  return [...rulebook.scenarios.values()]
    .filter((each) => each.platformId === platformId && each.caseTypeId === caseTypeId)
    .map(({ id }) => id);
}

/** What counts for one order: what is known of it, and what is known of the matter it belongs to. */
function ledgerFor(
  orderNumber: string,
  rows: readonly LedgerRow[],
  ofMatter: readonly LedgerRow[],
): AttemptEntry[] {
  const own = rows.filter((row) => row.order_number === orderNumber && orderNumber !== OF_THE_MATTER);
  return [...toLedger(own), ...toLedger(ofMatter).map((entry) => ({ ...entry, orderNumber }))];
}

/** What other cases filed or hold, whichever orders they name: of each filing what differs in more than its order, once. */
function ledgerAround(rows: readonly LedgerRow[]): AttemptEntry[] {
  const byFiling = Map.groupBy(rows, (row) => `${filingOf(row)} ${row.scenario_id ?? ''} ${row.state}`);
  const firsts = [...byFiling.values()].flatMap((each) => each.slice(0, 1));
  return toLedger(firsts).map((entry) => ({ ...entry, orderNumber: null }));
}

function isSentElsewhere(row: Tables['attempts']): boolean {
  return row.made_by_kind === 'elsewhere';
}

/** Whether a slot is of a case's matter, whichever orders that names by now. */
function isOfMatter(row: Tables['attempts'], caseId: string): boolean {
  return row.case_id === caseId && (row.order_number === OF_THE_MATTER || isSentElsewhere(row));
}

/** How it stands with the chances of a case's orders. */
export interface Chances {
  /** How many there are to count: one an order, or the one of a matter without any. */
  readonly slots: number;
  /** Orders that cannot be handed in any more. */
  readonly gone: number;
  /** Why, where that is so of all of them: what weighs most. Null where there is one left. */
  readonly why: ChanceGone | null;
  /** Orders of which nobody knows. */
  readonly unsure: number;
  /** How many there are by the rule that acts; null where no limit is on record. */
  readonly max: number | null;
  /** As many as can still be used of whichever has the fewest left, a draft's own among them; null where nobody knows. */
  readonly left: number | null;
  /** Whether all of them share one chance. */
  readonly ofMatter: boolean;
}

function whyGone(guards: readonly AttemptGuard[]): ChanceGone {
  const entries = guards.map(({ because }) => because?.entry ?? null);
  if (entries.some((entry) => entry !== null && entry.state !== 'held')) return 'spent';
  return entries.includes(null) ? 'none' : 'held';
}

/** How many chances the rule that acts gives; null where no limit is on record. */
export function chancesByRule(
  rulebook: Rulebook,
  scenarioId: string,
  circumstances: AttemptCircumstances,
): number | null {
  const keys = attemptKeys(rulebook, scenarioId, { orderNumbers: [OF_THE_MATTER] }, circumstances);
  return keys.find(({ acts }) => acts)?.max ?? null;
}

function fewest(counts: readonly (number | null)[]): number | null {
  return counts.reduce((least, count) => (least === null || count === null ? null : Math.min(least, count)));
}

/** The chances of many cases, in as many reads as for one. */
export async function chancesOf(
  read: ReadHandle,
  rulebooks: Rulebooks,
  asking: readonly Tables['cases'][],
): Promise<ReadonlyMap<string, Chances>> {
  const caseIds = asking.map(({ id }) => id);
  const orders = await orderNumbersOf(read, caseIds);
  const matters = await mattersOf(read, caseIds);
  const ledgers = await ledgerOfCases(read, asking, matters);
  const ruled = [];
  for (const found of asking) {
    const rules = await rulebooks.ofCase(read, found);
    ruled.push({ found, ...rules, factId: offenceFact(rules.rulebook, found.scenario_id) });
  }
  const offences = ruled.filter(({ factId }) => factId !== null);
  const answers = await answersTo(
    read,
    offences.map(({ found }) => found.id),
    [...new Set(offences.map(({ factId }) => factId ?? ''))],
  );
  const chances = new Map<string, Chances>();
  for (const { found, rulebook, pins, factId } of ruled) {
    const { id, scenario_id: scenarioId } = found;
    const ofMatter = findScenario(rulebook, scenarioId).chancePer === 'matter';
    const known = ledgers.get(id) ?? [];
    const circumstances = {
      pins,
      matter: matters.get(id) ?? null,
      offence: factId === null ? null : asCount(answers.get(`${id} ${factId}`)),
    };
    const ownMatter = ofMatter ? known.filter((row) => isOfMatter(row, id)) : [];
    // With its number: what another case spent of the same matter on other orders, or on none.
    const { matter } = circumstances;
    const others =
      ofMatter && matter !== null
        ? ledgerAround(known.filter((row) => row.matter === matter && row.case_id !== id))
        : [];
    const guards = slotsOf(orders.get(id) ?? []).map((slot) => {
      const ledger = [...ledgerFor(slot, known, ownMatter), ...others];
      return attemptGuard(rulebook, scenarioId, slot, ledger, id, circumstances);
    });
    const gone = guards.filter(({ allowed }) => allowed === 'refused');
    chances.set(id, {
      slots: guards.length,
      gone: gone.length,
      why: gone.length < guards.length ? null : whyGone(gone),
      unsure: guards.filter(({ allowed }) => allowed === 'unknown').length,
      max: chancesByRule(rulebook, scenarioId, circumstances),
      left: fewest(guards.map(({ left }) => left)),
      ofMatter,
    });
  }
  return chances;
}

/** Throws for the first order that may not be used: the chance is gone, another case holds it, or nobody knows. */
export async function refuseDuplicates(
  read: ReadHandle,
  rulebooks: Rulebooks,
  use: GuardedUse,
): Promise<void> {
  for (const finding of await findDuplicates(read, rulebooks, use)) {
    const { orderNumber, ruleId, caseId, caseNumber } = finding;
    if (finding.allowed === 'unknown') throw new AppError('ATTEMPT_UNKNOWN', { orderNumber, ruleId });
    if (finding.allowed !== 'refused') continue;
    // What the asking case itself has used up is no second case.
    if (finding.by === 'here' && caseId !== null && caseId !== use.ownCaseId) {
      throw new AppError('DUPLICATE_CASE', { orderNumber, ruleId, caseId, caseNumber });
    }
    throw new AppError('ATTEMPT_SPENT', { orderNumber, ruleId });
  }
}
