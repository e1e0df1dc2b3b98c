import { bindScene, type BoundScene } from './bind.ts';
import type { FactDefinition } from './format/index.ts';
import { keptByPins } from './kept-by-pins.ts';
import { cite, scenarioParts, type ScenarioParts } from './look-up.ts';
import type { CasePins, RuleCitation, Rulebook } from './types.ts';

/** A scene as it stands for all cases of the same pins, whatever their facts. */
export interface StandingScene extends ScenarioParts {
  readonly bound: BoundScene;
  /** What its checks and its advice ask, by id. */
  readonly definitions: ReadonlyMap<string, FactDefinition>;
  /** @throws AppError NOT_FOUND */
  readonly cite: (ruleId: string) => RuleCitation;
}

const scenesFor = keptByPins(() => new Map<string, StandingScene>());

/** @throws AppError NOT_FOUND for an unknown scenario. */
export function standingScene(rulebook: Rulebook, scenarioId: string, pins: CasePins): StandingScene {
  const scenes = scenesFor(rulebook, pins);
  const found = scenes.get(scenarioId) ?? bindParts(rulebook, scenarioId, pins);
  scenes.set(scenarioId, found);
  return found;
}

function bindParts(rulebook: Rulebook, scenarioId: string, pins: CasePins): StandingScene {
  const parts = scenarioParts(rulebook, scenarioId, pins);
  const { scenario, scene, caseType, law } = parts;
  const advice = [...caseType.advice, ...law.flatMap((each) => each.advice)];
  const cited = new Map<string, RuleCitation>();
  return {
    ...parts,
    bound: bindScene(rulebook, scene, pins, advice),
    definitions: new Map(scenario.facts.map((fact) => [fact.id, fact])),
    cite: (ruleId) => {
      const citation = cited.get(ruleId) ?? cite(rulebook, ruleId, pins);
      cited.set(ruleId, citation);
      return citation;
    },
  };
}
