import type { AttemptKeyPart, PackCaseType } from './format/index.ts';
import { findRule, findScenario, scenarioParts } from './look-up.ts';
import type { AttemptEntry, AttemptGuard, AttemptKey, Rulebook } from './types.ts';

/** What is about to be submitted. */
export interface AttemptSubject {
  readonly orderNumbers: readonly string[];
  readonly buyer?: string | undefined;
}

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
export function attemptKeys(rulebook: Rulebook, scenarioId: string, subject: AttemptSubject): AttemptKey[] {
  const { caseType } = scenarioParts(rulebook, scenarioId);
  return subject.orderNumbers.flatMap((orderNumber) =>
    policies(rulebook, caseType).map(({ ruleId, readingId, parts, max, acts }) => ({
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
 * @param ledger entries of the store; others than this order's are ignored.
 * @param ownCaseId the asking case: its own held slot does not stand in its own way.
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function attemptGuard(
  rulebook: Rulebook,
  scenarioId: string,
  orderNumber: string,
  ledger: readonly AttemptEntry[],
  ownCaseId?: string,
): AttemptGuard {
  const { scenario, caseType } = scenarioParts(rulebook, scenarioId);
  const entries = ledger.filter(
    (entry) =>
      entry.orderNumber === orderNumber &&
      entry.state !== 'left' &&
      !(entry.state === 'held' && ownCaseId !== undefined && entry.caseId === ownCaseId) &&
      (entry.scenarioId === null || isSameCaseType(rulebook, entry.scenarioId, scenario)),
  );
  const judged = policies(rulebook, caseType).map((policy) => judgePolicy(policy, scenarioId, entries));
  const acting = judged.find((each) => each.policy.acts);
  const left = acting === undefined || acting.unsure !== undefined ? null : acting.left;
  const gone = judged.find((each) => each.policy.acts && each.gone !== undefined);
  if (gone?.gone !== undefined) return answer(caseType, 'refused', gone.gone, gone.policy, 0);
  const unsure = judged.find((each) => each.unsure !== undefined);
  if (unsure?.unsure !== undefined) {
    return answer(caseType, 'unknown', unsure.unsure, unsure.policy, null);
  }
  const stricter = judged.find((each) => each.gone !== undefined);
  if (stricter?.gone !== undefined) {
    return answer(caseType, 'warn', stricter.gone, stricter.policy, left);
  }
  return { allowed: 'yes', because: null, left };
}

interface JudgedPolicy {
  readonly policy: AttemptPolicy;
  readonly left: number;
  /** The entry that used the last slot. */
  readonly gone: AttemptEntry | undefined;
  /** An entry of which nobody knows whether it used one. */
  readonly unsure: AttemptEntry | undefined;
}

function judgePolicy(
  policy: AttemptPolicy,
  scenarioId: string,
  entries: readonly AttemptEntry[],
): JudgedPolicy {
  const perScene = policy.parts.includes('scene');
  const matching = entries.filter(
    (entry) => !perScene || entry.scenarioId === scenarioId || entry.scenarioId === null,
  );
  const sure = matching.filter((entry) => isSure(entry, perScene));
  const left = Math.max(0, policy.max - sure.length);
  return {
    policy,
    left,
    gone: left === 0 ? sure[0] : undefined,
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
  entry: AttemptEntry,
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
    },
    left,
  };
}

/** The acting reading, then those that warn. */
function policies(rulebook: Rulebook, caseType: PackCaseType): AttemptPolicy[] {
  if (caseType.attempts === null) return [];
  const { acts, warns } = caseType.attempts;
  return [acts, ...warns].flatMap((ruleId) => {
    const { chosen } = findRule(rulebook, ruleId);
    if (chosen.value.kind !== 'attempts') return [];
    const { key, max } = chosen.value;
    return [{ ruleId, readingId: chosen.id, parts: key, max, acts: ruleId === acts }];
  });
}

function partValue(
  part: AttemptKeyPart,
  scenarioId: string,
  orderNumber: string,
  subject: AttemptSubject,
): string {
  if (part === 'scene') return scenarioId;
  if (part === 'buyer') return subject.buyer ?? '';
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
