import { proposeVouchers, type VoucherProposal } from '../../../shared/evidence/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { CoverageView, OrderTick } from '../../../shared/rulebook/index.ts';
import { os, write } from '../../core/context.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { attachItems, caseExhibits } from '../evidence/index.ts';
import { setOrderClocks } from '../radar/index.ts';
import { caseCoverage, findTick, genuineOrderRows, itemsOf } from './requirements.repo.ts';

export const requirements = {
  coverage: os.requirements.coverage.handler(({ context, input }) =>
    caseCoverage(context.services.read, context.services.rulebooks, input.caseId),
  ),

  meet: os.requirements.meet.handler(({ context, input }) =>
    write(
      context,
      'requirements.meet',
      (tx) =>
        sayOf(tx, context.services.rulebooks, input, {
          state: input.itemIds.length === 0 ? null : 'met',
          itemIds: input.itemIds,
          reason: '',
        }),
      { caseId: input.caseId },
    ),
  ),

  unavailable: os.requirements.unavailable.handler(({ context, input }) =>
    write(
      context,
      'requirements.unavailable',
      (tx) =>
        sayOf(tx, context.services.rulebooks, input, {
          state: 'unavailable',
          itemIds: input.itemIds,
          reason: input.reason,
        }),
      { caseId: input.caseId },
    ),
  ),

  notAsked: os.requirements.notAsked.handler(({ context, input }) =>
    write(
      context,
      'requirements.notAsked',
      async (tx) => {
        const { rulebooks } = context.services;
        const { requirements: asked } = await caseCoverage(tx, rulebooks, input.caseId);
        const requirement = asked.find((each) => each.id === input.requirementId);
        if (requirement?.ifAsked === false)
          throw new AppError('BAD_REQUEST', { reason: 'always-asked', requirementId: input.requirementId });
        return await sayOf(tx, rulebooks, input, {
          state: input.notAsked ? 'not-asked' : null,
          itemIds: [],
          reason: '',
        });
      },
      { caseId: input.caseId },
    ),
  ),

  proposals: os.requirements.proposals.handler(async ({ context: { services }, input }) => {
    const { requirements: asked, orders } = await caseCoverage(
      services.read,
      services.rulebooks,
      input.caseId,
    );
    const items = (await caseExhibits(services.read, input.caseId)).map(({ item }) => ({
      itemId: item.id,
      fileName: item.fileName,
      label: item.label,
    }));
    const proposed = proposeVouchers(
      items,
      orders.map((order) => order.orderNumber),
      asked,
      orders.flatMap(({ orderNumber, items: slots }) =>
        slots.flatMap(({ requirementId, itemIds }) =>
          itemIds.map((itemId) => ({ itemId, orderNumber, requirementId })),
        ),
      ),
    );
    const wanted = ({ orderNumber, requirementId }: VoucherProposal) =>
      orders
        .find((order) => order.orderNumber === orderNumber)
        ?.items.some((slot) => slot.requirementId === requirementId && slot.state !== 'not-asked');
    return proposed.filter(wanted).map((proposal) => ({
      ...proposal,
      fileName: items.find((item) => item.itemId === proposal.itemId)?.fileName ?? '',
    }));
  }),

  acceptProposals: os.requirements.acceptProposals.handler(({ context, input }) =>
    write(
      context,
      'requirements.acceptProposals',
      async (tx) => {
        const { rulebooks } = context.services;
        const { requirements: asked, orders } = await caseCoverage(tx, rulebooks, input.caseId);
        for (const { itemId, orderNumber, requirementId } of input.proposals) {
          refuseUnknown(asked, orders, requirementId, [orderNumber]);
          await attachItems(tx, input.caseId, [itemId]);
          const known = await findTick(tx, input.caseId, requirementId, orderNumber);
          const before = known?.state === 'met' ? itemsOf(known) : [];
          await put(tx, input.caseId, requirementId, orderNumber, {
            state: 'met',
            itemIds: [...new Set([...before, itemId])],
            reason: '',
          });
        }
        await setOrderClocks(tx, rulebooks, input.caseId);
        return await caseCoverage(tx, rulebooks, input.caseId);
      },
      { caseId: input.caseId },
    ),
  ),
};

/** What is said of a voucher; state null takes back what was said. */
interface Said {
  readonly state: OrderTick['state'] | null;
  readonly itemIds: readonly string[];
  readonly reason: string;
}

interface About {
  readonly caseId: string;
  readonly requirementId: string;
  readonly orderNumbers: readonly string[];
}

async function sayOf(tx: WriteHandle, rulebooks: Rulebooks, about: About, said: Said): Promise<CoverageView> {
  const { caseId, requirementId } = about;
  const before = await caseCoverage(tx, rulebooks, caseId);
  refuseUnknown(before.requirements, before.orders, requirementId, about.orderNumbers);
  await attachItems(tx, caseId, said.itemIds);
  for (const orderNumber of about.orderNumbers.length === 0 ? [''] : about.orderNumbers)
    await put(tx, caseId, requirementId, orderNumber, said);
  const after = await caseCoverage(tx, rulebooks, caseId);
  await unsortIncomplete(tx, caseId, after);
  await setOrderClocks(tx, rulebooks, caseId);
  return after;
}

/** 凭证齐全 that no longer is goes back to unsorted: whoever took the voucher away decides what the order is now. */
async function unsortIncomplete(tx: WriteHandle, caseId: string, now: CoverageView): Promise<void> {
  for (const row of await genuineOrderRows(tx, caseId)) {
    const order = now.orders.find((each) => each.orderNumber === row.order_number);
    if (order !== undefined && (order.total === 0 || order.met < order.total))
      await tx.update('case_orders', row.id, { class: null, class_reason: '', classed_at: null });
  }
}

/** @throws AppError BAD_REQUEST for a requirement the scene does not have, or orders where it has none (and the reverse). */
function refuseUnknown(
  asked: CoverageView['requirements'],
  orders: CoverageView['orders'],
  requirementId: string,
  orderNumbers: readonly string[],
): void {
  const requirement = asked.find((each) => each.id === requirementId);
  if (requirement === undefined)
    throw new AppError('BAD_REQUEST', { reason: 'unknown-requirement', requirementId });
  if ((requirement.per === 'order') !== orderNumbers.length > 0)
    throw new AppError('BAD_REQUEST', { reason: 'orders-of-requirement', requirementId });
  const unknown = orderNumbers.find((number) => !orders.some((order) => order.orderNumber === number));
  if (unknown !== undefined)
    throw new AppError('BAD_REQUEST', { reason: 'unknown-order', orderNumber: unknown });
}

async function put(
  tx: WriteHandle,
  caseId: string,
  requirementId: string,
  orderNumber: string,
  { state, itemIds, reason }: Said,
): Promise<void> {
  const row = await findTick(tx, caseId, requirementId, orderNumber);
  if (state === null) {
    if (row !== undefined) await tx.remove('requirement_ticks', row.id);
    return;
  }
  const values = { state, item_ids_json: JSON.stringify(itemIds), reason };
  if (row !== undefined) await tx.update('requirement_ticks', row.id, values);
  else {
    await tx.insert('requirement_ticks', {
      id: tx.newId(),
      case_id: caseId,
      requirement_id: requirementId,
      order_number: orderNumber,
      ...values,
    });
  }
}
