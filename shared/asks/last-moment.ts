import type { Instant, LegalDate } from '../kernel/index.ts';
import type { Bilingual } from '../rulebook/index.ts';
import { workCalendars } from '../deadlines/index.ts';
import { daysBack, usualAnswer, type Calendars, type ClosedReason } from './open-time.ts';
import type { OpeningHours } from './opening-hours.ts';

/** One line of why a moment is the last one, from the cut-off back. */
export type AskStep =
  | { readonly kind: 'open'; readonly from: Instant; readonly to: Instant; readonly name: Bilingual | null }
  | {
      readonly kind: 'closed';
      /** Closed from the first to the last of these days. */
      readonly first: LegalDate;
      readonly last: LegalDate;
      readonly reason: ClosedReason;
      readonly name: Bilingual | null;
    };

/** The latest instant at which asking still leaves somebody the time they usually take. */
export interface LastMoment {
  /** Null where there is none, for as far back as is looked. */
  readonly at: Instant | null;
  /** What was counted and what was passed over on the way back from the cut-off, in that order. */
  readonly steps: readonly AskStep[];
  /** Whether it rests on a calendar that no notice has published yet. */
  readonly estimate: boolean;
}

/**
 * The last useful moment to ask somebody: the latest instant at which they are there and from which, until the cut-off,
 * they are there for as long as they usually take. It never lies after the cut-off; a later cut-off never brings it forward.
 *
 * @param cutOffAt when the answer must be there, ms UTC
 */
export function lastMoment(
  hours: OpeningHours,
  cutOffAt: Instant,
  calendars: Calendars = workCalendars,
): LastMoment {
  let left = hours.answerMinutes * MINUTE;
  let estimate = false;
  const steps: AskStep[] = [];
  for (const day of daysBack(hours, cutOffAt, calendars)) {
    estimate ||= day.estimate;
    if (day.closed !== null) {
      passOver(steps, { date: day.date, reason: day.closed, name: day.name });
      continue;
    }
    for (const span of day.spans.toReversed()) {
      const to = Math.min(span.to, cutOffAt);
      if (to <= span.from) continue;
      const from = Math.max(span.from, to - left);
      steps.push({ kind: 'open', from, to, name: day.name });
      left -= to - from;
      if (left === 0) return { at: from, steps, estimate };
    }
  }
  return { at: null, steps: [], estimate };
}

/** What asking somebody before a cut-off looks like at this hour. */
export interface AskOutlook {
  /** The last useful moment; null where it is too late, or there is none. */
  readonly at: Instant | null;
  /** Why there is none any more; null where there is. */
  readonly tooLate: 'passed' | 'cut-off-over' | 'never-open' | null;
  /** The last useful moment, also where it lies behind. */
  readonly was: Instant | null;
  /** Where it is too late: when an answer comes if they are asked all the same; null where that cannot be foreseen. */
  readonly answerAt: Instant | null;
  readonly steps: readonly AskStep[];
  readonly estimate: boolean;
}

/** Whether asking somebody is still worth it for a cut-off, and until when. */
export function askOutlook(
  hours: OpeningHours,
  cutOffAt: Instant,
  now: Instant,
  calendars: Calendars = workCalendars,
): AskOutlook {
  const { at, steps, estimate } = lastMoment(hours, cutOffAt, calendars);
  const tooLate = now >= cutOffAt ? 'cut-off-over' : at === null ? 'never-open' : at < now ? 'passed' : null;
  return {
    at: tooLate === null ? at : null,
    tooLate,
    was: at,
    answerAt: tooLate === null ? null : usualAnswer(hours, now, calendars),
    steps,
    estimate,
  };
}

const MINUTE = 60_000;

/** Days closed for one reason are told of as one run; `steps` goes back in time. */
function passOver(
  steps: AskStep[],
  {
    date,
    reason,
    name,
  }: { readonly date: LegalDate; readonly reason: ClosedReason; readonly name: Bilingual | null },
): void {
  const previous = steps.at(-1);
  if (previous?.kind === 'closed' && previous.reason === reason && previous.name?.zh === name?.zh)
    steps[steps.length - 1] = { ...previous, first: date };
  else steps.push({ kind: 'closed', first: date, last: date, reason, name });
}
