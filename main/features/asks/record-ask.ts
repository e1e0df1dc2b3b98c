import type * as z from 'zod';
import type { Ask, newAsk } from '../../../shared/asks/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { attachItems } from '../evidence/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { findAskRow, openAskRows, toAsk } from './asks.repo.ts';

/**
 * Writes a request of one case down. An earlier one to the same addressee about the same is looked at with it: from now on
 * the newer says when.
 */
export async function recordAsk(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  input: z.output<typeof newAsk>,
): Promise<Ask> {
  if (tx.operatorId === null) throw new AppError('OPERATOR_NEEDED');
  const { requirements, orders } = await caseCoverage(tx, rulebooks, input.caseId);
  const strange = input.requirementIds.find((id) => !requirements.some((each) => each.id === id));
  if (strange !== undefined)
    throw new AppError('BAD_REQUEST', { reason: 'unknown-requirement', requirementId: strange });
  const other = input.orderNumbers.find((number) => !orders.some((each) => each.orderNumber === number));
  if (other !== undefined) throw new AppError('BAD_REQUEST', { reason: 'unknown-order', orderNumber: other });
  if (input.itemId !== null) await attachItems(tx, input.caseId, [input.itemId]);
  for (const row of await openAskRows(tx, input)) {
    const { requirementIds, orderNumbers } = toAsk(row);
    const isAboutSame =
      requirementIds.some((id) => input.requirementIds.includes(id)) &&
      (orderNumbers.some((number) => input.orderNumbers.includes(number)) ||
        orderNumbers.length + input.orderNumbers.length === 0);
    if (isAboutSame) await tx.update('asks', row.id, { revisit_at: null });
  }
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
    revisit_at: input.revisitAt,
  });
  return toAsk(await findAskRow(tx, id));
}
