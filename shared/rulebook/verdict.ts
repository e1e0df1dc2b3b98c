import { rank, type BoundScene } from './bind.ts';
import { holds, usableFacts } from './conditions.ts';
import type { Dimension, FactDefinition, PackScene } from './format/index.ts';
import { judge, wordOf, type JudgedCheck } from './judge.ts';
import { changedBy, rankQuestions } from './questions.ts';
import { standingScene, type StandingScene } from './standing.ts';
import type {
  CasePins,
  Facts,
  Rulebook,
  Scenario,
  Verdict,
  VerdictCheck,
  VerdictRule,
  VerdictWord,
  WhyNot,
} from './types.ts';

/** What a verdict is asked about. */
export interface VerdictInput {
  /** Scenario id. */
  readonly scenario: string;
  readonly facts: Facts;
  readonly at: CasePins;
}

/**
 * The pre-submission check (提交前评估).
 *
 * A bar that holds or a need that fails means not-eligible; one of them undecided means fact-missing; a strength that
 * is not shown, or a proof of a smaller dimension than the scene needs, means weak. The same inputs give the same
 * answer, and a favourable fact never makes it worse: packs whose checks could are refused when loaded.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function verdict(rulebook: Rulebook, input: VerdictInput): Verdict {
  const standing = standingScene(rulebook, input.scenario, input.at);
  const { scenario, platform, scene, bound: active, definitions } = standing;
  const facts = usableFacts(scenario.facts, input.facts);
  const judged = judge(active, facts);
  const nothingToJudge = judged.every((check) => check.role === 'dimension');
  const word = nothingToJudge ? 'fact-missing' : wordOf(judged);
  const questions = word === 'not-eligible' ? [] : rankQuestions(active, facts, definitions);
  const bySeverest = [...judged].sort(bySeverity);
  const against = bySeverest.filter((check) => check.outcome !== 'passed');
  return {
    scenarioId: scenario.id,
    word,
    nextAct: nothingToJudge
      ? { key: 'look-up-rule', text: platform.readiness.says, factId: null, checkId: null }
      : nextAct(word, against, questions, scene),
    rules: citations(standing, bySeverest),
    checks: bySeverest.map((check): VerdictCheck => ({
      checkId: check.id,
      effect: check.role,
      outcome: check.outcome,
      says: check.says,
      facts: check.facts.flatMap((id) => {
        const fact = definitions.get(id);
        return fact === undefined ? [] : [{ fact, value: facts[id] ?? null }];
      }),
      ruleIds: check.rulesInForce,
    })),
    why: against.map((check): WhyNot => ({
      checkId: check.id,
      effect: check.role,
      outcome: check.outcome === 'failed' ? 'failed' : 'open',
      says: check.says,
      remedy: check.remedy,
      changedBy: changedBy(check, active, facts, definitions),
      ruleIds: check.rulesInForce,
    })),
    questions,
    further: furtherQuestions(scenario, questions, facts),
    dimension: dimensionOf(active, facts),
    advice: active.advice
      .filter((advice) => advice.when === null || holds(advice.when, facts) === true)
      .map(({ id, rules, conflict, scene: other, says }) => ({ id, rules, conflict, scene: other, says })),
  };
}

/** What else the pack would like to know: no check waits for it. */
function furtherQuestions(
  scenario: Scenario,
  questions: readonly FactDefinition[],
  facts: Facts,
): FactDefinition[] {
  const inChecks = new Set(scenario.checkFacts);
  return scenario.facts.filter(
    ({ id, source }) =>
      source.from === 'asked' &&
      !inChecks.has(id) &&
      facts[id] === undefined &&
      !questions.some((question) => question.id === id),
  );
}

/** What has to be shown and what is; where no answer could tell what is, nothing is claimed of it. */
function dimensionOf(scene: BoundScene, facts: Facts): Verdict['dimension'] {
  if (scene.dimension === null) return null;
  const told = scene.proves.length > 0;
  return { needed: scene.dimension, told, proven: told ? provenDimension(scene, facts) : null };
}

function provenDimension(scene: BoundScene, facts: Facts): Dimension | null {
  const shown = scene.proves.filter((proof) => holds(proof.when, facts) === true);
  return shown.map((proof) => proof.dimension).sort((left, right) => rank(right) - rank(left))[0] ?? null;
}

function nextAct(
  word: VerdictWord,
  against: readonly JudgedCheck[],
  questions: readonly FactDefinition[],
  scene: PackScene,
): Verdict['nextAct'] {
  const failed = against.find((check) => check.outcome === 'failed');
  if (word === 'eligible') return { key: 'prepare-material', text: scene.ready, factId: null, checkId: null };
  if (word === 'not-eligible' && failed !== undefined) {
    return { key: 'do-not-file', text: failed.remedy, factId: null, checkId: failed.id };
  }
  const question = questions[0];
  if (question !== undefined && (word === 'fact-missing' || failed === undefined)) {
    return { key: 'answer-question', text: question.question, factId: question.id, checkId: null };
  }
  const first = failed ?? against[0];
  return first === undefined
    ? { key: 'prepare-material', text: scene.ready, factId: null, checkId: null }
    : { key: 'strengthen', text: first.remedy, factId: null, checkId: first.id };
}

function citations({ scene, bound, cite }: StandingScene, bySeverest: readonly JudgedCheck[]): VerdictRule[] {
  const cited = new Map<string, VerdictRule>();
  const add = (id: string, effect: VerdictRule['effect'], outcome: VerdictRule['outcome']) => {
    const citation = cite(id);
    const isDefinition = effect === 'definition';
    if (!cited.has(id) && (citation.inForce || isDefinition)) cited.set(id, { ...citation, effect, outcome });
  };
  for (const check of bySeverest) {
    for (const id of check.rules) add(id, check.role, check.outcome);
  }
  for (const id of [...bound.dimensionRules, ...scene.rules]) add(id, 'definition', 'passed');
  return [...cited.values()];
}

const outcomes = ['failed', 'open', 'passed'] as const;
const roles = ['bar', 'need', 'strength', 'dimension'] as const;

/** What decides first: failed before open before passed; within each, bars, needs, strengths, the dimension. */
function bySeverity(left: JudgedCheck, right: JudgedCheck): number {
  return (
    outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome) ||
    roles.indexOf(left.role) - roles.indexOf(right.role)
  );
}
