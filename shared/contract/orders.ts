import * as z from 'zod';
import { id, jobStarted, orderNumber, pageOf, pageRequest } from '../kernel/fields.ts';
import { buyerSummary, importPreview, importRequest, order, orderImport } from '../orders/index.ts';
import { act, change, query } from './builder.ts';

export const orders = {
  /** Newest first. `text` looks in order number, buyer, items, remark and address. */
  list: query()
    .input(
      z.strictObject({
        storeId: id.optional(),
        buyerName: z.string().max(200).optional(),
        text: z.string().max(200).optional(),
        ...pageRequest,
      }),
    )
    .output(pageOf(order).extend({ total: z.int() })),
  get: query('NOT_FOUND')
    .input(z.strictObject({ storeId: id, orderNumber }))
    .output(order),
  /** Buyers of a store by how many orders they have, most first. */
  buyers: query()
    .input(
      z.strictObject({
        storeId: id,
        text: z.string().max(200).optional(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(buyerSummary)),
  /** Reads the file and says what an import would do. Writes nothing. */
  previewImport: query('NOT_FOUND', 'INVALID_FILE', 'FILE_TOO_LARGE', 'BAD_REQUEST')
    .input(importRequest)
    .output(importPreview),
  /**
   * Imports the file as a job: new orders appear when it is done, changed rows keep their prior version under the
   * import's id. Result: the import's id.
   */
  startImport: act('NOT_FOUND', 'INVALID_FILE', 'FILE_TOO_LARGE', 'CONFLICT', 'BAD_REQUEST')
    .input(importRequest)
    .output(jobStarted),
  /** Newest first. */
  imports: query()
    .input(z.strictObject({ storeId: id.optional(), ...pageRequest }))
    .output(pageOf(orderImport)),
  /** Puts every order back as it was before the import; refused while a case uses an order that only it brought. */
  undoImport: change('NOT_FOUND', 'CONFLICT')
    .input(z.strictObject({ importId: id }))
    .output(orderImport),
};
