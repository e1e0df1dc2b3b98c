import { describe, expect, it } from 'vitest';
import { isAccusing } from '../../../shared/reminders/index.ts';
import { compileShipped } from './shipped-packs.ts';

interface Clock {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Every clock of the packs, wherever it stands. */
function clocksIn(value: unknown): Clock[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'clocks' && Array.isArray(part) && part.every((each) => typeof each === 'object')
      ? (part as Clock[])
      : clocksIn(part),
  );
}

describe('the title of a clock, which stands in bubbles, beside the clock of the screen and in calendars', () => {
  it('accuses nobody, in either language', () => {
    const clocks = clocksIn(compileShipped().rulebook.data);
    expect(clocks.length).toBeGreaterThan(100);
    expect(clocks.filter(({ title }) => isAccusing(title))).toEqual([]);
  });
});
