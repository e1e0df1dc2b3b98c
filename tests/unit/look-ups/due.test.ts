import { describe, expect, it } from 'vitest';
import { nextLook, USUAL_DAYS } from '../../../shared/look-ups/index.ts';
import { lookUpKinds } from '../../../shared/rulebook/index.ts';

const at = (text: string): number => Date.parse(text);

describe('the next look into a back office', () => {
  it('is due as the day begins, however late the last one was', () => {
    for (const last of ['2026-11-12T00:00:00+08:00', '2026-11-12T23:59:00+08:00'])
      expect(nextLook(at(last), 1, 'Asia/Shanghai')).toBe(at('2026-11-13T00:00:00+08:00'));
  });

  it('counts days of the person, also over the hour that summer time takes', () => {
    expect(nextLook(at('2026-03-28T12:00:00+01:00'), 2, 'Europe/Berlin')).toBe(
      at('2026-03-30T00:00:00+02:00'),
    );
  });

  it('has something usual for everything that is looked for', () => {
    expect(Object.keys(USUAL_DAYS).toSorted()).toEqual([...lookUpKinds].toSorted());
  });
});
