import { actingReading } from './acting.ts';
import { isNumbered, type AttemptKeyPart, type PackCaseType, type ValueOf } from './format/index.ts';
import { cite, findRule, findScenario, scenarioParts } from './look-up.ts';
import type {
  AttemptEntry,
  AttemptGuard,
  AttemptKey,
  AttemptLink,
  CasePins,
  Conflict,
  RuleCitation,
  Rulebook,
} from './types.ts';

/** What is about to be submitted. */
export interface AttemptSubject {
  readonly orderNumbers: readonly string[];
  /** The platform's number of the dispute, violation or item. */
  readonly matter?: string | undefined;
}

/** What decides how many chances there are, beside the ledger. */
export interface AttemptCircumstances {
  readonly pins: CasePins | null;
  /** The how-manieth offence this is; null where nobody counted. */
  readonly offence: number | null;
  /** The platform's number of the dispute, violation or item that it is about; null where nobody knows. */
  readonly matter?: string | null;
}

const UNPINNED: AttemptCircumstances = { pins: null, offence: null };

interface AttemptPolicy {
  readonly ruleId: string;
  readonly readingId: string;
  readonly parts: readonly AttemptKeyPart[];
  readonly max: number;
  readonly acts: boolean;
}

/**
 * The keys under which each order's submission is counted: the acting reading's first, then the stricter ones that
 * only warn. Empty where the case type has no limit on record.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function attemptKeys(
  rulebook: Rulebook,
  scenarioId: string,
  subject: AttemptSubject,
  circumstances: AttemptCircumstances = UNPINNED,
): AttemptKey[] {
  const { caseType } = scenarioParts(rulebook, scenarioId, circumstances.pins);
  return subject.orderNumbers.flatMap((orderNumber) =>
    policies(rulebook, caseType, circumstances).map(({ ruleId, readingId, parts, max, acts }) => ({
      orderNumber,
      ruleId,
      readingId,
      max,
      acts,
      key: parts.map((part) => `${part}=${partValue(part, scenarioId, orderNumber, subject)}`).join('|'),
    })),
  );
}

/**
 * Whether an order may be submitted in a scene, from what the ledger knows of it.
 *
 * A slot that is held, spent or lapsed under the acting reading refuses; one nobody is sure of blocks as `unknown`
 * until it has been looked up; one that is gone only under a stricter reading warns. Entries of another case type do
 * not count.
 *
 * Where the rule counts by dispute or violation, the chance is that of the matter, whichever orders were named of it: entries
 * with its number count, those with another one do not, and of the same order they count until a number tells them apart. One
 * of another order whose number nobody knows may be the same matter: it warns. Of an order several items may be at stake, and
 * their numbers are seldom at hand: in the same scene an item is taken for the same one, in another scene it warns.
 *
 * @param ledger entries of the store; others than this order's count where their matter is, or may be, this one.
 * @param ownCaseId the asking case: its own held slot does not stand in its own way.
 * @param circumstances by default the rules as they stand without a case.
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function attemptGuard(
  rulebook: Rulebook,
  scenarioId: string,
  orderNumber: string,
  ledger: readonly AttemptEntry[],
  ownCaseId?: string,
  circumstances: AttemptCircumstances = UNPINNED,
): AttemptGuard {
  const { scenario, caseType } = scenarioParts(rulebook, scenarioId, circumstances.pins);
  const entries = ledger.filter(
    (entry) =>
      entry.state !== 'left' &&
      !(entry.state === 'held' && ownCaseId !== undefined && entry.caseId === ownCaseId) &&
      (entry.scenarioId === null || isSameCaseType(rulebook, entry.scenarioId, scenario)),
  );
  const asked = { orderNumber, scenarioId, matter: circumstances.matter ?? null };
  const judged = policies(rulebook, caseType, circumstances).map((policy) =>
    judgePolicy(policy, asked, entries),
  );
  const answer = (
    allowed: 'refused' | 'warn' | 'unknown',
    { policy }: JudgedPolicy,
    entry: AttemptEntry | null,
    left: number | null,
  ): AttemptGuard => ({
    allowed,
    because: {
      entry,
      link: linkOf(policy, asked, entry),
      ruleId: policy.ruleId,
      readingId: policy.readingId,
      conflictId: caseType.attempts?.conflict ?? null,
      countedBy: policy.parts,
    },
    left,
  });
  const acting = judged.find(({ policy }) => policy.acts);
  if (acting?.left === 0) return answer('refused', acting, acting.by, 0);
  const unsure = judged.find((each) => each.unsure !== null);
  if (unsure !== undefined) return answer('unknown', unsure, unsure.unsure, null);
  if (acting?.perhaps != null) return answer('warn', acting, acting.perhaps, null);
  const left = acting?.left ?? null;
  const stricter = judged.find((each) => each.left === 0);
  if (stricter !== undefined) return answer('warn', stricter, stricter.by, left);
  return { allowed: 'yes', because: null, left };
}

/** The same order once more, in another scene of its case type. */
export interface SecondSubmission {
  readonly allowed: AttemptGuard['allowed'];
  /** The acting reading first; `left` is what it leaves of the order's chances for the other scene. */
  readonly readings: readonly {
    readonly rule: RuleCitation;
    readonly acts: boolean;
    readonly left: number;
  }[];
  /** The disagreements in which those rules stand. */
  readonly conflicts: readonly Conflict[];
}

/**
 * What each reading of the attempt rules says of an order that was submitted in one scene and would be submitted in
 * another: what the first submission leaves for a second one.
 *
 * @returns null where the case type has no limit on record.
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function secondSubmission(
  rulebook: Rulebook,
  firstScenarioId: string,
  otherScenarioId: string,
  pins: CasePins,
): SecondSubmission | null {
  const { caseType } = scenarioParts(rulebook, otherScenarioId, pins);
  const circumstances = { pins, offence: null };
  const said = policies(rulebook, caseType, circumstances);
  if (said.length === 0) return null;
  const orderNumber = '';
  const first: AttemptEntry = {
    orderNumber,
    scenarioId: firstScenarioId,
    state: 'spent',
    caseId: null,
    by: 'here',
  };
  const bearing = new Set(said.flatMap(({ ruleId }) => findRule(rulebook, ruleId).conflicts));
  return {
    allowed: attemptGuard(rulebook, otherScenarioId, orderNumber, [first], undefined, circumstances).allowed,
    readings: said.map((policy) => ({
      rule: cite(rulebook, policy.ruleId, pins),
      acts: policy.acts,
      left: judgePolicy(policy, { orderNumber, scenarioId: otherScenarioId, matter: null }, [first]).left,
    })),
    conflicts: rulebook.conflicts.filter(({ id }) => bearing.has(id)),
  };
}

/** What a ledger is asked about. */
interface Asked {
  readonly orderNumber: string;
  readonly scenarioId: string;
  readonly matter: string | null;
}

interface JudgedPolicy {
  readonly policy: AttemptPolicy;
  readonly left: number;
  /** What used the last slot: a draft only where it would be there without it. Null where the rule gives none at all. */
  readonly by: AttemptEntry | null;
  /** An entry of which nobody knows whether it used one. */
  readonly unsure: AttemptEntry | null;
  /** One that used the last slot if it is of the same matter, which nobody knows. */
  readonly perhaps: AttemptEntry | null;
}

function judgePolicy(policy: AttemptPolicy, asked: Asked, entries: readonly AttemptEntry[]): JudgedPolicy {
  const perScene = policy.parts.includes('scene');
  const related = entries
    .filter((entry) => !perScene || entry.scenarioId === asked.scenarioId || entry.scenarioId === null)
    .map((entry) => ({ entry, link: linkOf(policy, asked, entry) }))
    .filter(({ link }) => link !== null);
  const same = related.filter(({ link }) => link !== 'perhaps').map(({ entry }) => entry);
  const used = same.filter((entry) => isSure(entry, perScene));
  const final = eachFiling(used.filter(({ state }) => state !== 'held'));
  const sure = eachFiling([...final, ...used]);
  const left = Math.max(0, policy.max - sure.length);
  const all = eachFiling([...sure, ...same, ...related.map(({ entry }) => entry)]);
  return {
    policy,
    left,
    by: left > 0 ? null : ((final.length < policy.max ? sure[final.length] : final[0]) ?? null),
    unsure:
      left === 0 ? null : (all.find((entry) => same.includes(entry) && !isSure(entry, perScene)) ?? null),
    perhaps:
      left > 0 && all.length >= policy.max ? (all.find((entry) => !same.includes(entry)) ?? null) : null,
  };
}

/** How an entry of the ledger is one of what is asked about, by what a rule counts by; null where it is not. */
function linkOf(policy: AttemptPolicy, asked: Asked, entry: AttemptEntry | null): AttemptLink | null {
  if (entry === null) return null;
  const { parts } = policy;
  const sameOrder = entry.orderNumber === asked.orderNumber;
  if (!parts.some(isNumbered)) return sameOrder ? 'order' : null;
  const known = asked.matter !== null && entry.matter != null;
  if (known && entry.matter !== asked.matter) return null;
  if (sameOrder) {
    const otherItem = parts.includes('item') && !known && entry.scenarioId !== asked.scenarioId;
    return otherItem ? 'perhaps' : 'order';
  }
  if (parts.includes('order')) return null;
  // A line of an order is numbered from one, in every order: the same line of another order is seldom the same item.
  if (known) return parts.includes('item') && isLine(entry.matter) ? 'perhaps' : 'matter';
  // What belongs to no case was entered for its orders alone, and nobody can say its number; an item is one of its order.
  return parts.includes('item') || entry.caseId === null ? null : 'perhaps';
}

/** Whether a number can be that of a line of an order: no platform numbers its items so low. */
function isLine(number: string | null | undefined): boolean {
  return number != null && /^\d{1,3}$/.test(number);
}

/** The entries, one for each filing: what was filed once uses one slot, however many orders it named. */
function eachFiling(entries: readonly AttemptEntry[]): AttemptEntry[] {
  return [...Map.groupBy(entries, (entry) => entry.filing ?? entry).values()].flatMap((each) =>
    each.slice(0, 1),
  );
}

/** A report whose scene nobody remembers may or may not have used this scene's slot. */
function isSure(entry: AttemptEntry, perScene: boolean): boolean {
  return entry.state !== 'unknown' && !(perScene && entry.scenarioId === null);
}

/** The acting reading, then those that warn. */
function policies(
  rulebook: Rulebook,
  caseType: PackCaseType,
  { pins, offence }: AttemptCircumstances,
): AttemptPolicy[] {
  if (caseType.attempts === null) return [];
  const { acts, warns } = caseType.attempts;
  return [acts, ...warns].flatMap((ruleId) => {
    const reading = actingReading(findRule(rulebook, ruleId), pins);
    if (reading?.value.kind !== 'attempts') return [];
    const { key } = reading.value;
    const max = maxFor(reading.value, offence);
    return [{ ruleId, readingId: reading.id, parts: key, max, acts: ruleId === acts }];
  });
}

/** An offence above the highest one named is treated like that one. */
function maxFor({ max, byOffence }: ValueOf<'attempts'>, offence: number | null): number {
  if (offence === null) return max;
  const named = byOffence.filter((each) => each.offence <= offence).sort((a, b) => b.offence - a.offence);
  return named[0]?.max ?? max;
}

function partValue(
  part: AttemptKeyPart,
  scenarioId: string,
  orderNumber: string,
  subject: AttemptSubject,
): string {
  if (part === 'scene') return scenarioId;
  if (isNumbered(part)) return subject.matter ?? orderNumber;
  return orderNumber;
}

function isSameCaseType(
  rulebook: Rulebook,
  scenarioId: string,
  scenario: { readonly platformId: string; readonly caseTypeId: string },
): boolean {
  if (!rulebook.scenarios.has(scenarioId)) return false;
  const other = findScenario(rulebook, scenarioId);
  return other.platformId === scenario.platformId && other.caseTypeId === scenario.caseTypeId;
}
