import * as z from 'zod';
import { done, id, instant } from '../kernel/fields.ts';
import { reminder } from '../reminders/index.ts';
import { act, query } from './builder.ts';

export const reminders = {
  /** The reminders that came and that nobody has seen, what ends first before the rest. */
  list: query().input(z.strictObject({})).output(z.array(reminder)),
  /** Takes reminders out of the list: somebody has seen them. Their clocks run on. */
  see: act()
    .input(z.strictObject({ reminderIds: z.array(id).min(1).max(500) }))
    .output(done),
  /**
   * Lets a reminder come again. NOT_FOUND once its clock has stopped or moved; BAD_REQUEST `snooze-in-past` for an instant
   * that is over.
   *
   * `until`: ms UTC.
   */
  snooze: act('NOT_FOUND')
    .input(z.strictObject({ reminderId: id, until: instant }))
    .output(done),
};
