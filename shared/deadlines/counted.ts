import type { ComputedClock } from './clock-types.ts';
import type { Instant } from '../kernel/index.ts';

/** A part of a day in which a clock counted. */
export interface CountedSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The spans that a clock counted on its way to an end, the first one first, where it counts a part of each day only;
 * undefined for a clock that runs on, and for an end that the page gave.
 */
export function countedSpans(
  { readings }: Pick<ComputedClock, 'readings'>,
  dueAt: Instant,
): readonly CountedSpan[] | undefined {
  const steps = readings.find(({ latest }) => latest === dueAt)?.explanation ?? [];
  const spans = steps.flatMap((step) => (step.kind === 'window' ? [{ from: step.from, to: step.to }] : []));
  return spans.length > 0 && spans.length === steps.length ? spans : undefined;
}

/**
 * The instant from which so much of a clock is left until its end, ms UTC: in the hours that count, where it counts only some.
 * Of more than it ever had, as much before it began.
 *
 * @param length ms
 */
export function beforeEnd(
  { dueAt, counted }: { readonly dueAt: Instant; readonly counted?: readonly CountedSpan[] | undefined },
  length: number,
): Instant {
  const [first] = counted ?? [];
  if (counted === undefined || first === undefined) return dueAt - length;
  let rest = length;
  for (const { from, to } of counted.toReversed()) {
    if (rest <= to - from) return to - rest;
    rest -= to - from;
  }
  return first.from - rest;
}
