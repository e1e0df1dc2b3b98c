import * as z from 'zod';
import { calendarRecord, clockRecord, daySpan, readYear, type ComputedClock } from '../deadlines/index.ts';
import {
  bilingual,
  computed,
  done,
  fileReference,
  id,
  instant,
  pageOf,
  pageRequest,
} from '../kernel/fields.ts';
import { caseEvents } from '../rulebook/index.ts';
import { act, change, query } from './builder.ts';

export const deadlines = {
  /** Running clocks by what is due first; of one case, or of all. */
  list: query()
    .input(z.strictObject({ caseId: id.optional(), stopped: z.boolean().default(false), ...pageRequest }))
    .output(pageOf(clockRecord)),
  /**
   * The calendars that working days are counted by, each with the last day that a published notice covers, or with the
   * library it is taken from and the last day that covers.
   */
  calendars: query().input(z.strictObject({})).output(z.array(calendarRecord)),
  /**
   * Shows what a year of a calendar in a file (docs/rulebook.md) would change; nothing is changed. INVALID_FILE, with a
   * reason: `not-json`, `no-calendar-year`, `unknown-calendar`, `no-notices`, `older-year`, `gap-in-years`, `known-year`.
   */
  readYear: act('INVALID_FILE')
    .input(z.strictObject({ file: fileReference }))
    .output(readYear),
  /**
   * Brings a year into its calendar: everything counted from now on goes by it. Clocks that run keep their ends.
   *
   * @param sha256 of the file as it was shown
   */
  addYear: change('INVALID_FILE', 'FILE_CHANGED')
    .input(z.strictObject({ file: fileReference, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(done),
  /** Goes back to what the program knew of a year. */
  removeYear: change('NOT_FOUND')
    .input(z.strictObject({ calendar: z.string().max(40), year: z.int() }))
    .output(done),
  /**
   * Counts from a day on, for anybody who wants to know: the end, with every day on the way. NOT_FOUND for a calendar that
   * is not there.
   */
  calculate: query('NOT_FOUND').input(daySpan).output(computed<ComputedClock>()),
  /**
   * The clocks that an event of a case would start at an instant; nothing is started. `at`: ms UTC. `dueAt` is null where the
   * sources give no number.
   */
  whatIf: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, event: z.enum(caseEvents), at: instant }))
    .output(
      z.array(
        z.strictObject({
          specId: z.string(),
          title: bilingual,
          owner: z.enum(['mine', 'theirs', 'vanishing']),
          lookAt: instant,
          dueAt: instant,
        }),
      ),
    ),
};
