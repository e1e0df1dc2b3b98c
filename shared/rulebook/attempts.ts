import { actingReading } from './acting.ts';
import type { AttemptKeyPart, PackCaseType, ValueOf } from './format/index.ts';
import { cite, findRule, findScenario, scenarioParts } from './look-up.ts';
import type {
  AttemptEntry,
  AttemptGuard,
  AttemptKey,
  CasePins,
  Conflict,
  RuleCitation,
  Rulebook,
} from './types.ts';

/** What is about to be submitted. */
export interface AttemptSubject {
  readonly orderNumbers: readonly string[];
  readonly buyer?: string | undefined;
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
 * not count, nor, where the rule counts by dispute, violation or item, those of another one. Of an order several items may
 * be at stake, and their numbers are seldom at hand: one that may be another item warns.
 *
 * @param ledger entries of the store; others than this order's are ignored.
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
      entry.orderNumber === orderNumber &&
      entry.state !== 'left' &&
      !(entry.state === 'held' && ownCaseId !== undefined && entry.caseId === ownCaseId) &&
      (entry.scenarioId === null || isSameCaseType(rulebook, entry.scenarioId, scenario)),
  );
  const judged = policies(rulebook, caseType, circumstances).map((policy) =>
    judgePolicy(policy, scenarioId, entries, circumstances.matter ?? null),
  );
  const acting = judged.find((each) => each.policy.acts);
  const left = acting === undefined || acting.unsure !== undefined ? null : acting.left;
  const gone = judged.find((each) => each.policy.acts && each.left === 0);
  if (gone !== undefined) {
    return gone.mayBeOther
      ? answer(caseType, 'warn', gone.by, gone.policy, null)
      : answer(caseType, 'refused', gone.by, gone.policy, 0);
  }
  const unsure = judged.find((each) => each.unsure !== undefined);
  if (unsure?.unsure !== undefined) {
    return answer(caseType, 'unknown', unsure.unsure, unsure.policy, null);
  }
  const stricter = judged.find((each) => each.left === 0);
  if (stricter !== undefined) return answer(caseType, 'warn', stricter.by, stricter.policy, left);
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
      left: judgePolicy(policy, otherScenarioId, [first], null).left,
    })),
    conflicts: rulebook.conflicts.filter(({ id }) => bearing.has(id)),
  };
}

/** What has a number of its own on the platform, beside the order's. */
const MATTERS: ReadonlySet<AttemptKeyPart> = new Set(['dispute', 'item', 'violation']);

interface JudgedPolicy {
  readonly policy: AttemptPolicy;
  readonly left: number;
  /** The entry that used the last slot; null where the rule gives none at all. */
  readonly by: AttemptEntry | null;
  /** Whether the slots may be those of other items of the order: not enough of them are known to be of this one. */
  readonly mayBeOther: boolean;
  /** An entry of which nobody knows whether it used one. */
  readonly unsure: AttemptEntry | undefined;
}

function judgePolicy(
  policy: AttemptPolicy,
  scenarioId: string,
  entries: readonly AttemptEntry[],
  matter: string | null,
): JudgedPolicy {
  const perScene = policy.parts.includes('scene');
  const perMatter = policy.parts.some((part) => MATTERS.has(part));
  const matching = entries
    .filter((entry) => !perScene || entry.scenarioId === scenarioId || entry.scenarioId === null)
    .filter((entry) => !perMatter || matter === null || entry.matter == null || entry.matter === matter);
  const sure = matching.filter((entry) => isSure(entry, perScene));
  const left = Math.max(0, policy.max - sure.length);
  return {
    policy,
    left,
    by: left === 0 ? (sure[0] ?? null) : null,
    mayBeOther:
      policy.parts.includes('item') &&
      sure.filter((entry) => matter !== null && entry.matter === matter).length < policy.max,
    unsure: left === 0 ? undefined : matching.find((entry) => !isSure(entry, perScene)),
  };
}

/** A report whose scene nobody remembers may or may not have used this scene's slot. */
function isSure(entry: AttemptEntry, perScene: boolean): boolean {
  return entry.state !== 'unknown' && !(perScene && entry.scenarioId === null);
}

function answer(
  caseType: PackCaseType,
  allowed: 'refused' | 'warn' | 'unknown',
  entry: AttemptEntry | null,
  policy: AttemptPolicy,
  left: number | null,
): AttemptGuard {
  return {
    allowed,
    because: {
      entry,
      ruleId: policy.ruleId,
      readingId: policy.readingId,
      conflictId: caseType.attempts?.conflict ?? null,
      countedBy: policy.parts,
    },
    left,
  };
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
  if (part === 'buyer') return subject.buyer ?? '';
  if (MATTERS.has(part)) return subject.matter ?? orderNumber;
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
