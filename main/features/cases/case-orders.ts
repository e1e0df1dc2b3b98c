import { refuseSorting, type CaseOrder, type OrderClass } from '../../../shared/cases/index.ts';
import { AppError, dateIn } from '../../../shared/kernel/index.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { attemptsOfCase, holdAttempt, holdForMatter, refuseDuplicates } from '../attempts/index.ts';
import { findStoreRow } from '../clients/index.ts';
import { attachItems, findItemRow } from '../evidence/index.ts';
import { setOrderClocks } from '../radar/index.ts';
import { caseOrderRows, caseOrders, caseProgress, ordersWithCoverage, stageOf } from './cases.repo.ts';

/** Replaces the orders of a case. Frozen once something was submitted: what was sent is what was sent. */
export async function setOrders(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  caseId: string,
  wanted: readonly string[],
): Promise<CaseOrder[]> {
  const found = await findCaseRow(tx, caseId);
  const stage = stageOf(found, await caseProgress(tx, caseId));
  if (stage !== 'preparing' && stage !== 'frozen')
    throw new AppError('FROZEN', { kind: 'case', name: found.number });
  const orderNumbers = [...new Set(wanted)];
  const before = await caseOrderRows(tx, caseId);
  const added = orderNumbers.filter((number) => !before.some((row) => row.order_number === number));
  await refuseDuplicates(tx, rulebooks, {
    storeId: found.store_id,
    scenarioId: found.scenario_id,
    orderNumbers: added,
    ownCaseId: caseId,
  });
  const held = await attemptsOfCase(tx, caseId);
  for (const row of before) {
    if (orderNumbers.includes(row.order_number)) continue;
    // Taken out and put back it would come in clean; what was admitted stays in sight until it is undone.
    if (row.admitted_at !== null)
      throw new AppError('CONFLICT', { reason: 'admitted-order', orderNumber: row.order_number });
    await tx.remove('case_orders', row.id);
    // A draft that lets go of an order gives its chance back.
    for (const attempt of held) {
      if (attempt.order_number === row.order_number && attempt.state === 'held')
        await tx.remove('attempts', attempt.id);
    }
  }
  await placeOrders(tx, found, orderNumbers);
  await holdForMatter(tx, rulebooks, found, orderNumbers);
  await deriveFromOrders(tx, found, found.title);
  await setOrderClocks(tx, rulebooks, caseId);
  return await ordersWithCoverage(tx, rulebooks, await findCaseRow(tx, caseId));
}

/** Puts orders into a case in this order, each new one holding its chance. */
export async function placeOrders(
  tx: WriteHandle,
  found: Tables['cases'],
  orderNumbers: readonly string[],
): Promise<void> {
  const rows = await caseOrderRows(tx, found.id);
  for (const [place, orderNumber] of orderNumbers.entries()) {
    const row = rows.find((each) => each.order_number === orderNumber);
    if (row !== undefined) {
      await tx.update('case_orders', row.id, { position: place + 1 });
      continue;
    }
    await tx.insert('case_orders', {
      id: tx.newId(),
      case_id: found.id,
      order_number: orderNumber,
      position: place + 1,
      class: null,
      class_reason: '',
      class_item_id: null,
      classed_at: null,
      admitted_at: null,
    });
    await holdAttempt(tx, found, orderNumber);
  }
}

/**
 * What the orders tell by themselves: the buyer, the day of the conduct, and a title where nobody wrote one. A case without
 * any is called by its number, until orders tell more.
 */
export async function deriveFromOrders(
  tx: WriteHandle,
  found: Tables['cases'],
  title: string,
): Promise<void> {
  const orders = await caseOrders(tx, found);
  const buyers = [...new Set(orders.map((order) => order.buyerName).filter((name) => name !== ''))];
  const times = orders.flatMap((order) => order.orderedAt ?? []);
  const { zone } = await findStoreRow(tx, found.store_id);
  const buyer = found.buyer_name === '' && buyers.length === 1 ? (buyers[0] ?? '') : found.buyer_name;
  await tx.update('cases', found.id, {
    buyer_name: buyer,
    ...(found.conduct_date === null && times.length > 0
      ? { conduct_date: dateIn(Math.min(...times), zone) }
      : {}),
    ...(title === '' || title === found.number
      ? { title: [buyer, orders[0]?.orderNumber ?? ''].find((each) => each !== '') ?? found.number }
      : {}),
  });
}

export interface Sorting {
  readonly caseId: string;
  readonly orderNumbers: readonly string[];
  readonly class: OrderClass | null;
  readonly reason: string;
  readonly itemId: string | null;
}

/** Sorts orders of a notice by what can be shown for them; all of them or, where one may not be, none. */
export async function sortOrders(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  wanted: Sorting,
): Promise<CaseOrder[]> {
  const found = await findCaseRow(tx, wanted.caseId);
  const stage = stageOf(found, await caseProgress(tx, found.id));
  if (stage === 'submitted' || stage === 'decided')
    throw new AppError('FROZEN', { kind: 'case', name: found.number });
  const exhibit = wanted.itemId === null ? null : await findItemRow(tx, wanted.itemId);
  if (exhibit !== null) await attachItems(tx, found.id, [exhibit.id]);
  const rows = await caseOrderRows(tx, found.id);
  const orders = await ordersWithCoverage(tx, rulebooks, found);
  for (const orderNumber of new Set(wanted.orderNumbers)) {
    const row = rows.find((each) => each.order_number === orderNumber);
    const order = orders.find((each) => each.orderNumber === orderNumber);
    if (row === undefined || order === undefined)
      throw new AppError('NOT_FOUND', { kind: 'order', id: orderNumber });
    if (order.coverage === null) throw new AppError('BAD_REQUEST', { reason: 'not-sorted-here' });
    const refused = refuseSorting({ ...order, admittedAt: row.admitted_at }, wanted.class, {
      reason: wanted.reason,
      exhibitTakenInAt: exhibit?.taken_in_at ?? null,
    });
    if (refused !== null) throw new AppError(refused.code, { reason: refused.reason, orderNumber });
    await tx.update('case_orders', row.id, {
      class: wanted.class,
      class_reason: wanted.class === null ? '' : wanted.reason,
      classed_at: wanted.class === null ? null : tx.now,
      ...(exhibit === null ? {} : { class_item_id: exhibit.id }),
      ...(wanted.class === 'admitted' ? { admitted_at: tx.now } : {}),
    });
  }
  await setOrderClocks(tx, rulebooks, found.id);
  return await ordersWithCoverage(tx, rulebooks, found);
}
