import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, write } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { waitingOrders } from './shipping.repo.ts';
import { reporting } from './undecided.ts';

export const shipping = {
  waiting: os.shipping.waiting.handler(async ({ context: { services }, input }) => {
    if (input.caseId !== undefined) await findCaseRow(services.read, input.caseId);
    return await waitingOrders(services.read, {
      ...input,
      isReport: await reporting(services.read, services.rulebooks),
    });
  }),

  decide: os.shipping.decide.handler(({ context, input }) =>
    write(context, 'shipping.decide', async (tx) => {
      const { storeId, orderNumber, decision, reason } = input;
      const order = (
        await waitingOrders(tx, { isReport: await reporting(tx, context.services.rulebooks) })
      ).find((each) => each.storeId === storeId && each.orderNumber === orderNumber);
      if (order === undefined) throw new AppError('NOT_FOUND', { kind: 'order', id: orderNumber });
      tx.about(order.caseId);
      await tx.insert('ship_decisions', {
        id: tx.newId(),
        store_id: storeId,
        order_number: orderNumber,
        decision,
        reason,
        decided_at: tx.now,
        operator_id: actingOperator(tx),
      });
      return { ok: true as const };
    }),
  ),
};
