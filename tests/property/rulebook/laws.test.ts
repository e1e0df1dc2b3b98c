import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeClock, findCalendar } from '../../../shared/deadlines/index.ts';
import { clocksFor, timeOf } from '../../../shared/rulebook/index.ts';
import { laws, mattersOf } from '../../helpers/rulebook-laws.ts';
import { compileShipped } from '../../unit/rulebook/shipped-packs.ts';

const { rulebook } = compileShipped();
const scenes = [...rulebook.scenarios.values()];
const RUNS_EACH = 10;

// A seeded slice of `npm run soak rulebook-laws`, the same number of matters for every scene.
describe('in every scene of every pack', { timeout: 120_000 }, () => {
  it.each(Object.entries(laws))('%s', (_name, law) => {
    expect(scenes.length).toBeGreaterThan(80);
    scenes.forEach((scenario, index) => {
      fc.assert(
        fc.property(mattersOf(rulebook, scenario), (matter) => {
          expect(law(rulebook, matter), scenario.id).toBeNull();
        }),
        { seed: 41 + index, numRuns: RUNS_EACH },
      );
    });
  });
});

describe('a suspension that one source gives 30 days and another 6 months', () => {
  it('is reminded of after 30 days (ET-02)', () => {
    const id = 'etsy.suspension.appeal';
    const [spec] = clocksFor(rulebook, id, 'penalty-started', { filing: '2026-11-28' });
    const { zone, calendar } = timeOf(rulebook, id, undefined);
    const startedAt = Date.parse('2026-03-01T12:00:00Z');
    const computed = spec && computeClock(spec, { startedAt, zone, calendar: findCalendar(calendar) });
    expect(computed?.readings.map(({ readingId, endDate }) => [readingId, endDate])).toEqual([
      ['thirty-days', '2026-03-31'],
      ['six-months', '2026-09-01'],
    ]);
    expect(computed?.dueAt).toBe(computed?.readings[0]?.latest);
  });
});
