import type { Instant, LegalDate } from '../kernel/index.ts';
import type { CalendarLibrary, DayReason } from './calendar.ts';
import type { Duration } from './duration.ts';

/**
 * Whose clock it is: `mine`, the seller must act before it ends · `theirs`, the platform promised something ·
 * `vanishing`, something can no longer be looked up after it.
 */
export type ClockOwner = 'mine' | 'theirs' | 'vanishing';

/** One source's version of a span. */
export interface ClockReading {
  readonly ruleId: string;
  readonly readingId: string;
  readonly duration: Duration;
}

/** What the engine needs to know of a clock; the rulebook's clocks carry more. */
export interface ClockInput {
  readonly owner: ClockOwner;
  readonly readings: readonly ClockReading[];
}

/** One line of "why Thursday and not Friday". */
export type ClockStep =
  | {
      readonly kind: 'day';
      readonly date: LegalDate;
      /** 1 Monday … 7 Sunday. */
      readonly weekday: number;
      /** The number this day counts as, or null where it is skipped. */
      readonly counted: number | null;
      readonly reason: DayReason;
      /** The holiday's name (or the one a makeup day belongs to), else null. */
      readonly name: { readonly zh: string; readonly en: string } | null;
      /** True where no calendar covers the day for sure. */
      readonly estimate: boolean;
    }
  | { readonly kind: 'hours'; readonly from: Instant; readonly to: Instant; readonly hours: number }
  /** The clock stood still. */
  | { readonly kind: 'paused'; readonly from: Instant; readonly to: Instant }
  | {
      /** Hours inside the window of one day. */
      readonly kind: 'window';
      readonly date: LegalDate;
      readonly from: Instant;
      readonly to: Instant;
      readonly minutes: number;
    }
  | { readonly kind: 'months'; readonly from: LegalDate; readonly to: LegalDate; readonly months: number }
  | {
      readonly kind: 'page';
      readonly to: Instant;
      /** When somebody read it there; absent where nobody said. */
      readonly readAt?: Instant;
    };

/**
 * `exact`: one reading, and a published calendar wherever one was asked · `library`: one reading, but its working days are
 * known from a library only · `arguable`: the sources differ, or the page ends later than a rule · `estimate`: a day without a calendar, or near a holiday that
 * may still move, was walked over, or nobody knows in which zone its days end.
 */
export type Certainty = 'exact' | 'library' | 'arguable' | 'estimate';

/** One reading, computed. */
export interface ComputedReading {
  /** Null for the countdown the user read off the platform's page. */
  readonly ruleId: string | null;
  readonly readingId: string;
  /** The lower end of the span, or null where the rule gives none. */
  readonly earliest: Instant | null;
  /** The upper end. A span in days ends at 24:00, which is 00:00 of the day after `endDate`. */
  readonly latest: Instant;
  /** The last day of the span in the platform's zone. */
  readonly endDate: LegalDate;
  readonly explanation: readonly ClockStep[];
  readonly certainty: Certainty;
  /**
   * An estimate's two ends, by the fewest and the most days off that the missing notice may bring, and over all zones in
   * which its days may end. Null where nothing is
   * estimated, and where nothing can be foreseen of a year that was walked over.
   */
  readonly range: { readonly earliest: Instant; readonly latest: Instant } | null;
  /** When it ends in each zone in which its days may end, the platform's own first; absent where only one comes into question. */
  readonly inZones?: readonly { readonly zone: string; readonly end: Instant }[];
  /** The library that its holidays were taken from; absent where all that was asked are notices. */
  readonly library?: CalendarLibrary;
}

/** A clock with all its readings, and the instants the product acts on. */
export interface ComputedClock {
  readonly owner: ClockOwner;
  readonly zone: string;
  readonly startedAt: Instant;
  /** Shortest first; the page's countdown, where given, is first and wins. */
  readonly readings: readonly ComputedReading[];
  /** `theirs`: the first moment at which a look is worth it. Null without readings or for other owners. */
  readonly lookAt: Instant | null;
  /** `theirs`: chasing is fair only after the longest reading. Null without readings or for other owners. */
  readonly chaseAfter: Instant | null;
  /** `mine` and `vanishing`: the earliest end of all readings and of what is estimated, or the page's own. Null without readings. */
  readonly dueAt: Instant | null;
  readonly certainty: Certainty;
  /** Nobody knows when it started, only that it was no later: it may end earlier than this. */
  readonly startIsLatest?: true;
  /** The same, where the page tells its end all the same: what the rules say beside it is an estimate. */
  readonly startAssumed?: true;
  /** It runs on after a return, though no rule says whether it does or begins anew. */
  readonly wasReturned?: true;
  /** Why no source names the zone that its days were counted in; absent where one does, or where that makes no difference. */
  readonly zoneAssumed?: { readonly zh: string; readonly en: string };
  /** The page ends later than a rule that was not over yet when it was read: it may have been read earlier than was said. */
  readonly pageIsLater?: true;
  /** Somebody said that the page's countdown is of this clock, where it could be of several. */
  readonly pageChosen?: true;
}
