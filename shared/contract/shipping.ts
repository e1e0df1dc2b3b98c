import * as z from 'zod';
import { done, id } from '../kernel/fields.ts';
import { shipChoice, waitingOrder } from '../shipping/index.ts';
import { change, query } from './builder.ts';

export const shipping = {
  /**
   * Orders that stand in a case that is not over, or that a buyer placed who is reported in one, which are paid and not
   * shipped; the one that has to go first comes first, and those last whose time to ship by nobody knows. Instants are ms UTC.
   */
  waiting: query()
    .input(z.strictObject({ caseId: id.optional() }))
    .output(z.array(waitingOrder)),
  /** Writes down whether to ship an order or to hold it back. Nothing is sent to a platform. */
  decide: change('NOT_FOUND').input(shipChoice).output(done),
};
