import { rulesOf } from './bind.ts';
import type { Bilingual, Condition, PackCaseType, PackPlatform, PackScene } from './format/index.ts';
import { findRule } from './look-up.ts';
import type { Rulebook } from './types.ts';

/** What a rule is used for. */
export type UseKind =
  | 'entry'
  | 'attempts'
  | 'scene'
  | 'dimension'
  | 'check'
  | 'advice'
  | 'requirement'
  | 'form'
  | 'burden'
  | 'clock'
  | 'look-up'
  | 'outcome'
  | 'penalty'
  | 'route'
  | 'result-words'
  | 'conflict';

/** A place of the rulebook that rests on a rule. */
export interface RuleUse {
  readonly kind: UseKind;
  readonly platformId: string;
  readonly caseTypeId: string | null;
  /** The scenario it stands in; null where it is the case type's. */
  readonly scenarioId: string | null;
  /** What it says, in the pack's words. */
  readonly text: Bilingual;
  /** Whether the rule's value decides something here; else it is only quoted. */
  readonly acts: boolean;
}

/**
 * Every place that rests on a rule, so that whoever corrects it sees what changes with it.
 *
 * @throws AppError NOT_FOUND
 */
export function usesOf(rulebook: Rulebook, ruleId: string): readonly RuleUse[] {
  findRule(rulebook, ruleId);
  return rulebook.data.platforms.flatMap((platform) => [
    ...platform.conflicts
      .filter(({ positions }) => positions.some(({ rule }) => rule === ruleId))
      .map(({ title, acts }): RuleUse => ({
        kind: 'conflict',
        platformId: platform.id,
        caseTypeId: null,
        scenarioId: null,
        text: title,
        acts: Object.values(acts).includes(ruleId),
      })),
    ...platform.lookUps
      .filter(({ rules }) => rules.includes(ruleId))
      .map(({ says }): RuleUse => ({
        kind: 'look-up',
        platformId: platform.id,
        caseTypeId: null,
        scenarioId: null,
        text: says,
        acts: false,
      })),
    ...platform.caseTypes.flatMap((caseType) => inCaseType(platform, caseType, ruleId)),
  ]);
}

type Found = Pick<RuleUse, 'kind' | 'text' | 'acts'>;

function inCaseType(platform: PackPlatform, caseType: PackCaseType, ruleId: string): RuleUse[] {
  const found: Found[] = [];
  const note = noteInto(found, ruleId);
  const { entry, attempts } = caseType;
  if (entry !== null) note('entry', entry.ifMissing, [], [entry.path, entry.button]);
  if (attempts !== null) {
    note('attempts', attempts.lookUp.says, attempts.lookUp.rules, [attempts.acts, ...attempts.warns]);
    note('attempts', attempts.afterwards.says, attempts.afterwards.rules);
  }
  for (const { says, rules, when } of caseType.advice) note('advice', says, rules, inCondition(when));
  for (const { title, rules } of caseType.clocks) note('clock', title, [], rules);
  for (const { text, rules, when } of caseType.outcomes) note('outcome', text, rules, inCondition(when));
  note('penalty', caseType.title, [], caseType.penalties);
  for (const { title, rules, when } of caseType.routes) note('route', title, rules, inCondition(when));
  for (const { rules, words } of caseType.resultWords)
    note('result-words', { zh: words.join(' / '), en: words.join(' / ') }, rules);
  const place = (each: Found, scenarioId: string | null): RuleUse => ({
    ...each,
    platformId: platform.id,
    caseTypeId: caseType.caseType,
    scenarioId,
  });
  return [
    ...found.map((each) => place(each, null)),
    ...caseType.scenes.flatMap((scene) =>
      inScene(scene, ruleId).map((each) => place(each, `${platform.id}.${caseType.caseType}.${scene.id}`)),
    ),
  ];
}

function inScene(scene: PackScene, ruleId: string): Found[] {
  const found: Found[] = [];
  const note = noteInto(found, ruleId);
  note('scene', scene.definition, scene.rules, [scene.listedBy, scene.structureBy]);
  if (scene.dimension !== null) note('dimension', scene.title, [], [scene.dimension]);
  for (const { says, rules, when } of scene.checks) note('check', says, rules, inCondition(when));
  for (const { says, rules, when } of scene.advice) note('advice', says, rules, inCondition(when));
  for (const { title, rules, askedBy, matchesBy, quality } of scene.requirements)
    note('requirement', title, rules, [askedBy, matchesBy, ...quality.map(({ by }) => by)]);
  for (const { label, rules, limitsBy } of scene.form) note('form', label, rules, limitsBy);
  note('burden', scene.title, [], scene.burden);
  return found;
}

function noteInto(found: Found[], ruleId: string) {
  return (
    kind: UseKind,
    text: Bilingual,
    quoted: readonly string[],
    acting: readonly (string | null)[] = [],
  ): void => {
    const acts = acting.includes(ruleId);
    if (acts || quoted.includes(ruleId)) found.push({ kind, text, acts });
  };
}

function inCondition(condition: Condition | null): readonly string[] {
  return condition === null ? [] : rulesOf(condition);
}
