import * as z from 'zod';
import { pageClockId, recordChanges } from '../deadlines/index.ts';
import { caseEventRecord, eventFields, startingEvents } from '../events/index.ts';
import { done, id } from '../kernel/fields.ts';
import { change, query } from './builder.ts';

export const events = {
  /** What was recorded of a case, the newest event first. */
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(caseEventRecord)),
  /** What the rules of the case count from. */
  starting: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(startingEvents),
  /**
   * Records an event, or corrects its record, and starts its clocks anew where that moves them. Those that a later filing
   * or decision has ended do not run. An event without a clock is a BAD_REQUEST `no-clock-from-it`, one that is still to
   * come a CONFLICT `event-in-future`. Where the page's countdown may be of several clocks, `pageClock` says of which.
   */
  save: change('NOT_FOUND', 'BAD_REQUEST', 'CONFLICT')
    .input(eventFields.extend({ caseId: id, eventId: id.nullable().default(null), pageClock: pageClockId }))
    .output(caseEventRecord),
  /**
   * What `save` would change of the case's running clocks; nothing is kept. An event that a case has no clock from, or that is
   * still to come, is refused as `save` refuses it.
   */
  preview: query('NOT_FOUND', 'CONFLICT')
    .input(eventFields.extend({ caseId: id, eventId: id.nullable().default(null), pageClock: pageClockId }))
    .output(recordChanges),
  /** Takes the record away and stops its clocks. */
  remove: change('NOT_FOUND')
    .input(z.strictObject({ eventId: id }))
    .output(done),
};
