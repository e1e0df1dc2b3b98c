import { describe, expect, it } from 'vitest';
import { byWhen, USUAL_HOURS, withUsualHours, type HoursRecord } from '../../../shared/asks/index.ts';
import type { AskedOne } from '../../../shared/asks/opening-hours.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const now = at('2026-06-15T09:00');
const SHANGHAI = { now, zone: 'Asia/Shanghai' };
const theirs = (addressee: AskedOne, zone?: string): HoursRecord => {
  const found = withUsualHours([]).find((each) => each.addressee === addressee);
  if (found === undefined) throw new Error(addressee);
  return zone === undefined ? found : { ...found, hours: { ...USUAL_HOURS[addressee], zone } };
};
const caseUntil = (dueAt: string, cutOffAt: string) => ({ dueAt: at(dueAt), cutOffAt: at(cutOffAt) });

describe('until when a message asks for an answer', () => {
  const ends = [
    caseUntil('2026-06-18T00:00', '2026-06-17T18:00'),
    caseUntil('2026-06-17T06:00', '2026-06-17T00:00'),
  ];

  it('is the internal cut-off of the case that ends first, midnight being that of the day that is over', () => {
    expect(byWhen(ends, 'courier', theirs('courier'), SHANGHAI)).toEqual({
      zh: '06-16 24:00',
      en: 'Jun 16 24:00',
    });
  });

  it('names the zone to whom may live by another than the seller', () => {
    const buyer = byWhen(ends, 'buyer', theirs('buyer'), SHANGHAI);
    expect(buyer?.zh).toBe('06-16 24:00（北京时间）');
    expect(byWhen(ends, 'factory', theirs('factory', 'Europe/Berlin'), SHANGHAI)?.zh).toBe(
      '06-16 18:00（德国时间）',
    );
    const abroad = { now, zone: 'America/Los_Angeles' };
    expect(byWhen(ends, 'courier', theirs('courier'), abroad)?.zh).toBe('06-16 24:00（北京时间）');
    expect(byWhen(ends, 'own-records', null, abroad)?.zh).not.toContain('（');
  });

  it('is the end itself once the cut-off is over, and nothing once that is', () => {
    const late = { ...SHANGHAI, now: at('2026-06-17T02:00') };
    expect(byWhen(ends, 'courier', theirs('courier'), late)?.zh).toBe('06-17 06:00');
    const over = { ...SHANGHAI, now: at('2026-06-18T02:00') };
    expect(byWhen(ends, 'courier', theirs('courier'), over)).toBeUndefined();
    expect(byWhen([{ dueAt: null, cutOffAt: null }], 'courier', null, SHANGHAI)).toBeUndefined();
  });
});
