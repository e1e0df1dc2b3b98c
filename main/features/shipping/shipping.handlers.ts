import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, write, type Services } from '../../core/context.ts';
import { findCaseRow, type ReadHandle } from '../../workspace/index.ts';
import { waitingOrders } from './shipping.repo.ts';

export const shipping = {
  waiting: os.shipping.waiting.handler(async ({ context: { services }, input }) => {
    if (input.caseId !== undefined) await findCaseRow(services.read, input.caseId);
    return await waitingOrders(services.read, {
      ...input,
      isReport: await reports(services, services.read),
    });
  }),

  decide: os.shipping.decide.handler(({ context, input }) =>
    write(context, 'shipping.decide', async (tx) => {
      const { storeId, orderNumber, decision, reason } = input;
      const order = (await waitingOrders(tx, { isReport: await reports(context.services, tx) })).find(
        (each) => each.storeId === storeId && each.orderNumber === orderNumber,
      );
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

/** Which scenarios report a buyer, by the rules of today. */
async function reports(
  { rulebooks }: Pick<Services, 'rulebooks'>,
  read: ReadHandle,
): Promise<(scenarioId: string) => boolean> {
  const { scenarios } = await rulebooks.current(read);
  return (scenarioId) => scenarios.get(scenarioId)?.kind === 'report';
}
