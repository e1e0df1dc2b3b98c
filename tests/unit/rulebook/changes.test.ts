import { beforeAll, describe, expect, it } from 'vitest';
import { changedForCase, changedPack, indexRulebook, type Rulebook } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const PINS = { filing: '2026-11-20' };

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

const edited = (path: string, from: string, to: string): Rulebook =>
  compileShipped({ path, from, to }).rulebook;

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
