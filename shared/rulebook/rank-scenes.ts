import { AppError } from '../kernel/index.ts';
import { secondSubmission, type SecondSubmission } from './attempts.ts';
import { usableFacts } from './conditions.ts';
import type { FactDefinition } from './format/index.ts';
import { judge } from './judge.ts';
import { isListed, scenarioParts } from './look-up.ts';
import { scoreQuestions } from './questions.ts';
import { standingScene } from './standing.ts';
import type { CasePins, Facts, Rulebook, Verdict, VerdictWord } from './types.ts';
import { verdict } from './verdict.ts';

/** A scene as it stands among the others of its case type. */
export interface RankedScene {
  readonly scenarioId: string;
  readonly verdict: Verdict;
  /** How many checks the scene has, and how many of them what is known passes. */
  readonly needed: number;
  readonly proven: number;
}

/** Which scene has the strongest proof, what would tell more, and what a second submission would risk. */
export interface SceneRanking {
  /** The strongest first; those that are equal stay in the order they were asked about. */
  readonly scenes: readonly RankedScene[];
  /** Questions of the scenes that are still possible, the one that settles most over all of them first. */
  readonly questions: readonly FactDefinition[];
  /** The same order in a second scene, once it was submitted in the strongest; null where there is no limit on record. */
  readonly second: SecondSubmission | null;
}

/** What counts first when scenes are compared. */
const STRENGTH: Readonly<Record<VerdictWord, number>> = {
  'not-eligible': 0,
  'fact-missing': 1,
  weak: 2,
  eligible: 3,
};

/**
 * Puts scenes of one case type in the order of their proof: by the word of the check, then by how much of what they
 * need is proven, then in the order given. A scene the platform does not have on the day of filing is left out.
 *
 * @param scenarioIds of one case type, because facts are shared inside it only.
 * @throws AppError NOT_FOUND for an unknown scenario, BAD_REQUEST for scenes of several case types.
 */
export function rankScenes(
  rulebook: Rulebook,
  scenarioIds: readonly string[],
  facts: Facts,
  at: CasePins,
): SceneRanking {
  const parts = [...new Set(scenarioIds)].map((id) => scenarioParts(rulebook, id, at));
  if (parts.some(({ caseType }) => caseType !== parts[0]?.caseType))
    throw new AppError('BAD_REQUEST', { reason: 'several-case-types' });
  const judged = parts
    .filter(({ scenario }) => isListed(rulebook, scenario, at))
    .map(({ scenario }) => {
      const { bound, definitions } = standingScene(rulebook, scenario.id, at);
      const known = usableFacts(scenario.facts, facts);
      const checks = judge(bound, known);
      const answer = verdict(rulebook, { scenario: scenario.id, facts, at });
      const proven = checks.filter(({ outcome }) => outcome === 'passed').length;
      return {
        ranked: { scenarioId: scenario.id, verdict: answer, needed: checks.length, proven },
        // What is settled already asks nothing more.
        open: answer.word === 'not-eligible' ? [] : scoreQuestions(bound, known, definitions),
      };
    });
  const scenes = judged.map(({ ranked }) => ranked).sort(byProof);
  const [strongest, next] = scenes;
  return {
    scenes,
    questions: mostTelling(judged.flatMap(({ open }) => open)),
    second:
      strongest === undefined || next === undefined
        ? null
        : secondSubmission(rulebook, strongest.scenarioId, next.scenarioId, at),
  };
}

function byProof(left: RankedScene, right: RankedScene): number {
  return STRENGTH[right.verdict.word] - STRENGTH[left.verdict.word] || shareProven(right) - shareProven(left);
}

function shareProven({ proven, needed }: RankedScene): number {
  return needed === 0 ? 0 : proven / needed;
}

/** A question that several scenes ask settles something in each of them. */
function mostTelling(asked: ReturnType<typeof scoreQuestions>): FactDefinition[] {
  const byFact = Map.groupBy(asked, ({ definition }) => definition.id);
  return [...byFact.values()]
    .flatMap((same) => {
      const [first] = same;
      return first === undefined
        ? []
        : [{ definition: first.definition, score: same.reduce((sum, { score }) => sum + score, 0) }];
    })
    .sort((left, right) => right.score - left.score)
    .map(({ definition }) => definition);
}
