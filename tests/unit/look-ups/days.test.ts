import { describe, expect, it } from 'vitest';
import { looksByDay } from '../../../shared/look-ups/index.ts';

const at = (text: string): number => Date.parse(text);
const look = (name: string, due: string | null, everyDays = 1) => ({
  name,
  dueAt: due === null ? null : at(`${due}T00:00:00+08:00`),
  everyDays,
});
const named = (looks: readonly ReturnType<typeof look>[], first: string, last: string) =>
  Object.fromEntries(
    [...looksByDay(looks, { now: at('2026-11-20T15:00:00+08:00'), first, last, zone: 'Asia/Shanghai' })].map(
      ([day, due]) => [day, due.map(({ name }) => name).join('')],
    ),
  );

describe('the days on which back offices have to be looked into', () => {
  const looks = [
    look('a', '2026-11-21'),
    look('b', '2026-11-18', 3),
    look('c', '2026-11-22', 2),
    look('-', null),
  ];

  it('are today with all that is late, and then every so many days', () => {
    expect(named(looks, '2026-11-20', '2026-11-24')).toEqual({
      '2026-11-20': 'b',
      '2026-11-21': 'a',
      '2026-11-22': 'ac',
      '2026-11-23': 'ab',
      '2026-11-24': 'ac',
    });
  });

  it('are the same on a page that begins later, none before today, and none where nobody looks', () => {
    expect(named(looks, '2026-11-22', '2026-11-23')).toEqual({ '2026-11-22': 'ac', '2026-11-23': 'ab' });
    expect(named(looks, '2026-11-16', '2026-11-20')).toEqual({ '2026-11-20': 'b' });
    expect(named(looks, '2026-11-01', '2026-11-19')).toEqual({});
    expect(named([look('-', null)], '2026-11-20', '2026-11-24')).toEqual({});
  });
});
