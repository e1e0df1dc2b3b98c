import type { BoundScene } from './bind.ts';
import { tellingValues, type BoundCondition } from './conditions.ts';
import type { FactDefinition, FactValue } from './format/index.ts';
import type { ChangeableFact, Facts } from './types.ts';
import { isEssential, judge, outcomeOf, wordOf, type JudgedCheck } from './judge.ts';

type Definitions = ReadonlyMap<string, FactDefinition>;

/** How much settling a check of each role is worth when questions are ordered. */
const WEIGHT = { bar: 3, need: 3, strength: 1, dimension: 1 } as const;
/** An answer that can end the matter at once is worth more than any that only settles a check. */
const ENDS_IT = 6;

/** Orders the facts that are still open by how much an answer would settle on average, the most telling first. */
export function rankQuestions(scene: BoundScene, facts: Facts, definitions: Definitions): FactDefinition[] {
  return scoreQuestions(scene, facts, definitions)
    .sort((left, right) => right.score - left.score)
    .map((each) => each.definition);
}

/** A question that is still open, and how much an answer to it would settle on average. */
interface ScoredQuestion {
  readonly definition: FactDefinition;
  readonly score: number;
}

/** The facts that are still open in the order of the vocabulary, each with how much an answer would settle. */
export function scoreQuestions(scene: BoundScene, facts: Facts, definitions: Definitions): ScoredQuestion[] {
  const judged = judge(scene, facts);
  const ended = wordOf(judged) === 'not-eligible';
  const open = judged.filter((check) => check.outcome === 'open');
  const scored: ScoredQuestion[] = [];
  for (const definition of definitions.values()) {
    const { id, source } = definition;
    if (source.from !== 'asked' || facts[id] !== undefined) continue;
    // What an answer can settle is what is open and looks at it.
    const waiting = open.filter((check) => check.facts.includes(id));
    if (waiting.length === 0) continue;
    const gains = valuesToTry(definition, scene).map((value) => {
      const answered = { ...facts, [id]: value };
      let ends = ended;
      let gain = 0;
      for (const check of waiting) {
        const outcome = outcomeOf(check, answered);
        if (outcome !== 'open') gain += WEIGHT[check.role];
        if (outcome === 'failed' && isEssential(check)) ends = true;
      }
      return ends ? gain + ENDS_IT : gain;
    });
    const score = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
    scored.push({ definition, score });
  }
  return scored;
}

/** The facts that would change how a check came out: those that do it alone, else all that lean the wrong way. */
export function changedBy(
  check: JudgedCheck,
  scene: BoundScene,
  facts: Facts,
  definitions: Definitions,
): ChangeableFact[] {
  const candidates = check.facts.flatMap((id) => definitions.get(id) ?? []);
  const alone: ChangeableFact[] = [];
  const together: ChangeableFact[] = [];
  for (const definition of candidates) {
    const { id, question } = definition;
    const values = valuesToTry(definition, scene);
    const needs = [...values]
      .reverse()
      .find((value) => outcomeOf(check, { ...facts, [id]: value }) === 'passed');
    const best = values[0] ?? null;
    if (needs !== undefined) {
      alone.push({ factId: id, question, needs: definition.type === 'text' ? null : needs, alone: true });
    } else if (facts[id] !== best) {
      together.push({ factId: id, question, needs: definition.type === 'text' ? null : best, alone: false });
    }
  }
  return alone.length > 0 ? alone : together;
}

/** Values worth trying, the most favourable first. A text or an instant stands for "given" by any value. */
function valuesToTry(definition: FactDefinition, scene: BoundScene): FactValue[] {
  if (definition.type === 'text') return ['given'];
  if (definition.type === 'instant') return [0];
  const conditions: BoundCondition[] = [...scene.checks, ...scene.proves].map((each) => each.when);
  return tellingValues(definition, { all: conditions });
}
