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

  it('that only puts its reasons in other words says so, the old words beside the new', () => {
    const jd = packOf(shipped, 'jd');
    const caseType = jd.caseTypes.find(({ scenes }) => scenes.some(({ checks }) => checks.length > 0));
    const said = caseType?.scenes[0]?.checks[0]?.says.zh ?? '\n';
    const other = edited(`jd/${caseType?.caseType}.yaml`, said, `${said}（换个说法）`);
    const { rules, parts } = changedPack(shipped, other, 'jd');
    expect(rules).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts)
      expect(part).toMatchObject({
        how: 'changed',
        weight: 'words',
        fields: [{ field: 'says', worded: true, before: { zh: said }, after: { zh: `${said}（换个说法）` } }],
      });
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

type Words = Rulebook['data']['platforms'][number]['name'];

describe('a part of a pack that is only put in other words', () => {
  type CaseType = Pack['caseTypes'][number];
  const reworded = (words: Words): Words => ({ zh: `${words.zh}（改写）`, en: `${words.en} (reworded)` });
  const scenesOf = ({ scenes }: CaseType) => scenes;
  /** Each kind of part with a text of it, said otherwise in every pack. */
  const TEXTS: readonly (readonly [string, string, (caseType: CaseType) => void])[] = [
    [
      'check',
      'says',
      (of) =>
        scenesOf(of).forEach((scene) => scene.checks.forEach((each) => (each.says = reworded(each.says)))),
    ],
    [
      'check',
      'remedy',
      (of) =>
        scenesOf(of).forEach((scene) =>
          scene.checks.forEach((each) => (each.remedy = reworded(each.remedy))),
        ),
    ],
    ['advice', 'says', (of) => of.advice.forEach((each) => (each.says = reworded(each.says)))],
    ['clock', 'title', (of) => of.clocks.forEach((each) => (each.title = reworded(each.title)))],
    ['clock', 'says', (of) => of.clocks.forEach((each) => (each.says = reworded(each.says)))],
    [
      'requirement',
      'title',
      (of) =>
        scenesOf(of).forEach((scene) =>
          scene.requirements.forEach((each) => (each.title = reworded(each.title))),
        ),
    ],
    [
      'requirement',
      'whereFound',
      (of) =>
        scenesOf(of).forEach((scene) =>
          scene.requirements.forEach((each) => (each.whereFound = reworded(each.whereFound))),
        ),
    ],
    ['route', 'costs', (of) => of.routes.forEach((each) => (each.costs = reworded(each.costs)))],
    ['fact', 'question', (of) => of.facts.forEach((each) => (each.question = reworded(each.question)))],
    ['fact', 'why', (of) => of.facts.forEach((each) => (each.why = reworded(each.why)))],
    [
      'form',
      'label',
      (of) =>
        scenesOf(of).forEach((scene) => scene.form.forEach((each) => (each.label = reworded(each.label)))),
    ],
    ['outcome', 'text', (of) => of.outcomes.forEach((each) => (each.text = reworded(each.text)))],
    [
      'scene',
      'definition',
      (of) => scenesOf(of).forEach((each) => (each.definition = reworded(each.definition))),
    ],
    [
      'scene',
      'counterExample',
      (of) => scenesOf(of).forEach((each) => (each.counterExample = reworded(each.counterExample))),
    ],
    ['case-type', 'title', (of) => (of.title = reworded(of.title))],
  ];

  it.each(TEXTS)('%s: %s', (kind, field, change) => {
    const after = written('aliexpress', (pack) => pack.caseTypes.forEach(change));
    const { rules, parts } = changedPack(shipped, after, 'aliexpress');
    expect(rules).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) {
      expect([part.kind, part.weight]).toEqual([kind, 'words']);
      expect(part.fields.map((each) => [each.field, each.worded])).toEqual([[field, true]]);
    }
    const [first] = parts;
    const { before, after: now } = first?.fields[0] ?? {};
    expect(now).toMatchObject({ zh: expect.stringContaining('（改写）') as string });
    expect(before).not.toEqual(now);
    // The case of that scene is told of the same, and of nothing else.
    const scenarioId = [...shipped.scenarios.values()].find(
      (scenario) =>
        scenario.platformId === 'aliexpress' &&
        scenario.caseTypeId === first?.caseTypeId &&
        (first.scenarioId === null || first.scenarioId === scenario.id),
    )?.id;
    const told = changedForCase(shipped, after, scenarioId ?? '', PINS);
    expect(told.rules).toEqual([]);
    expect(new Set(told.parts.map(({ weight }) => weight))).toEqual(new Set(['words']));
  });

  it('is told apart from one that weighs otherwise, which comes first with its old value beside the new', () => {
    const after = written('taobao', (pack) => {
      const [first, second] = pack.caseTypes.flatMap(scenesOf).flatMap(({ checks }) => checks);
      if (first === undefined || second === undefined) throw new Error('no two checks');
      first.says = reworded(first.says);
      second.role = second.role === 'need' ? 'strength' : 'need';
    });
    const { parts } = changedPack(shipped, after, 'taobao');
    expect(parts.map(({ weight }) => weight)).toEqual(['answers', 'words']);
    const [role] = parts[0]?.fields ?? [];
    expect(role).toMatchObject({ field: 'role', worded: false });
    expect(new Set([role?.before, role?.after])).toEqual(new Set(['need', 'strength']));
  });

  it('as is a source: another class of it is no matter of words, and its title is', () => {
    const [title, raised] = [
      written('taobao', (pack) =>
        pack.sources.slice(0, 1).forEach((each) => (each.title = reworded(each.title))),
      ),
      written('taobao', (pack) =>
        pack.sources.slice(0, 1).forEach((each) => (each.class = each.class === 'O' ? 'S' : 'O')),
      ),
    ];
    const sourceIn = (book: Rulebook) =>
      changedPack(shipped, book, 'taobao').parts.map(({ kind, weight }) => [kind, weight]);
    expect(sourceIn(title)).toEqual([['source', 'words']]);
    expect(sourceIn(raised)).toEqual([['source', 'sources']]);
  });

  it('also one option of a question, by its own name; another condition names the questions it asks', () => {
    const relabelled = written('aliexpress', (pack) => {
      for (const fact of pack.caseTypes.flatMap(({ facts }) => facts))
        if (fact.type === 'choice')
          fact.options.slice(0, 1).forEach((each) => (each.label = reworded(each.label)));
    });
    const { parts } = changedPack(shipped, relabelled, 'aliexpress');
    expect(parts.length).toBeGreaterThan(0);
    for (const { fields } of parts) {
      expect(fields).toMatchObject([{ field: 'options.label', worded: true }]);
      expect(fields[0]?.entry).toEqual(fields[0]?.after);
    }
    const check = packOf(shipped, 'aliexpress')
      .caseTypes.flatMap(scenesOf)
      .flatMap(({ checks }) => checks)
      .find(({ when }) => when.fact !== undefined);
    const turned = written('aliexpress', (pack) => {
      for (const each of pack.caseTypes.flatMap(scenesOf).flatMap(({ checks }) => checks))
        if (each.id === check?.id) each.when = { not: each.when };
    });
    const [changed] = changedPack(shipped, turned, 'aliexpress').parts;
    expect(changed).toMatchObject({ kind: 'check', weight: 'answers', fields: [{ field: 'when' }] });
    expect(changed?.facts.map(({ id }) => id)).toEqual([check?.when.fact]);
  });

  it('and a text with the figures of rules is told with the figures', () => {
    const after = written('taobao', (pack) => {
      for (const clock of pack.caseTypes.flatMap(({ clocks }) => clocks)) clock.says = reworded(clock.says);
    });
    const texts = changedPack(shipped, after, 'taobao').parts.flatMap(({ fields }) => JSON.stringify(fields));
    expect(JSON.stringify(packOf(shipped, 'taobao').caseTypes.map(({ clocks }) => clocks))).toMatch(
      /\{TB-\d/,
    );
    expect(texts.join('')).not.toMatch(/\{[A-Z]+-?\d/);
  });
});

describe('rules of which only the days are others', () => {
  const of = (changed: Rulebook, scenarioId: string, pins = PINS) =>
    changedForCase(shipped, changed, scenarioId, pins).rules;

  it('are told to a case for which they stand or fall by that, with the day that decides', () => {
    const RULE = 'TB-01';
    const scenarioId = shipped.rules.get(RULE)?.scenarios[0] ?? '';
    const instant = shipped.rules.get(RULE)?.instant;
    expect(instant).toBe('notice');
    const ends = (to: string) =>
      written('taobao', (pack) => {
        for (const rule of rulesIn(pack)) if (rule.id === RULE) rule.effective = { from: null, to };
      });
    const pins = { filing: '2026-11-20', notice: '2026-11-01' };
    expect(of(ends('2026-11-10'), scenarioId, pins)).toEqual([]);
    expect(of(ends('2026-10-31'), scenarioId, pins)).toMatchObject([
      { ruleId: RULE, weight: 'answers', byDay: { instant: 'notice', day: '2026-11-01', comes: 'falls' } },
    ]);
    expect(changedForCase(ends('2026-10-31'), shipped, scenarioId, pins).rules).toMatchObject([
      { ruleId: RULE, byDay: { instant: 'notice', day: '2026-11-01', comes: 'stands' } },
    ]);
    // Nobody knows the day of the notice: the filing stands for it, and is named as what it is.
    expect(of(ends('2026-11-10'), scenarioId)).toMatchObject([
      { byDay: { instant: 'filing', day: '2026-11-20', comes: 'falls' } },
    ]);
  });

  it('also where another reading acts by it that says the same', () => {
    const RULE = 'S1-06';
    const { scenarios } = shipped.rules.get(RULE) ?? {};
    /** The same rule in two versions, the second from the day after the first. */
    const dated = (last: string, next: string) =>
      written('aliexpress', (pack) => {
        const rule = rulesIn(pack).find(({ id }) => id === RULE);
        const [reading] = rule?.readings ?? [];
        if (rule === undefined || reading === undefined) return;
        rule.readings = [
          { ...reading, id: 'first', effective: { from: null, to: last } },
          { ...reading, id: 'second', effective: { from: next, to: null } },
        ];
        rule.chosen = 'second';
      });
    const before = dated('2026-11-30', '2026-12-01');
    const told = (after: Rulebook) => changedForCase(before, after, scenarios?.[0] ?? '', PINS).rules;
    expect(told(dated('2026-11-20', '2026-11-21'))).toEqual([]);
    expect(told(dated('2026-11-19', '2026-11-20'))).toMatchObject([
      {
        ruleId: RULE,
        before: { id: 'first' },
        after: { id: 'second' },
        byDay: { instant: 'filing', day: '2026-11-20', comes: 'other-reading' },
      },
    ]);
  });

  it('also a rule of the law that only a span beside the case rests on', () => {
    const RULE = 'CN-17';
    const scenarioId =
      [...shipped.scenarios.values()].find(({ platformId }) => platformId === 'taobao')?.id ?? '';
    const ended = written('law-cn', (pack) => {
      for (const rule of rulesIn(pack))
        if (rule.id === RULE) rule.effective = { from: null, to: '2020-01-01' };
    });
    expect(of(ended, scenarioId)).toMatchObject([{ ruleId: RULE, byDay: { comes: 'falls' } }]);
  });
});
