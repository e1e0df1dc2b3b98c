import { describe, expect, it } from 'vitest';
import { ladderLines } from '../../../renderer/ui/ladder-lines.ts';
import type { ClockStep } from '../../../shared/deadlines/index.ts';

type DayStep = Extract<ClockStep, { kind: 'day' }>;

const day = (number: number, reason: DayStep['reason'], counted: number | null): DayStep => ({
  kind: 'day',
  date: `2026-11-${String(number).padStart(2, '0')}`,
  weekday: ((number - 1) % 7) + 1,
  counted,
  reason,
  name: reason === 'holiday' ? { zh: '国庆节', en: 'National Day' } : null,
  estimate: false,
});

describe('why it is this day, in few lines', () => {
  it('shows a short walk whole', () => {
    const walk = [1, 2, 3, 4, 5].map((number) => day(number, 'working-day', number));
    expect(ladderLines(walk)).toHaveLength(5);
  });

  it('folds the middle of a long walk and says how many days it holds', () => {
    const walk = Array.from({ length: 20 }, (_, index) =>
      index % 7 >= 5 ? day(index + 1, 'weekend', null) : day(index + 1, 'working-day', index),
    );
    const lines = ladderLines(walk);
    const folded = lines.filter((line) => line.kind === 'folded');
    expect(folded).toHaveLength(1);
    expect(folded[0]).toMatchObject({ counted: 9, skipped: 3 });
    expect(lines).toHaveLength(6 + 1 + 2);
  });

  it('shows the one weekend of seven working days: a line for it would say less', () => {
    const walk = Array.from({ length: 10 }, (_, index) =>
      index === 6 || index === 7 ? day(index + 1, 'weekend', null) : day(index + 1, 'working-day', index),
    );
    expect(ladderLines(walk)).toEqual(walk.map((step) => ({ kind: 'step', step })));
  });

  it('never folds away a holiday: it is what nobody would have guessed', () => {
    const walk = Array.from({ length: 20 }, (_, index) =>
      day(index + 1, index === 10 ? 'holiday' : 'working-day', index === 10 ? null : index),
    );
    const steps = ladderLines(walk).flatMap((line) => (line.kind === 'step' ? [line.step] : []));
    expect(steps.some((step) => step.kind === 'day' && step.reason === 'holiday')).toBe(true);
  });

  it('loses no day', () => {
    const walk = Array.from({ length: 28 }, (_, index) =>
      day(index + 1, index % 9 === 3 ? 'holiday' : 'working-day', index),
    );
    const total = ladderLines(walk).reduce(
      (sum, line) => sum + (line.kind === 'step' ? 1 : line.counted + line.skipped),
      0,
    );
    expect(total).toBe(walk.length);
  });
});
