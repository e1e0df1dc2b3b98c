import { describe, expect, it } from 'vitest';
import { computeClock, doubtOf, type ComputedClock, type Duration } from '../../../shared/deadlines/index.ts';
import { changedPack, clockDays, clocksFor } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = (text: string): number => Date.parse(text);

/** A clock of a scenario from an instant, in all the days that its platform's may be. */
function computed(
  scenarioId: string,
  event: Parameters<typeof clocksFor>[2],
  specId: string,
  startedAt: number,
  store: Parameters<typeof clockDays>[2],
): ComputedClock {
  const pins = { filing: '2026-11-12', ...store };
  const spec = clocksFor(rulebook, scenarioId, event, pins).find(({ id }) => id === specId);
  if (spec === undefined) throw new Error(`${scenarioId} has no ${specId}`);
  return computeClock(spec, { startedAt, ...clockDays(rulebook, scenarioId, store) });
}

const span = (changed: Partial<Duration>): Duration => ({
  min: null,
  max: 10,
  unit: 'cd',
  startDayCounts: false,
  pauseDuringReview: false,
  movesOffHolidays: false,
  window: null,
  ...changed,
});

const inDaysOf = (
  scenarioId: string,
  store: Parameters<typeof clockDays>[2],
  duration: Partial<Duration> = {},
  owner: 'mine' | 'theirs' = 'mine',
): ComputedClock =>
  computeClock(
    { owner, readings: [{ ruleId: 'R', readingId: 'stated', duration: span(duration) }] },
    { startedAt: at('2026-11-12T18:00:00Z'), ...clockDays(rulebook, scenarioId, store) },
  );

const scenarioOf = (platform: string): string =>
  [...rulebook.scenarios.values()].find(({ platformId }) => platformId === platform)?.id ?? '';

describe('days of which no source names the zone', () => {
  it.each([
    'paypal',
    'shopify',
    'stripe',
    'card-networks',
    'amazon',
    'ebay',
    'tiktok-shop',
    'etsy',
    'walmart',
  ])('of %s are never called certain, and say why', (platform) => {
    const clock = inDaysOf(scenarioOf(platform), {});
    expect(clock.certainty).toBe('estimate');
    expect(clock.zoneAssumed?.zh).toMatch(/来源没写/);
    expect(doubtOf(clock)?.kind).toBe('estimate');
  });

  it('end by the earliest of the assumed zone and the store’s own, each with its end', () => {
    const clock = inDaysOf(scenarioOf('paypal'), { zone: 'Asia/Shanghai' });
    const [utc, shanghai] = [at('2026-11-23T00:00:00Z'), at('2026-11-24T00:00:00+08:00')];
    expect(clock.readings[0]?.inZones).toEqual([
      { zone: 'UTC', end: utc },
      { zone: 'Asia/Shanghai', end: shanghai },
    ]);
    expect(clock.dueAt).toBe(Math.min(utc, shanghai));
    expect(clock.readings[0]?.range).toEqual({
      earliest: Math.min(utc, shanghai),
      latest: Math.max(utc, shanghai),
    });
  });

  it('end for a claim of a store without a region by the earliest of all regions', () => {
    const granted = at('2026-11-12T18:00:00Z');
    const clock = computed('amazon.a-to-z.appeal', 'claim-granted', 'appeal-window', granted, {
      zone: 'America/Los_Angeles',
    });
    expect(clock.certainty).toBe('estimate');
    expect(clock.dueAt).toBe(at('2026-12-12T23:00:00Z'));
    expect(clock.readings[0]?.inZones?.map(({ zone }) => zone)).toEqual([
      'America/Los_Angeles',
      'Europe/London',
      'Europe/Berlin',
    ]);
  });

  it('are chased by the latest where the promise is the platform’s', () => {
    const clock = inDaysOf(scenarioOf('amazon'), {}, {}, 'theirs');
    expect(clock.chaseAfter).toBe(at('2026-11-23T08:00:00Z'));
  });

  it('make no difference to hours, nor to what the page counts down', () => {
    const hours = inDaysOf(scenarioOf('paypal'), { zone: 'Asia/Shanghai' }, { unit: 'h', max: 72 });
    expect(hours).toMatchObject({ certainty: 'exact', readings: [{ range: null }] });
    expect(hours.zoneAssumed).toBeUndefined();
    const pageDeadline = at('2026-11-20T00:00:00Z');
    const page = computeClock(
      { owner: 'mine', readings: [{ ruleId: 'R', readingId: 'stated', duration: span({}) }] },
      {
        startedAt: at('2026-11-12T18:00:00Z'),
        ...clockDays(rulebook, scenarioOf('paypal'), {}),
        pageDeadline,
      },
    );
    expect(page).toMatchObject({ certainty: 'exact', dueAt: pageDeadline });
    expect(page.zoneAssumed).toBeUndefined();
  });
});

describe('days of a platform whose sources name them', () => {
  it('are certain once the region is known, and counted in each until then', () => {
    const known = inDaysOf(scenarioOf('shopee'), { region: 'MY', zone: 'Asia/Shanghai' });
    expect(known).toMatchObject({ certainty: 'exact', zone: 'Asia/Kuala_Lumpur' });
    const open = inDaysOf(scenarioOf('shopee'), { zone: 'Asia/Shanghai' });
    expect(open.certainty).toBe('estimate');
    expect(open.zoneAssumed).toBeUndefined();
    expect(open.readings[0]?.inZones).toHaveLength(8);
    expect(inDaysOf(scenarioOf('taobao'), { zone: 'America/New_York' }).certainty).toBe('exact');
  });
});

it('a pack that comes to assume its zone is another one', () => {
  const platforms = rulebook.data.platforms.map((platform) =>
    platform.id === 'paypal' ? { ...platform, zoneAssumed: null } : platform,
  );
  const before = { ...rulebook, data: { ...rulebook.data, platforms } };
  expect(changedPack(before, rulebook, 'paypal').parts).toMatchObject([{ kind: 'platform', how: 'changed' }]);
  expect(changedPack(rulebook, rulebook, 'paypal').parts).toEqual([]);
});
