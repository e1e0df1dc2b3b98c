import { beforeAll, describe, expect, it } from 'vitest';
import {
  changedForCase,
  changedPack,
  indexRulebook,
  type RuleField,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const PINS = { filing: '2026-11-20' };

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

type Pack = Rulebook['data']['platforms'][number];

function packOf({ data }: Rulebook, platformId: string): Pack {
  const found = data.platforms.find(({ id }) => id === platformId);
  if (found === undefined) throw new Error(`there is no pack of ${platformId}`);
  return found;
}

const edited = (path: string, from: string, to: string): Rulebook =>
  compileShipped({ path, from, to }).rulebook;

/** The shipped rules with something written otherwise of one platform's pack. */
function written(platformId: string, change: (pack: Pack) => void): Rulebook {
  const data = structuredClone(shipped.data);
  const after = { ...shipped, data };
  change(packOf(after, platformId));
  return indexRulebook(data);
}

const rulesIn = (pack: Pack) => pack.caseTypes.flatMap(({ rules }) => rules);

describe('a new pack names everything that is written otherwise of a rule', () => {
  const RULE = 'S1-03';
  type Written = ReturnType<typeof rulesIn>[number];
  const ofRule: readonly (readonly [RuleField, (rule: Written) => void])[] = [
    ['title', (rule) => (rule.title = { zh: '别的', en: 'Another' })],
    ['scenarios', (rule) => (rule.scenes = ['malicious-order'])],
    ['regions', (rule) => (rule.regions = ['US'])],
    ['fulfilment', (rule) => (rule.fulfilment = ['platform'])],
    ['instant', (rule) => (rule.instant = 'conduct')],
    ['effective', (rule) => (rule.effective = { from: null, to: '2020-01-01' })],
    ['why', (rule) => (rule.why = { zh: '没有理由', en: 'No reason' })],
    ['restates', (rule) => (rule.restates = ['S1-01'])],
  ];
  type WrittenReading = Written['readings'][number];
  const ofReading: readonly (readonly [RuleField, (reading: WrittenReading) => void])[] = [
    ['quote', (reading) => (reading.quote = { text: '没人说过的话', language: 'zh' })],
    ['locator', (reading) => (reading.locator = '第 99 页')],
    ['date', (reading) => (reading.date = '2031-01-01')],
    ['confidence', (reading) => (reading.confidence = reading.confidence === 'L' ? 'H' : 'L')],
    ['lastVerified', (reading) => (reading.lastVerified = '2031-01-01')],
    ['effective', (reading) => (reading.effective = { from: null, to: '2020-01-01' })],
    ['regions', (reading) => (reading.regions = ['US'])],
  ];
  const told = (after: Rulebook, ruleId: string) =>
    changedPack(shipped, after, 'aliexpress').rules.filter((change) => change.ruleId === ruleId);

  it.each(ofRule)('%s', (field, change) => {
    const after = written('aliexpress', (pack) =>
      rulesIn(pack)
        .filter(({ id }) => id === RULE)
        .forEach(change),
    );
    expect(told(after, RULE)).toMatchObject([{ ruleId: RULE, fields: [{ field, readingId: null }] }]);
  });

  it.each(ofReading)('%s of a reading', (field, change) => {
    let readingId = '';
    const after = written('aliexpress', (pack) => {
      const [reading] = rulesIn(pack).find(({ id }) => id === RULE)?.readings ?? [];
      if (reading === undefined) return;
      readingId = reading.id;
      change(reading);
    });
    expect(readingId).not.toBe('');
    expect(told(after, RULE)).toMatchObject([{ ruleId: RULE, fields: [{ field, readingId }] }]);
  });

  it('whether a start is stated, and another source or reading', () => {
    const several = rulesIn(packOf(shipped, 'aliexpress')).find(({ readings }) => readings.length > 1);
    const id = several?.id ?? '';
    const other = several?.readings.find(
      (reading) => reading.id !== (several.chosen ?? several.readings[0]?.id),
    );
    const chosen = written('aliexpress', (pack) => {
      const rule = rulesIn(pack).find((each) => each.id === id);
      if (rule !== undefined) rule.chosen = other?.id ?? null;
    });
    expect(told(chosen, id)[0]?.fields).toContainEqual({ field: 'chosen', readingId: null });
    const gone = written('aliexpress', (pack) => {
      const rule = rulesIn(pack).find((each) => each.id === id);
      if (rule !== undefined) rule.readings = rule.readings.filter((reading) => reading.id !== other?.id);
    });
    expect(told(gone, id)[0]?.fields).toContainEqual({ field: 'readings', readingId: null });
    const unstated = written('aliexpress', (pack) => {
      for (const { value } of rulesIn(pack).find((each) => each.id === RULE)?.readings ?? [])
        if (value.kind === 'duration') value.startStated = !value.startStated;
    });
    expect(told(unstated, RULE)[0]?.fields).toMatchObject([{ field: 'value' }]);
    const moved = written('aliexpress', (pack) => {
      for (const reading of rulesIn(pack).find((each) => each.id === RULE)?.readings ?? [])
        reading.source = pack.sources.find((each) => each.id !== reading.source)?.id ?? '';
    });
    expect(told(moved, RULE)[0]?.fields.map(({ field }) => field)).toContain('source');
  });

  it('also where every rule at once is made old, or every source official and sure', () => {
    const all = rulesIn(packOf(shipped, 'aliexpress')).map(({ id }) => id);
    const ended = written('aliexpress', (pack) => {
      for (const rule of rulesIn(pack)) rule.effective = { from: null, to: '2020-01-01' };
    });
    expect(new Set(changedPack(shipped, ended, 'aliexpress').rules.map(({ ruleId }) => ruleId))).toEqual(
      new Set(all),
    );
    const surer = written('aliexpress', (pack) => {
      for (const source of pack.sources) source.class = 'O';
      for (const reading of rulesIn(pack).flatMap(({ readings }) => readings)) reading.confidence = 'H';
    });
    const { rules, parts } = changedPack(shipped, surer, 'aliexpress');
    const raised = packOf(shipped, 'aliexpress').sources.filter((source) => source.class !== 'O');
    expect(raised.length).toBeGreaterThan(0);
    expect(parts.filter(({ kind }) => kind === 'source').map(({ text }) => text.en)).toEqual(
      raised.map(({ title }) => title.en),
    );
    expect(rules.length).toBeGreaterThan(0);
    for (const { fields } of rules)
      for (const { field } of fields) expect(['class', 'confidence']).toContain(field);
  });

  it('with what says something else before what is only told otherwise', () => {
    const after = written('aliexpress', (pack) => {
      const [first] = rulesIn(pack);
      if (first !== undefined) first.instant = 'conduct';
      for (const { value } of rulesIn(pack).find(({ id }) => id === RULE)?.readings ?? [])
        if (value.kind === 'duration') value.max = 99;
    });
    expect(changedPack(shipped, after, 'aliexpress').rules[0]?.ruleId).toBe(RULE);
    expect(changedPack(shipped, after, 'aliexpress').rules).toHaveLength(2);
  });
});

describe('a new pack', () => {
  it('tells of a check that weighs otherwise, though no rule says anything else', () => {
    const softer = edited(
      'taobao/report-buyer.yaml',
      'id: order-not-too-old\n        role: need',
      'id: order-not-too-old\n        role: strength',
    );
    const { rules, parts } = changedPack(shipped, softer, 'taobao');
    expect(rules).toEqual([]);
    expect(parts).toMatchObject([{ kind: 'check', caseTypeId: 'report-buyer', how: 'changed' }]);
    const touched = [...shipped.scenarios.keys()].filter(
      (scenario) => changedForCase(shipped, softer, scenario, PINS).parts.length > 0,
    );
    expect(touched).toEqual([parts[0]?.scenarioId]);
  });

  it('tells a case of a rule of another case type that one of its clocks counts by', () => {
    const FAKE_ORDER = [...shipped.scenarios.values()].find(
      ({ platformId, caseTypeId }) => platformId === 'tiktok-shop' && caseTypeId === 'fake-order',
    );
    const { chosen, scenarios } = shipped.rules.get('TT-01B') ?? { chosen: null, scenarios: [] };
    expect(scenarios).not.toContain(FAKE_ORDER?.id);
    const days = chosen?.value.kind === 'duration' ? chosen.value.max : null;
    const data = structuredClone(shipped.data);
    const rule = data.platforms
      .flatMap(({ caseTypes }) => caseTypes)
      .flatMap(({ rules }) => rules)
      .find(({ id }) => id === 'TT-01B');
    for (const { value } of rule?.readings ?? []) if (value.kind === 'duration') value.max = (days ?? 0) / 2;
    const shorter = indexRulebook(data);
    expect(changedForCase(shipped, shorter, FAKE_ORDER?.id ?? '', PINS).rules).toMatchObject([
      { ruleId: 'TT-01B' },
    ]);
  });

  it('that only puts its reasons in other words changes nothing', () => {
    const said = shipped.data.platforms
      .find(({ id }) => id === 'jd')
      ?.caseTypes.flatMap(({ scenes }) => scenes)
      .flatMap(({ checks }) => checks)[0]?.says.zh;
    const caseType = shipped.data.platforms
      .find(({ id }) => id === 'jd')
      ?.caseTypes.find(({ scenes }) => JSON.stringify(scenes).includes(said ?? '\n'))?.caseType;
    const other = edited(`jd/${caseType}.yaml`, said ?? '\n', `${said}（换个说法）`);
    expect(changedPack(shipped, other, 'jd')).toEqual({ rules: [], parts: [] });
  });

  it('in which a scene is gone says so', () => {
    const data = structuredClone(shipped.data);
    const jd = data.platforms.find(({ id }) => id === 'jd');
    const [caseType] = jd?.caseTypes ?? [];
    const [gone] = caseType?.scenes.splice(0, 1) ?? [];
    const after = indexRulebook(data);
    const scenarioId = `jd.${caseType?.caseType}.${gone?.id}`;
    expect(changedForCase(shipped, after, scenarioId, PINS).parts).toContainEqual(
      expect.objectContaining({ kind: 'scene', how: 'gone' }),
    );
  });
});
