import { AppError } from '../../../shared/kernel/index.ts';
import { os, requireOperator, write } from '../../core/context.ts';
import { findStoreRow } from '../clients/index.ts';
import { setClocksOfImport } from '../radar/index.ts';
import { importOrders, previewImport } from './import-orders.ts';
import {
  findImportRow,
  findOrder,
  listBuyers,
  listImports,
  listOrders,
  orderInUse,
  toImport,
} from './orders.repo.ts';

export const orders = {
  list: os.orders.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listOrders(context.services.read, filter, cursor, limit);
  }),

  get: os.orders.get.handler(({ context, input }) =>
    findOrder(context.services.read, input.storeId, input.orderNumber),
  ),

  buyers: os.orders.buyers.handler(({ context, input }) =>
    listBuyers(context.services.read, input.storeId, input.text, input.limit),
  ),

  previewImport: os.orders.previewImport.handler(({ context, input, signal }) =>
    previewImport(context, input, signal),
  ),

  startImport: os.orders.startImport.handler(async ({ context, input, signal }) => {
    const { services } = context;
    const operatorId = await requireOperator(context);
    const store = await findStoreRow(services.read, input.storeId);
    const preview = await previewImport(context, input, signal);
    // Given up just as the look was over: an import that nobody waits for is not begun.
    if (signal?.aborted === true) throw new AppError('CANCELLED');
    if (preview.mapping.orderNumber === undefined)
      throw new AppError('BAD_REQUEST', { reason: 'order-number-unmapped' });
    if (preview.needsZone) throw new AppError('BAD_REQUEST', { reason: 'zone-needed' });
    if (preview.otherStore !== null) {
      throw new AppError('CONFLICT', {
        reason: 'other-store',
        name: preview.otherStore.shopName,
        store: store.name,
      });
    }
    return services.jobs.start('order-import', (control) =>
      importOrders(context, operatorId, input, control),
    );
  }),

  imports: os.orders.imports.handler(({ context, input }) =>
    listImports(context.services.read, input.storeId, input.cursor, input.limit),
  ),

  undoImport: os.orders.undoImport.handler(({ context, input }) =>
    write(context, 'orders.undoImport', async (tx) => {
      const row = await findImportRow(tx, input.importId);
      if (row.state !== 'done') throw new AppError('CONFLICT', { reason: 'import-not-in-force' });
      const used = await orderInUse(tx, row.id);
      if (used !== null) throw new AppError('CONFLICT', { reason: 'order-in-case', ...used });
      const swapped = await tx.orders.swap(row.id);
      if (!swapped.ok)
        throw new AppError('CONFLICT', { reason: 'order-changed-since', orderNumber: swapped.orderNumber });
      await tx.update('order_imports', row.id, { state: 'undone' });
      await setClocksOfImport(tx, context.services.rulebooks, row.id);
      return toImport(await findImportRow(tx, row.id));
    }),
  ),
};
