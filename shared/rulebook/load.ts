import { workCalendars, type WorkCalendar } from '../deadlines/index.ts';
import { AppError } from '../kernel/index.ts';
import { crossCheck } from './check/index.ts';
import { knownEntry } from './entry.ts';
import {
  isNumbered,
  rulebookSchema,
  type PackCaseType,
  type PackPlatform,
  type ReadingValue,
  type RulebookData,
} from './format/index.ts';
import { sceneDimension } from './bind.ts';
import { factsOf } from './conditions.ts';
import { textFiller } from './fill-texts.ts';
import { lawOf, vocabularyOf } from './look-up.ts';
import type { Conflict, Reading, Rule, Rulebook, Scenario } from './types.ts';

/**
 * Loads the compiled rulebook, checking everything again: a file on disk may have been edited since.
 *
 * @throws AppError INVALID_FILE with `problems`, each "path: message"; nothing is loaded in part.
 */
export function loadRulebook(json: string): Rulebook {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    throw new AppError('INVALID_FILE', { what: 'rulebook', problems: ['not JSON'] }, { cause });
  }
  return indexRulebook(checkRulebook(raw));
}

/**
 * Packs out of something that was a rulebook when it was kept, by its form alone: what has a default since gets it.
 *
 * @returns null where this program cannot read it
 */
export function parsePacks(raw: unknown): RulebookData | null {
  return rulebookSchema.safeParse(raw).data ?? null;
}

/**
 * The packs of a rulebook from something that claims to be one, checked throughout.
 *
 * @throws AppError INVALID_FILE with `problems`, each "path: message"
 */
export function checkRulebook(raw: unknown): RulebookData {
  const parsed = rulebookSchema.safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('INVALID_FILE', { what: 'rulebook', problems });
  }
  const problems = crossCheck(parsed.data);
  if (problems.length > 0) {
    throw new AppError('INVALID_FILE', {
      what: 'rulebook',
      problems: problems.map((each) => `${each.platform}/${each.caseType ?? 'platform'}: ${each.message}`),
    });
  }
  return parsed.data;
}

/** Builds the look-up tables over data that `crossCheck` has found sound. */
export function indexRulebook(
  data: RulebookData,
  calendars: readonly WorkCalendar[] = workCalendars,
): Rulebook {
  const rules = new Map<string, Rule>();
  const scenarios = new Map<string, Scenario>();
  for (const platform of data.platforms) {
    for (const caseType of platform.caseTypes) {
      for (const rule of indexRules(platform, caseType)) rules.set(rule.id, rule);
    }
    for (const caseType of platform.caseTypes) {
      for (const scenario of indexScenarios(platform, caseType, rules, lawOf(data, platform)))
        scenarios.set(scenario.id, scenario);
    }
  }
  const fill = textFiller(rules, null);
  const conflicts = data.platforms.flatMap((each) => indexConflicts(fill(each.conflicts), each.id, rules));
  return { data, rules, scenarios, conflicts, calendars };
}

function indexRules(platform: PackPlatform, caseType: PackCaseType): Rule[] {
  return caseType.rules.map((rule) => {
    const readings = rule.readings.map((reading): Reading => {
      const source = platform.sources.find((each) => each.id === reading.source);
      if (source === undefined) throw new AppError('INTERNAL', { what: 'source', id: reading.source });
      return { ...reading, ruleId: rule.id, source, secondHand: source.class === 'S' };
    });
    const chosen = readings.find((reading) => reading.id === rule.chosen) ?? readings[0];
    if (chosen === undefined) throw new AppError('INTERNAL', { what: 'reading', id: rule.id });
    const scenes = rule.scenes.length > 0 ? rule.scenes : caseType.scenes.map((scene) => scene.id);
    return {
      id: rule.id,
      platformId: platform.id,
      caseTypeId: caseType.caseType,
      scenarios: scenes.map((scene) => scenarioId(platform, caseType, scene)),
      title: rule.title,
      instant: rule.instant ?? 'filing',
      effective: rule.effective,
      regions: rule.regions,
      fulfilment: rule.fulfilment,
      readings,
      chosen,
      why: rule.why,
      restates: rule.restates,
      conflicts: platform.conflicts
        .filter((conflict) => conflict.positions.some((position) => position.rule === rule.id))
        .map((conflict) => conflict.id),
    };
  });
}

function indexScenarios(
  platform: PackPlatform,
  caseType: PackCaseType,
  rules: ReadonlyMap<string, Rule>,
  law: readonly PackCaseType[],
): Scenario[] {
  const chosen = (id: string | null) => (id === null ? undefined : rules.get(id)?.chosen);
  const entry = knownEntry(caseType);
  const path = chosen(entry?.path ?? null);
  const button = chosen(entry?.button ?? null);
  return caseType.scenes.map((scene) => {
    const headings = chosen(scene.structureBy)?.value;
    const counts = chosen(caseType.attempts?.acts ?? null)?.value;
    const inChecks = new Set([...scene.checks, ...scene.proves].flatMap(({ when }) => factsOf(when)));
    const elsewhere = [
      ...[scene, caseType, ...law].flatMap(({ advice }) => advice),
      ...[caseType, ...law].flatMap(({ routes }) => routes),
    ].flatMap(({ when }) => (when === null ? [] : factsOf(when)));
    const used = new Set([...inChecks, ...elsewhere]);
    return {
      id: scenarioId(platform, caseType, scene.id),
      platformId: platform.id,
      caseTypeId: caseType.caseType,
      caseTypeTitle: caseType.title,
      sceneId: scene.id,
      kind: scene.kind,
      title: scene.title,
      platformWords: scene.platformWords,
      definition: scene.definition,
      example: scene.example,
      counterExample: scene.counterExample,
      ruleIds: scene.rules,
      dimension: sceneDimension(rules, scene, null),
      listedBy: scene.listedBy,
      notice: scene.notice,
      begins: scene.notice === 'flagged-orders' ? 'platform' : scene.begins,
      chancePer: chancePer(counts),
      chanceNumber: chanceNumber(counts),
      needsOrders: scene.orders === 'needed',
      chanceRules: caseType.attempts === null ? [] : [caseType.attempts.acts, ...caseType.attempts.warns],
      chanceInScene: counts?.kind === 'attempts' && counts.key.includes('scene'),
      chanceAdvice:
        caseType.attempts === null
          ? null
          : { lookUp: caseType.attempts.lookUp, afterwards: caseType.attempts.afterwards },
      structure: headings?.kind === 'sections' ? headings.of : scene.structure,
      facts: vocabularyOf(caseType, law).filter((fact) => used.has(fact.id)),
      checkFacts: [...inChecks],
      entry:
        entry === null || path?.value.kind !== 'path'
          ? null
          : {
              path: path.value.words,
              button: button?.value.kind === 'words' ? (button.value.of[0] ?? null) : null,
              also: entry.also.flatMap((id) => {
                const value = chosen(id)?.value;
                return value?.kind === 'path' ? [value.words] : [];
              }),
              ruleIds: [entry.path, ...(entry.button === null ? [] : [entry.button]), ...entry.also],
              date: path.date,
              lastVerified: path.lastVerified,
              ifMissing: entry.ifMissing,
            },
      resultWords: caseType.resultWords.map(({ decision, words }) => ({ decision, words })),
    };
  });
}

function chancePer(value: ReadingValue | undefined): Scenario['chancePer'] {
  if (value?.kind !== 'attempts') return null;
  return value.key.includes('order') ? 'order' : 'matter';
}

function chanceNumber(value: ReadingValue | undefined): Scenario['chanceNumber'] {
  if (value?.kind !== 'attempts') return null;
  return value.key.find(isNumbered) ?? null;
}

function indexConflicts(
  conflicts: PackPlatform['conflicts'],
  platformId: string,
  rules: ReadonlyMap<string, Rule>,
): Conflict[] {
  return conflicts.map((conflict) => ({
    id: conflict.id,
    platformId,
    title: conflict.title,
    positions: conflict.positions.map((position) => {
      const rule = rules.get(position.rule);
      const reading = rule?.readings.find((each) => each.id === position.reading) ?? rule?.chosen;
      if (reading === undefined) throw new AppError('INTERNAL', { what: 'position', id: conflict.id });
      return { ...reading, says: position.says };
    }),
    acts: conflict.acts,
    why: conflict.why,
  }));
}

function scenarioId(platform: PackPlatform, caseType: PackCaseType, scene: string): string {
  return `${platform.id}.${caseType.caseType}.${scene}`;
}
