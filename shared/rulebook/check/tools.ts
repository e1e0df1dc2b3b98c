import type { Advice, PackCaseType, PackPlatform, PackRule, ReadingValue } from '../format/index.ts';
import { checkCondition, checkKinds, type Path, type Report, type Vocabulary } from './conditions.ts';

export type Rules = ReadonlyMap<string, PackRule>;

/** Refuses rules that nobody wrote. */
export function refer(rules: Rules, ids: readonly string[], path: Path, report: Report): void {
  ids.forEach((id, index) => {
    if (!rules.has(id)) report([...path, index], 'not-declared', `no rule is called ${id}`);
  });
}

/** Refuses two things of one id. */
export function unique(items: readonly { readonly id: string }[], path: Path, report: Report): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) report([...path, index, 'id'], 'duplicate', `${item.id} is declared twice`);
    seen.add(item.id);
  });
}

/** What the parts of a case type are checked against, and how what they refer to is looked up. */
export interface CaseTypeGround {
  readonly platform: PackPlatform;
  readonly caseType: PackCaseType;
  readonly rules: Rules;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
  /** Refuses a rule that is not there or is of none of these kinds. */
  readonly kind: (id: string | null, kinds: readonly ReadingValue['kind'][], path: Path) => void;
  readonly conflict: (id: string | null, path: Path) => void;
  readonly inScenes: (ids: readonly string[], path: Path) => void;
  readonly advice: (all: readonly Advice[], at: Path) => void;
}

export function groundOf(
  platform: PackPlatform,
  caseType: PackCaseType,
  rules: Rules,
  report: Report,
): CaseTypeGround {
  const sceneIds = new Set(caseType.scenes.map((scene) => scene.id));
  const conflictIds = new Set(platform.conflicts.map((conflict) => conflict.id));
  const vocabulary = { facts: caseType.facts, rules };
  const conflict: CaseTypeGround['conflict'] = (id, path) => {
    if (id !== null && !conflictIds.has(id)) report(path, 'not-declared', `no conflict is called ${id}`);
  };
  const inScenes: CaseTypeGround['inScenes'] = (ids, path) =>
    ids.forEach((id, index) => {
      if (!sceneIds.has(id)) report([...path, index], 'not-declared', `there is no scene ${id}`);
    });
  return {
    ...{ platform, caseType, rules, vocabulary, report, conflict, inScenes },
    kind: (id, kinds, path) => {
      if (id !== null) checkKinds(rules, id, kinds, path, report);
    },
    advice: (all, at) =>
      all.forEach(({ rules: cited, conflict: named, scene, when }, place) => {
        const path = [...at, place];
        refer(rules, cited, [...path, 'rules'], report);
        conflict(named, [...path, 'conflict']);
        if (scene !== null) inScenes([scene], [...path, 'scene']);
        if (when !== null) checkCondition(when, vocabulary, [...path, 'when'], report, 0);
      }),
  };
}
