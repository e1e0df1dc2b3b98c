import * as z from 'zod';
import { calendarRecord, clockRecord, daySpan, type ComputedClock } from '../deadlines/index.ts';
import { bilingual, computed, id, instant, pageOf, pageRequest } from '../kernel/fields.ts';
import { caseEvents } from '../rulebook/index.ts';
import { query } from './builder.ts';

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
