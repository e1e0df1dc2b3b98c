import { describe, expect, it } from 'vitest';
import {
  askOutlook,
  lastMoment,
  openness,
  usualAnswer,
  USUAL_HOURS,
  type OpeningHours,
} from '../../../shared/asks/index.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const { courier, warehouse, factory } = USUAL_HOURS;
const said = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

describe('on Thursday at 21:40 with 26 hours left', () => {
  const now = at('2026-11-12T21:40');
  /** Six hours before the end, Friday 23:40. */
  const cutOff = at('2026-11-13T17:40');

  it('everybody can still be asked, each until an hour of their own', () => {
    const until = (hours: OpeningHours) => said(askOutlook(hours, cutOff, now).at);
    expect(until(courier)).toBe('2026-11-13T13:40');
    expect(until(warehouse)).toBe('2026-11-13T14:40');
    expect(until(factory)).toBe('2026-11-13T09:30');
  });

  it('nobody but the buyer is there at this hour, and the others open one after the other', () => {
    expect(openness(USUAL_HOURS.buyer, now)).toEqual({
      isOpen: true,
      closesAt: at('2026-11-12T22:00'),
      opensAt: null,
    });
    const next = (hours: OpeningHours) => said(openness(hours, now).opensAt);
    expect([courier, factory, warehouse].map(next)).toEqual([
      '2026-11-13T08:00',
      '2026-11-13T08:30',
      '2026-11-13T09:00',
    ]);
  });

  it('says when an answer may be looked for, in their hours', () => {
    expect(said(usualAnswer(courier, now))).toBe('2026-11-13T12:00');
    expect(said(usualAnswer(warehouse, now))).toBe('2026-11-13T12:00');
    expect(said(usualAnswer(factory, now))).toBe('2026-11-13T16:30');
    // What would be done at closing time is looked for when they open again.
    expect(said(usualAnswer(factory, at('2026-11-13T09:30')))).toBe('2026-11-16T08:30');
  });

  it('says why: what is counted back from the cut-off, and what is passed over', () => {
    expect(lastMoment(factory, cutOff).steps).toEqual([
      { kind: 'open', from: at('2026-11-13T09:30'), to: at('2026-11-13T17:30'), name: null },
    ]);
    const monday = lastMoment(factory, at('2026-11-16T12:00'));
    expect(said(monday.at)).toBe('2026-11-13T13:00');
    expect(monday.steps).toEqual([
      { kind: 'open', from: at('2026-11-16T08:30'), to: at('2026-11-16T12:00'), name: null },
      { kind: 'closed', first: '2026-11-14', last: '2026-11-15', reason: 'weekly', name: null },
      { kind: 'open', from: at('2026-11-13T13:00'), to: at('2026-11-13T17:30'), name: null },
    ]);
  });
});

describe('where it is too late, that is said, and why', () => {
  const cutOff = at('2026-11-13T17:40');

  it('the moment has passed, and an answer would come after the cut-off', () => {
    expect(askOutlook(factory, cutOff, at('2026-11-13T10:00'))).toMatchObject({
      at: null,
      tooLate: 'passed',
      was: at('2026-11-13T09:30'),
      answerAt: at('2026-11-16T09:00'),
    });
  });

  it('the last moment itself is not too late', () => {
    const last = at('2026-11-13T09:30');
    expect(askOutlook(factory, cutOff, last)).toMatchObject({ at: last, tooLate: null });
    expect(askOutlook(factory, cutOff, last + 1).tooLate).toBe('passed');
  });

  it('the cut-off itself is over', () => {
    expect(askOutlook(courier, cutOff, cutOff)).toMatchObject({ at: null, tooLate: 'cut-off-over' });
  });

  it('nobody is ever there', () => {
    const closedSpans = [{ from: '2020-01-01', to: '2040-01-01' }];
    expect(askOutlook({ ...courier, closedSpans }, cutOff, at('2026-11-12T21:40'))).toEqual({
      ...{ at: null, was: null, answerAt: null },
      ...{ tooLate: 'never-open', steps: [], estimate: false },
    });
    expect(openness({ ...courier, closedSpans }, cutOff)).toEqual({
      ...{ isOpen: false, closesAt: null, opensAt: null },
    });
  });
});

describe('holidays of a calendar', () => {
  it('close the factory for the week of the National Day, by name', () => {
    const { at: last, steps, estimate } = lastMoment(factory, at('2026-10-08T10:00'));
    expect(said(last)).toBe('2026-09-30T11:00');
    expect(estimate).toBe(false);
    expect(steps.map((step) => step.kind)).toEqual(['open', 'closed', 'open']);
    expect(steps[1]).toMatchObject({ first: '2026-10-01', last: '2026-10-07', reason: 'holiday' });
    expect((steps[1] as { name: { zh: string } }).name.zh).toContain('国庆');
  });

  it('open it on the Saturday that makes up for them, for an ordinary day', () => {
    expect(said(lastMoment(factory, at('2026-10-12T08:00')).at)).toBe('2026-10-10T09:30');
    expect(openness(factory, at('2026-10-10T08:30')).isOpen).toBe(true);
    expect(openness(factory, at('2026-10-17T08:30')).isOpen).toBe(false);
  });

  it('leave the courier’s service as it is on any day', () => {
    expect(said(lastMoment(courier, at('2026-10-03T18:00')).at)).toBe('2026-10-03T14:00');
  });

  it('of a year that no notice has published yet make it an estimate', () => {
    expect(lastMoment(factory, at('2027-02-03T12:00')).estimate).toBe(true);
    expect(lastMoment(courier, at('2027-02-03T12:00')).estimate).toBe(false);
  });
});

describe('hours of one’s own', () => {
  const alwaysThere: OpeningHours = {
    ...courier,
    week: Array.from({ length: 7 }, () => [{ opens: '00:00', closes: '24:00' }]),
  };

  it('of who is there day and night have no closing time, and count through midnight', () => {
    expect(openness(alwaysThere, at('2026-11-12T21:40'))).toEqual({
      ...{ isOpen: true, closesAt: null, opensAt: null },
    });
    expect(said(lastMoment(alwaysThere, at('2026-11-13T02:00')).at)).toBe('2026-11-12T22:00');
  });

  it('with a break at noon do not count it', () => {
    const week = factory.week.map(() => [
      { opens: '08:30', closes: '12:00' },
      { opens: '13:30', closes: '17:30' },
    ]);
    const { at: last, steps } = lastMoment({ ...factory, week, answerMinutes: 300 }, at('2026-11-13T15:30'));
    expect(said(last)).toBe('2026-11-13T09:00');
    expect(steps).toHaveLength(2);
  });

  it('with days on which they are closed pass those over as their own', () => {
    const closedSpans = [{ from: '2026-11-12', to: '2026-11-13' }];
    const { at: last, steps } = lastMoment({ ...warehouse, closedSpans }, at('2026-11-14T10:00'));
    expect(said(last)).toBe('2026-11-11T16:00');
    expect(steps[1]).toEqual({
      ...{ kind: 'closed', first: '2026-11-12', last: '2026-11-13', reason: 'own', name: null },
    });
  });

  it('count an hour that a clock skips or repeats as it is lived', () => {
    const berlin: OpeningHours = { ...alwaysThere, zone: 'Europe/Berlin', answerMinutes: 24 * 60 };
    // The night of 2026-03-29 has one hour less, that of 2026-10-25 one more.
    const spring = Date.parse('2026-03-30T00:00:00+02:00');
    expect(lastMoment(berlin, spring).at).toBe(spring - 24 * 3_600_000);
    const autumn = Date.parse('2026-10-26T00:00:00+01:00');
    expect(lastMoment(berlin, autumn).at).toBe(autumn - 24 * 3_600_000);
    expect(lastMoment(berlin, autumn).steps).toHaveLength(1);
    expect(lastMoment(berlin, spring).steps).toHaveLength(2);
  });
});
