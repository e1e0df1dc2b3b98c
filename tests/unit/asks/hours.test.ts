import { describe, expect, it, test } from 'vitest';
import {
  askedOne,
  hoursFor,
  openingHours,
  readWindows,
  USUAL_HOURS,
  weekRuns,
  windowsText,
  withUsualHours,
  type HoursRecord,
} from '../../../shared/asks/index.ts';

const recordOf = (over: Partial<HoursRecord>): HoursRecord => ({
  ...{ id: 'set', clientId: null, clientName: null, addressee: 'factory', partyName: '' },
  hours: USUAL_HOURS.factory,
  ...over,
});

describe('whose hours hold', () => {
  const all = withUsualHours([
    recordOf({ id: 'client', clientId: 'c1' }),
    recordOf({ id: 'named', partyName: '二厂' }),
    recordOf({ id: 'client-named', clientId: 'c1', partyName: '二厂' }),
  ]);
  const idOf = (clientId: string | null, partyName: string) =>
    hoursFor(all, { clientId, addressee: 'factory', partyName }).id;

  it('the named party’s before the kind’s, a client’s own before everybody’s, and else what is usual', () => {
    expect(idOf('c1', '二厂')).toBe('client-named');
    expect(idOf('c2', '二厂')).toBe('named');
    expect(idOf('c1', '三厂')).toBe('client');
    expect(idOf('c1', '')).toBe('client');
    expect(idOf('c2', '三厂')).toBeNull();
    expect(hoursFor([], { clientId: null, addressee: 'courier', partyName: '' }).hours).toBe(
      USUAL_HOURS.courier,
    );
  });

  it('every kind has hours that hold together, and one that was set is no assumption any more', () => {
    for (const hours of Object.values(USUAL_HOURS)) expect(openingHours.parse(hours)).toEqual(hours);
    const usual = all.filter(({ id }) => id === null).map(({ addressee }) => addressee);
    expect(usual).toEqual(askedOne.options);
    const own = withUsualHours([recordOf({})]);
    expect(own.filter(({ id }) => id === null).map(({ addressee }) => addressee)).not.toContain('factory');
    expect(own.map(({ addressee }) => addressee)).toEqual(askedOne.options);
  });
});

describe('hours as people type them', () => {
  test.each([
    ['9:00-18:00', [['09:00', '18:00']]],
    [' 9-18 ', [['09:00', '18:00']]],
    ['09：30～24：00', [['09:30', '24:00']]],
    [
      '13:30至18:00，8:30到12:00',
      [
        ['08:30', '12:00'],
        ['13:30', '18:00'],
      ],
    ],
    ['', []],
    ['  ', []],
  ])('%s', (text, windows) => {
    expect(readWindows(text)).toEqual(windows.map(([opens, closes]) => ({ opens, closes })));
  });

  test.each(['上午', '18:00-9:00', '9:00', '9-12,11-15', '9:70-18:00', '25:00-26:00', '9:00-18:00 休'])(
    '%s is refused',
    (text) => {
      expect(readWindows(text)).toBeNull();
    },
  );

  it('are read back as they are written', () => {
    const windows = [
      { opens: '08:30', closes: '12:00' },
      { opens: '13:30', closes: '24:00' },
    ];
    expect(readWindows(windowsText(windows))).toEqual(windows);
  });

  it('are told of by runs of days', () => {
    expect(weekRuns(USUAL_HOURS.warehouse.week)).toEqual([
      { first: 1, last: 6, windows: [{ opens: '09:00', closes: '18:00' }] },
    ]);
    const { week } = USUAL_HOURS.factory;
    const half = week.map((day, place) => (place === 2 ? [{ opens: '08:30', closes: '12:00' }] : day));
    expect(weekRuns(half).map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 3],
      [4, 5],
    ]);
  });
});

describe('hours that cannot be are refused', () => {
  const { factory } = USUAL_HOURS;
  test.each([
    ['a week of closed days', { week: factory.week.map(() => []) }],
    ['six days', { week: factory.week.slice(1) }],
    [
      'windows that overlap',
      { week: factory.week.map(() => [...(factory.week[0] ?? []), ...(factory.week[0] ?? [])]) },
    ],
    ['a zone nobody knows', { zone: 'Asia/Nowhere' }],
    ['closed from a later to an earlier day', { closedSpans: [{ from: '2026-02-02', to: '2026-02-01' }] }],
    ['an answer in no time', { answerMinutes: 0 }],
  ])('%s', (_what, over) => {
    expect(openingHours.safeParse({ ...factory, ...over }).success).toBe(false);
  });
});
