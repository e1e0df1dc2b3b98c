import * as z from 'zod';
import { bilingual, id, instant } from '../kernel/fields.ts';
import { REMINDER_STEPS } from './plan.ts';

/** A reminder (提醒) as it stands in the list: the list is the truth, whatever rang or did not. */
export const reminder = z.strictObject({
  id,
  clockId: id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  storeAlias: z.string(),
  owner: z.enum(['mine', 'theirs', 'vanishing']),
  title: bilingual,
  step: z.enum(REMINDER_STEPS),
  firesAt: instant,
  /** When it came into the list; later than `firesAt` where the computer slept or the program was closed. */
  appearedAt: instant,
  dueAt: instant,
  /**
   * Whether it rang: `shown` by the system · `unconfirmed`: it was about to ring when the program stopped, or the system did not
   * let it, and it may not have · `silent`: it has not rung.
   */
  rang: z.enum(['shown', 'unconfirmed', 'silent']),
});
export type Reminder = z.infer<typeof reminder>;

/**
 * A reminder that is of no one clock, as it stands in the list until somebody has seen it or what it is about is done: shops whose
 * back office has to be looked into today, or orders to decide on before they have to be shipped.
 */
export const roundReminder = z.strictObject({
  /** Its newest step: that is what is put off. */
  id,
  /** Every step that came: they stand in one line. */
  reminderIds: z.array(id),
  kind: z.enum(['look-ups', 'to-ship']),
  /** Shops, or orders. */
  count: z.int().min(1),
  shops: z.array(z.string()),
  /** The end of the day, or when the first of the orders has to be shipped. */
  dueAt: instant,
  firesAt: instant,
  appearedAt: instant,
  rang: reminder.shape.rang,
});
export type RoundReminder = z.infer<typeof roundReminder>;

/** The calendar file that is kept for whatever subscribed to it. */
export const keptCalendar = z.strictObject({
  /** Where it lies; null where none is kept. */
  path: z.string().nullable(),
  /** When it was written last since the program started, ms UTC. */
  writtenAt: instant.nullable(),
  /** Why it could not be written the last time; null where it could. */
  problem: z.enum(['NOT_FOUND', 'READ_ONLY', 'OUT_OF_SPACE']).nullable(),
});
export type KeptCalendar = z.infer<typeof keptCalendar>;
