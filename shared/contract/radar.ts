import * as z from 'zod';
import { done, id } from '../kernel/fields.ts';
import { captureEnd, captureTarget, radarLine } from '../radar/index.ts';
import { change, query } from './builder.ts';

export const radar = {
  /**
   * What goes out of reach, the first to go first and what may be gone any day before it. Of one case everything, also what
   * was saved or lost; of all cases in use only what can still be saved. Instants are ms UTC.
   */
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id.optional() }))
    .output(z.array(radarLine)),
  /**
   * Says what saved something, or why it is not to be had; its clock stops. What is saved as a voucher of each order is
   * ticked there (`requirements`), and BAD_REQUEST here. Said again, it replaces what was said before.
   */
  settle: change('NOT_FOUND', 'BAD_REQUEST')
    .input(z.strictObject({ caseId: id, of: captureTarget, end: captureEnd }))
    .output(done),
  /** Takes back what was said of a capture: it is still to be saved, and its clock runs on. */
  reopen: change('NOT_FOUND')
    .input(z.strictObject({ captureId: id }))
    .output(done),
};
