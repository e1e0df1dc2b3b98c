import { beforeAll, describe, expect, it } from 'vitest';
import {
  attemptGuard,
  changedRules,
  doubtfulRules,
  findRule,
  indexRulebook,
  withChoices,
  withOwnReadings,
  type OwnReading,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { HARASSMENT, MALICIOUS_ORDER } from '../../helpers/case.ts';
import { compileShipped } from './shipped-packs.ts';

/** The window to appeal in: 72 hours or 3 days. */
const WINDOW = 'TB-01';
const ORDER = '8012345678901234';

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

const own = (patch: Partial<OwnReading>): OwnReading => ({
  id: '01900000-0000-7000-8000-000000000001',
  ruleId: WINDOW,
  confirms: null,
  value: null,
  words: '',
  seenOn: '2026-11-28',
  region: null,
  ...patch,
});
const shown = (max: number): OwnReading['value'] => {
  const { value } = findRule(shipped, WINDOW).chosen;
  return value.kind === 'duration' ? { ...value, max } : null;
};

describe('the version of a rule by which chances, penalties and own deadlines go', () => {
  it('is never that of the day of filing where the platform or a buyer begins the matter', () => {
    const wrong = shipped.data.platforms.flatMap(({ id, caseTypes }) =>
      caseTypes
        .filter(({ scenes }) =>
          scenes.every(({ begins, notice }) => begins === 'platform' || notice !== 'none'),
        )
        .flatMap(({ caseType, attempts, penalties, clocks }) =>
          [
            ...(attempts === null ? [] : [attempts.acts, ...attempts.warns]),
            ...penalties,
            ...clocks.filter(({ owner }) => owner === 'mine').flatMap(({ rules }) => rules),
          ]
            .filter((rule) => findRule(shipped, rule).instant === 'filing')
            .map((rule) => `${id}.${caseType} ${rule}`),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a span of which no source says from when it counts', () => {
  const TOLD = /从哪[天刻一][^。；]*(没写|没有单独写|没有)|没写从(哪|什么)/;
  it('says so in its value too, wherever the reason given for it does', () => {
    const told = [...shipped.rules.values()].filter(({ why }) => TOLD.test(why?.zh ?? ''));
    expect(told.length).toBeGreaterThan(5);
    const claimed = told.flatMap(({ id, readings }) =>
      readings.flatMap(({ value }) => (value.kind === 'duration' && value.startStated ? [id] : [])),
    );
    expect(claimed).toEqual([]);
  });
});

describe('a repost that nobody vouches for', () => {
  it('is second-hand, as the fact base has it, and is shown as such', () => {
    expect(findRule(shipped, 'AE-21').chosen).toMatchObject({ source: { class: 'S' }, secondHand: true });
  });
});

/** A case type, or a scene of one, in which the platform calls sales fake. */
const FAKE = /^fake-(transaction|order|sales)/;

describe('the ways to go on', () => {
  it('are all five of them wherever a notice calls sales fake, and everywhere support or one’s own appeal', () => {
    const all = shipped.data.platforms.flatMap(({ id, caseTypes }) =>
      caseTypes
        .filter(({ scenes }) => scenes.length > 0)
        .map(({ caseType, scenes, routes }) => ({
          id: `${id}.${caseType}`,
          callsFake: [caseType, ...scenes.map((scene) => scene.id)].some((each) => FAKE.test(each)),
          by: routes.map((route) => route.by),
        })),
    );
    expect(all.filter(({ callsFake }) => callsFake).length).toBeGreaterThan(6);
    for (const { id, by } of all.filter(({ callsFake }) => callsFake))
      expect([...new Set(by)].sort(), id).toEqual(['agency', 'lawyer', 'own-appeal', 'peers', 'support']);
    for (const script of shipped.data.platforms.flatMap(({ caseTypes }) =>
      caseTypes.flatMap(({ routes }) => routes.filter(({ id }) => id === 'ask-support')),
    ))
      expect(script.script?.zh).toMatch(/\{orders\}/);
  });
});

describe('what a back office showed', () => {
  it('stands last among the readings and acts nowhere by itself', () => {
    const book = indexRulebook(
      withOwnReadings(shipped.data, [own({ value: shown(48), words: '剩 48 小时' })]),
    );
    const { chosen, readings } = findRule(book, WINDOW);
    expect(chosen.id).toBe(findRule(shipped, WINDOW).chosen.id);
    expect(readings.at(-1)).toMatchObject({ source: { class: 'B' }, secondHand: false, date: '2026-11-28' });
    expect(changedRules(shipped, book, null, () => true).map(({ ruleId }) => ruleId)).toEqual([WINDOW]);
  });

  it('makes a rule of one reading choose the pack’s own', () => {
    const single = [...shipped.rules.values()].find(({ readings }) => readings.length === 1);
    const value = single?.chosen.value ?? null;
    const data = withOwnReadings(shipped.data, [own({ ruleId: single?.id ?? '', value })]);
    expect(findRule(indexRulebook(data), single?.id ?? '').chosen.id).toBe(single?.chosen.id);
  });

  it('moves the day of what it confirms forward, never back', () => {
    const day = (seenOn: string): string | undefined =>
      findRule(
        indexRulebook(withOwnReadings(shipped.data, [own({ confirms: 'hours', seenOn })])),
        WINDOW,
      ).readings.find(({ id }) => id === 'hours')?.lastVerified;
    expect(day('2026-12-01')).toBe('2026-12-01');
    expect(day('2020-01-01')).toBe(findRule(shipped, WINDOW).chosen.lastVerified);
  });

  it('is passed over where the rule or the reading is gone', () => {
    const gone = [own({ ruleId: 'ZZ-99', value: shown(1) }), own({ confirms: 'none-such' })];
    const book = indexRulebook(withOwnReadings(shipped.data, gone));
    expect(changedRules(shipped, book, null, () => true)).toEqual([]);
  });
});

describe('a reading chosen for a case', () => {
  const sent = [
    { orderNumber: ORDER, scenarioId: HARASSMENT, state: 'spent', caseId: null, by: 'elsewhere' },
  ] as const;
  const allowed = (book: Rulebook): string => attemptGuard(book, MALICIOUS_ORDER, ORDER, sent).allowed;

  it('counts the chances in the place of the pack’s, which only warns from then on, and back', () => {
    const stricter = { ruleId: 'S1-20', readingId: findRule(shipped, 'S1-20').chosen.id, conflictId: 'X2' };
    const looser = { ruleId: 'S1-37', readingId: findRule(shipped, 'S1-37').chosen.id, conflictId: 'X2' };
    const chosen = withChoices(shipped.data, [stricter]);
    expect(allowed(shipped)).toBe('warn');
    expect(allowed(indexRulebook(chosen))).toBe('refused');
    expect(indexRulebook(chosen).conflicts.find(({ id }) => id === 'X2')?.acts.attempt).toBe('S1-20');
    expect(allowed(indexRulebook(withChoices(chosen, [looser])))).toBe('warn');
  });

  it('within one rule acts in the place of the pack’s choice', () => {
    const choice = { ruleId: WINDOW, readingId: 'days', conflictId: null };
    const book = indexRulebook(withChoices(shipped.data, [choice]));
    expect(findRule(book, WINDOW).chosen.id).toBe('days');
    expect(changedRules(shipped, book, null, () => true)).toMatchObject([
      { ruleId: WINDOW, before: { id: 'hours' }, after: { id: 'days' } },
    ]);
  });

  it('is passed over where it names what is not there', () => {
    const choices = [
      { ruleId: WINDOW, readingId: 'none-such', conflictId: null },
      { ruleId: 'ZZ-99', readingId: 'stated', conflictId: null },
    ];
    expect(withChoices(shipped.data, choices)).toEqual(shipped.data);
  });
});

describe('rules that material should not rest on unseen', () => {
  const rule = (ruleId: string, lastVerified: string, inForce = true) => ({ ruleId, lastVerified, inForce });

  it('are stale after the set age to the day, and over where their time is', () => {
    const rules = [
      rule('A-1', '2026-06-01'),
      rule('A-2', '2026-06-02'),
      rule('A-1', '2026-06-01'),
      rule('A-3', '2020-01-01', false),
    ];
    expect(doubtfulRules(rules, '2026-11-29', 180)).toEqual({ stale: ['A-1'], ended: ['A-3'] });
  });
});
