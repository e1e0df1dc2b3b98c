import { beforeAll, describe, expect, it } from 'vitest';
import {
  compilePacks,
  findRule,
  indexRulebook,
  pinsOn,
  scenarioParts,
  verdict,
  clocksFor,
  withChoices,
  withOwnReadings,
  type PackProblem,
  type ReadingValue,
  type Rulebook,
  type RulebookData,
} from '../../../shared/rulebook/index.ts';
import { blanksOf, withoutBlanks } from '../../../shared/rulebook/blanks.ts';
import { textFiller } from '../../../shared/rulebook/fill-texts.ts';
import { looseFigures } from '../../../shared/rulebook/check/loose-figures.ts';
import { packTexts } from '../../../shared/rulebook/check/pack-texts.ts';
import { compileShipped, packFilesBeside, shippedPackFiles } from './shipped-packs.ts';

const APPEAL = 'walmart.dispute-appeal.appeal';
const WINDOW = 'WM-06B';
const TODAY = pinsOn('2026-11-28');

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

/** The packs with other values in the readings of a rule. */
function changed(ruleId: string, change: (value: ReadingValue) => ReadingValue): RulebookData {
  const platforms = shipped.data.platforms.map((platform) => ({
    ...platform,
    caseTypes: platform.caseTypes.map((caseType) => ({
      ...caseType,
      rules: caseType.rules.map((rule) =>
        rule.id === ruleId
          ? { ...rule, readings: rule.readings.map((each) => ({ ...each, value: change(each.value) })) }
          : rule,
      ),
    })),
  }));
  return { ...shipped.data, platforms };
}

const days = (max: number) => (value: ReadingValue) =>
  value.kind === 'duration' ? { ...value, max } : value;

function saysOver(rulebook: Rulebook, pins = TODAY) {
  const { checks } = verdict(rulebook, { scenario: APPEAL, facts: {}, at: pins });
  return checks.find(({ checkId }) => checkId === 'window-open')?.says;
}

describe('a figure in the words of a pack', () => {
  it('is the one its rule gives, in both languages', () => {
    expect(saysOver(shipped)).toEqual({ zh: '30 天已过。', en: 'The 30 days are over.' });
    expect(saysOver(indexRulebook(changed(WINDOW, days(45))))).toEqual({
      zh: '45 天已过。',
      en: 'The 45 days are over.',
    });
  });

  it('is that of the reading a seller saw and chose', () => {
    const { chosen } = findRule(shipped, WINDOW);
    const id = '01900000-0000-7000-8000-000000000001';
    const own = {
      ...{ id, ruleId: WINDOW, confirms: null, words: '', seenOn: '2026-11-28', region: null },
      value: days(14)(chosen.value),
    };
    const data = withOwnReadings(shipped.data, [own]);
    const readingId = `own-${id.replaceAll('-', '')}`;
    expect(saysOver(indexRulebook(data))?.zh).toBe('30 天已过。');
    const book = indexRulebook(withChoices(data, [{ ruleId: WINDOW, readingId, conflictId: null }]));
    expect(saysOver(book)?.zh).toBe('14 天已过。');
    const { vocabulary } = scenarioParts(book, APPEAL, TODAY);
    expect(vocabulary.find(({ id: fact }) => fact === 'window-still-open')?.why.en).toBe(
      'There are 14 days, and one appeal.',
    );
  });

  it('is that of the case’s own region', () => {
    const says = (region?: string) =>
      scenarioParts(shipped, 'card-networks.chargeback.visa', { ...TODAY, region }).caseType.clocks[0]?.says;
    // Named by their readings, the two stay what they are wherever the case is.
    expect(says('US')).toEqual(says('CN'));
    const answer = (region: string) =>
      textFiller(shipped.rules, { ...TODAY, region })({ zh: '{NW-01}内回应。', en: 'Within {NW-01}.' });
    expect(answer('US')).toEqual({ zh: '9 天内回应。', en: 'Within 9 days.' });
    expect(answer('CN')).toEqual({ zh: '18 天内回应。', en: 'Within 18 days.' });
  });

  it('is said in words where no source gives one, or the rule is not in force', () => {
    expect(textFiller(shipped.rules, null)({ zh: '{AE-G} 张', en: '{AE-G}' })).toEqual({
      zh: '若干张',
      en: 'Some',
    });
    const fill = textFiller(shipped.rules, { ...TODAY, region: 'XX' });
    expect(
      fill({
        zh: '满 {NW-02}后，见 {NW-02}内。',
        en: 'The {NW-02} are over. {NW-02} later: within {NW-02}.',
      }),
    ).toEqual({
      zh: '满规定的时间后，见规定的时间内。',
      en: 'The days or hours set are over. The days or hours set later: within the days or hours set.',
    });
  });

  it('is one end of a span, its number alone, or a certain reading’s, as it is asked for', () => {
    const fill = textFiller(shipped.rules, null);
    const en = (text: string) => fill({ zh: '空', en: text }).en;
    expect(en('{DY-02} {DY-02 min} {DY-02 max} {DY-02 number}')).toBe(
      '1–5 working days 1 working day 5 working days 1–5',
    );
    expect(en('{WX-04} {WX-04 hours-72} {WX-04 hours-72 number}')).toBe('48 hours 72 hours 72');
    expect(en('{LZ-04 points} {WX-03 characters} {AE-20S min} {EB-08}')).toBe('16 500 -100 50%');
  });

  it('stands in what a clock says, which is kept as it was when the clock was computed', () => {
    const book = indexRulebook(changed(WINDOW, days(45)));
    const says = (rulebook: Rulebook) =>
      clocksFor(rulebook, APPEAL, 'dispute-decided', TODAY)
        .map((clock) => clock.says.zh)
        .join();
    expect(says(shipped)).toContain('30 天');
    expect(says(book)).toContain('45 天');
    expect(says(book)).not.toContain('30 天');
  });
});

/** Another figure than any pack has: what shows it can only have it from the rule. */
const OTHER = 97;

function otherwise(value: ReadingValue): ReadingValue {
  switch (value.kind) {
    case 'duration':
      return value.max === null
        ? value
        : { ...value, min: value.min === null ? null : OTHER - 1, max: OTHER };
    case 'count':
    case 'percent':
      return { ...value, number: OTHER };
    case 'money':
      return { ...value, minor: OTHER * 100 };
    case 'attempts':
      return { ...value, max: OTHER };
    default:
      return value;
  }
}

describe('a rule whose figure is changed', () => {
  it('changes every text that takes the figure from it, and no other text', () => {
    const before = textFiller(shipped.rules, null);
    const texts = shipped.data.platforms.flatMap(packTexts).flatMap(({ text }) =>
      (['zh', 'en'] as const).map((language) => ({
        text,
        language,
        was: before(text)[language],
        takes: new Set(blanksOf(text[language]).map(({ ruleId }) => ruleId)),
      })),
    );
    const asked = new Set(texts.flatMap(({ takes }) => [...takes]));
    expect(asked.size).toBeGreaterThan(130);
    for (const ruleId of asked) {
      const rule = findRule(shipped, ruleId);
      if (rule.readings.every(({ value }) => otherwise(value) === value)) continue;
      const rules = new Map(shipped.rules).set(ruleId, {
        ...rule,
        readings: rule.readings.map((each) => ({ ...each, value: otherwise(each.value) })),
        chosen: { ...rule.chosen, value: otherwise(rule.chosen.value) },
      });
      const after = textFiller(rules, null);
      const wrong = texts.filter(({ text, language, was, takes }) => {
        const is = after(text)[language];
        return takes.has(ruleId) ? is === was || !/9[67]/.test(is) : is !== was;
      });
      expect(wrong.map(({ text, language }) => `${ruleId}: ${text[language]}`)).toEqual([]);
    }
  });

  it('is written out in no text that cites it', () => {
    const rules = new Map(
      shipped.data.platforms
        .flatMap(({ caseTypes }) => caseTypes)
        .flatMap((caseType) => caseType.rules.map((rule) => [rule.id, rule])),
    );
    const written = shipped.data.platforms.flatMap(packTexts).flatMap(({ text, cites }) =>
      [text.zh, text.en].flatMap((each) =>
        looseFigures(
          withoutBlanks(each),
          [...cites].flatMap((id) => rules.get(id) ?? []),
        ),
      ),
    );
    expect(written).toEqual([]);
  });
});

describe('the check of the packs', () => {
  const files = shippedPackFiles();
  const problemsWith = (path: string, from: string, to: string): readonly PackProblem[] => {
    const changedFiles = packFilesBeside(path, files).map((file) =>
      file.path === path ? { ...file, text: file.text.replace(from, to) } : file,
    );
    expect(changedFiles.some(({ text }) => text.includes(to))).toBe(true);
    const result = compilePacks(changedFiles);
    return result.ok ? [] : result.problems;
  };

  const file = 'walmart/dispute-appeal.yaml';
  it.each([
    ['a rule that does not exist', '{WM-06B}已过', '{WM-99}已过', 'not-declared', 'no rule is called WM-99'],
    [
      'a rule that the text does not rest on',
      '{WM-06B}已过',
      '{WM-08}已过',
      'not-declared',
      'name WM-08 among',
    ],
    [
      'a reading that does not exist',
      '{WM-06B}已过',
      '{WM-06B newer}已过',
      'not-declared',
      'has no reading newer',
    ],
    [
      'a figure the rule has not',
      '{WM-06B}已过',
      '{WM-06B points}已过',
      'wrong-type',
      'no figure that is called so',
    ],
    [
      'braces around something else',
      '{WM-06B}已过',
      '{wm-06b}已过',
      'wrong-type',
      'braces hold the id of a rule',
    ],
    ['the figure itself', '{WM-06B}已过', '30 天已过', 'figure-in-words', 'write {WM-06B}'],
    ['the figure in words', '{WM-06B}已过', '三十天已过', 'figure-in-words', 'write {WM-06B}'],
    [
      'the figure as a word',
      'The {WM-06B} are over',
      'The thirty (30 days) are over',
      'figure-in-words',
      'write {WM-06B}',
    ],
  ] as const)('refuses %s, at its place', (_what, from, to, code, message) => {
    const [problem, ...more] = problemsWith(file, from, to);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file, code });
    expect(problem?.message).toContain(message);
    const line = files.find(({ path }) => path === file)?.text.split('\n')[(problem?.line ?? 0) - 1];
    expect(line).toContain(from);
    expect(problem?.column).toBeGreaterThan(1);
  });

  it.each([
    ['another number', '{WM-06B}已过', '31 天已过'],
    ['the same number of something else', '{WM-06B}已过', '30 个月已过'],
    ['the number of an article or a date', '{WM-06B}已过', '第 30 条（2024-06-30）已过'],
  ])('lets %s stand', (_what, from, to) => {
    expect(problemsWith(file, from, to)).toEqual([]);
  });

  it('never refuses a value that a seller saw because of words', () => {
    const { chosen } = findRule(shipped, WINDOW);
    const data = changed(WINDOW, () => days(31)(chosen.value));
    expect(indexRulebook(data).rules.get(WINDOW)?.chosen.value).toMatchObject({ max: 31 });
  });
});
