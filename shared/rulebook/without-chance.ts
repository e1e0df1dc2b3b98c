import type { Bilingual } from './format/index.ts';
import { cite, findScenario } from './look-up.ts';
import type { AttemptGuard, CasePins, Rulebook, Scenario, Verdict } from './types.ts';

/**
 * Why no chance is there to hand a matter in with: it was `spent`, the rule gives `none` for it, or another draft of the same
 * matter has it (`held`).
 */
export type ChanceGone = 'spent' | 'none' | 'held';

/** Why a guard refuses; null where it does not. */
export function chanceGone({ allowed, because }: AttemptGuard): ChanceGone | null {
  if (allowed !== 'refused') return null;
  const entry = because?.entry ?? null;
  return entry === null ? 'none' : entry.state === 'held' ? 'held' : 'spent';
}

const SAYS: Readonly<Record<ChanceGone, Bilingual>> = {
  spent: {
    zh: '机会已经用掉，按规则不能再交一次。',
    en: 'The chance is used; by the rule it cannot be handed in once more.',
  },
  none: {
    zh: '按规则，这种情况没有提交的机会。',
    en: 'By the rule there is no chance to hand this in.',
  },
  held: {
    zh: '机会被另一个案件的草稿占着，这里交不了。',
    en: "Another case's draft holds the chance, so it cannot be handed in here.",
  },
};

const OTHER_WAYS: Bilingual = {
  zh: '不用交了，看下面还能走的路。',
  en: 'Nothing to hand in; look at the ways that are left below.',
};

const LET_GO: Bilingual = {
  zh: '同一件事只留一个案件去交，另一个归档或改对。',
  en: 'Keep one case of the matter to hand in; archive or correct the other.',
};

/**
 * The check's answer where no chance is left, whatever the facts say: not to be handed in, by which rule, and what is left to
 * do in the pack's own words.
 *
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function withoutChance(
  rulebook: Rulebook,
  found: Verdict,
  why: ChanceGone,
  pins: CasePins | null,
): Verdict {
  const { chanceAdvice, chanceRules } = findScenario(rulebook, found.scenarioId);
  const ruleIds = chanceRules.slice(0, 1);
  const remedy = why === 'held' ? LET_GO : why === 'spent' ? afterwards(chanceAdvice) : OTHER_WAYS;
  const barred = { effect: 'bar', outcome: 'failed' } as const;
  const check = { ...barred, checkId: CHANCE_CHECK, says: SAYS[why], ruleIds };
  const cited = ruleIds.map((id) => ({ ...cite(rulebook, id, pins), ...barred }));
  return {
    ...found,
    word: 'not-eligible',
    nextAct: { key: 'chance-gone', text: remedy, factId: null, checkId: CHANCE_CHECK },
    rules: [...cited, ...found.rules.filter(({ ruleId }) => !ruleIds.includes(ruleId))],
    checks: [{ ...check, facts: [] }, ...found.checks],
    why: [{ ...check, remedy, changedBy: [] }, ...found.why],
    questions: [],
  };
}

/** Nobody says here what came of what was handed in: what remains after a no is told as that. */
function afterwards(advice: Scenario['chanceAdvice']): Bilingual {
  if (advice === null) return OTHER_WAYS;
  const { zh, en } = advice.afterwards.says;
  return { zh: `先看那一次的结果。没通过的话：${zh}`, en: `Look up its result first. After a no: ${en}` };
}

/** No pack can name a check of its own so: its ids are of small letters and hyphens. */
const CHANCE_CHECK = '(chance)';
