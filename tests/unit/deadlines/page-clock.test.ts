import { describe, expect, it } from 'vitest';
import { countedByPage, pageClock, type RuledClock } from '../../../main/features/deadlines/page-clock.ts';
import { HOUR } from '../../helpers/core.ts';

const START = Date.parse('2026-11-20T10:00:00+08:00');
const clock = (id: string, hours: number | null, owner: 'mine' | 'theirs' = 'mine'): RuledClock => ({
  spec: { ...pageClock('notice-issued'), id, owner },
  dueAt: hours === null ? null : START + hours * HOUR,
});
const counted = (clocks: readonly RuledClock[], hours: number, chosen?: string): string | undefined =>
  countedByPage(clocks, START, START + hours * HOUR, chosen)?.id;

describe('the countdown of a page', () => {
  it('is of the seller’s only clock, and wins over its rules whatever they say', () => {
    expect(counted([clock('answer', 48, 'theirs'), clock('own', 72)], 24)).toBe('own');
    expect(counted([clock('own', 72)], 240)).toBe('own');
  });

  it('is of the one of several that ends nearest', () => {
    const several = [clock('first-reply', 2), clock('facts', 120), clock('plan', 168)];
    expect(counted(several, 118)).toBe('facts');
    expect(counted(several, 166)).toBe('plan');
    expect(counted(several, 1.9)).toBe('first-reply');
  });

  it('is of the one that somebody says, however near another ends, or of none of them', () => {
    const several = [clock('first-reply', 2), clock('facts', 120), clock('answer', 100, 'theirs')];
    expect(counted(several, 118, 'first-reply')).toBe('first-reply');
    expect(counted(several, 118, 'page')).toBeUndefined();
    // What the event does not start, or is not the seller's, was never meant.
    expect(counted(several, 118, 'answer')).toBe('facts');
    expect(counted(several, 118, 'long-gone')).toBe('facts');
  });

  it('never makes a shorter rule longer: what it cannot be of is a time of its own', () => {
    expect(counted([clock('first-reply', 2), clock('facts', 24)], 240)).toBeUndefined();
    expect(counted([clock('first-reply', 2), clock('open', null)], 240)).toBe('open');
    expect(counted([clock('answer', 240, 'theirs')], 240)).toBeUndefined();
  });
});
