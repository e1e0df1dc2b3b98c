import { bindScene, type BoundScene } from './bind.ts';
import { holds, usableFacts } from './conditions.ts';
import type { Dimension, FactDefinition, PackScene } from './format/index.ts';
import { factsOfCheck, judge, rank, wordOf, type JudgedCheck } from './judge.ts';
import { cite, scenarioParts, vocabularyOf } from './look-up.ts';
import { changedBy, rankQuestions } from './questions.ts';
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
  const { scenario, platform, caseType, scene, law } = scenarioParts(rulebook, input.scenario);
  const vocabulary = vocabularyOf(caseType, law);
  const facts = usableFacts(vocabulary, input.facts);
  const inForce = (rules: readonly string[]) => rules.filter((id) => cite(rulebook, id, input.at).inForce);
  const active = bindScene(rulebook, scene, input.at, [
    ...caseType.advice,
    ...law.flatMap(({ advice }) => advice),
  ]);
  const judged = judge(active, facts);
  const word = active.checks.length === 0 ? 'fact-missing' : wordOf(judged);
  const definitions = new Map(vocabulary.map((fact) => [fact.id, fact]));
  const questions = word === 'not-eligible' ? [] : rankQuestions(active, facts, definitions);
  const bySeverest = [...judged].sort(bySeverity);
  const against = bySeverest.filter((check) => check.outcome !== 'passed');
  return {
    scenarioId: scenario.id,
    word,
    nextAct:
      active.checks.length === 0
        ? { key: 'look-up-rule', text: platform.readiness.says, factId: null, checkId: null }
        : nextAct(word, against, questions, scene),
    rules: citations(rulebook, scene, active, bySeverest, input.at),
    checks: bySeverest.map((check): VerdictCheck => ({
      checkId: check.id,
      effect: check.role,
      outcome: check.outcome,
      says: check.says,
      facts: factsOfCheck(check, active).flatMap((id) => {
        const fact = definitions.get(id);
        return fact === undefined ? [] : [{ fact, value: facts[id] ?? null }];
      }),
      ruleIds: inForce(check.rules),
    })),
    why: against.map((check): WhyNot => ({
      checkId: check.id,
      effect: check.role,
      outcome: check.outcome === 'failed' ? 'failed' : 'open',
      says: check.says,
      remedy: check.remedy,
      changedBy: changedBy(check, active, facts, definitions),
      ruleIds: inForce(check.rules),
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

function citations(
  rulebook: Rulebook,
  scene: PackScene,
  bound: BoundScene,
  bySeverest: readonly JudgedCheck[],
  at: CasePins,
): VerdictRule[] {
  const cited = new Map<string, VerdictRule>();
  const add = (id: string, effect: VerdictRule['effect'], outcome: VerdictRule['outcome']) => {
    const citation = cite(rulebook, id, at);
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
