import type { Instant } from '../kernel/index.ts';
import type { Reminder } from './schema.ts';

/** The seller's own end of a clock, in words that anybody may read over a shoulder: number, alias, act. */
export interface NextEnd {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly storeAlias: string;
  /** What is to be done by then. */
  readonly title: Reminder['title'];
  readonly dueAt: Instant;
}

/** What the host shows of a workspace while nobody looks at its window: beside the clock, on the program's icon. */
export interface Outlook {
  /** Clocks and rounds with a reminder that nobody has seen, as many as the list of reminders has lines. */
  readonly unseen: number;
  /** The seller's own clocks that have ended and still run. */
  readonly late: number;
  /** The seller's own ends to come, the next one first; at most {@link ENDS_SHOWN}. */
  readonly next: readonly NextEnd[];
  /** In which the person reads times. */
  readonly zone: string;
}

/** More would be a second list of deadlines in a place where nobody can act. */
export const ENDS_SHOWN = 5;
