import * as z from 'zod';
import { done, id, instant, language } from '../kernel/fields.ts';
import { keptCalendar, reminder, roundReminder } from '../reminders/index.ts';
import { act, query } from './builder.ts';

/** A calendar file to save under a name. */
const calendarText = z.strictObject({ name: z.string(), text: z.string() });

export const reminders = {
  /** The reminders that came and that nobody has seen, what ends first before the rest. */
  list: query().input(z.strictObject({})).output(z.array(reminder)),
  /** The reminders that are of no one clock, came, and were not seen; what ends first before the rest. Seen and put off as all are. */
  rounds: query().input(z.strictObject({})).output(z.array(roundReminder)),
  /** Takes reminders out of the list: somebody has seen them. Their clocks run on. */
  see: act()
    .input(z.strictObject({ reminderIds: z.array(id).min(1).max(500) }))
    .output(done),
  /**
   * Lets a reminder come again, and takes the older ones of its clock out of the list: they stood in the same line. NOT_FOUND
   * once its clock has stopped or moved; BAD_REQUEST `snooze-in-past` for an instant that is over. One's own end, and what
   * vanishes, are put off by no more than half of what is left: the answer says until when.
   *
   * `until`: ms UTC.
   */
  snooze: act('NOT_FOUND')
    .input(z.strictObject({ reminderId: id, until: instant }))
    .output(z.strictObject({ until: instant })),
  /**
   * The calendar file (RFC 5545) of a case or, without one, of every case in use: for each clock its end, or for the platform's
   * promise the first look and the end, with what was called off in the last 90 days. That of every case holds one entry more
   * for each day on which back offices have to be looked into, and for orders to decide on before they have to be shipped.
   */
  calendarFile: query()
    .input(z.strictObject({ caseId: id.optional(), language }))
    .output(calendarText.extend({ events: z.int().min(0) })),
  /**
   * One clock to hand on: `message` to paste, `code` as the text of a QR code, `file` for a calendar; all with case number, the
   * store's alias and the act, and no word of a buyer or an order. NOT_FOUND for a clock that is not there;
   * CONFLICT `clock-over` for one that has stopped.
   */
  share: query('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ clockId: id, language }))
    .output(z.strictObject({ message: z.string(), code: z.string(), file: calendarText })),
  /** The calendar file that is kept in a folder, and whether it could be. */
  keptCalendar: query().input(z.strictObject({})).output(keptCalendar),
  /**
   * Keeps a calendar file in a folder from now on, always by the latest of the clocks; null: no more, and the file stays as it
   * is. CONFLICT `folder-not-absolute`; NOT_FOUND, READ_ONLY and OUT_OF_SPACE where it cannot be written there: then nothing
   * is set.
   */
  keepCalendar: act('CONFLICT', 'NOT_FOUND', 'READ_ONLY', 'OUT_OF_SPACE')
    .input(z.strictObject({ folder: z.string().min(1).max(4096).nullable() }))
    .output(keptCalendar),
};
