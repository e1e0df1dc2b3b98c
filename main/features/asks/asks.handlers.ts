import { AppError } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { attachItems, requireCase } from '../evidence/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { askRows, findAskRow, toAsk } from './asks.repo.ts';
import { openNeeds } from './needs.ts';

export const asks = {
  list: os.asks.list.handler(async ({ context: { services }, input }) => {
    await requireCase(services.read, input.caseId);
    return (await askRows(services.read, input.caseId)).map(toAsk);
  }),

  needs: os.asks.needs.handler(({ context: { services }, input }) =>
    openNeeds(services.read, services.rulebooks, input.caseId),
  ),

  record: os.asks.record.handler(({ context, input }) =>
    write(
      context,
      'asks.record',
      async (tx) => {
        if (tx.operatorId === null) throw new AppError('OPERATOR_NEEDED');
        const { requirements, orders } = await caseCoverage(tx, context.services.rulebooks, input.caseId);
        const strange = input.requirementIds.find((id) => !requirements.some((each) => each.id === id));
        if (strange !== undefined)
          throw new AppError('BAD_REQUEST', { reason: 'unknown-requirement', requirementId: strange });
        const other = input.orderNumbers.find(
          (number) => !orders.some((each) => each.orderNumber === number),
        );
        if (other !== undefined)
          throw new AppError('BAD_REQUEST', { reason: 'unknown-order', orderNumber: other });
        if (input.itemId !== null) await attachItems(tx, input.caseId, [input.itemId]);
        const id = tx.newId();
        await tx.insert('asks', {
          id,
          case_id: input.caseId,
          addressee: input.addressee,
          addressee_name: input.addresseeName,
          requirement_ids_json: JSON.stringify(input.requirementIds),
          order_numbers_json: JSON.stringify(input.orderNumbers),
          text: input.text,
          channel: input.channel,
          asked_at: input.askedAt,
          item_id: input.itemId,
          state: 'open',
          answered_at: null,
          answer_item_id: null,
          note: '',
          operator_id: tx.operatorId,
        });
        return toAsk(await findAskRow(tx, id));
      },
      { caseId: input.caseId },
    ),
  ),

  answer: os.asks.answer.handler(({ context, input }) =>
    write(context, 'asks.answer', async (tx) => {
      const row = await findAskRow(tx, input.askId);
      tx.about(row.case_id);
      const items = [input.itemId, input.answerItemId].filter((itemId) => itemId != null);
      await attachItems(tx, row.case_id, items);
      await tx.update('asks', row.id, {
        state: input.state,
        answered_at: input.state === 'open' ? null : (input.answeredAt ?? tx.now),
        answer_item_id: input.answerItemId,
        note: input.note,
        ...(input.itemId === undefined ? {} : { item_id: input.itemId }),
      });
      return toAsk(await findAskRow(tx, row.id));
    }),
  ),

  remove: os.asks.remove.handler(({ context, input }) =>
    write(context, 'asks.remove', async (tx) => {
      const row = await findAskRow(tx, input.askId);
      tx.about(row.case_id);
      await tx.remove('asks', row.id);
      return { ok: true as const };
    }),
  ),
};
