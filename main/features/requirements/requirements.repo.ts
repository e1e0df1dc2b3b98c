import {
  coverage,
  orderCoverage,
  requirements as requirementsOf,
  type CoverageView,
  type OrderTick,
} from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';

export async function tickRows(read: ReadHandle, caseId: string): Promise<Tables['requirement_ticks'][]> {
  return await read.query
    .selectFrom('requirement_ticks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('requirement_id')
    .orderBy('order_number')
    .execute();
}

/** What was said of one voucher; `orderNumber` empty for the case as a whole. */
export async function findTick(
  read: ReadHandle,
  caseId: string,
  requirementId: string,
  orderNumber: string,
): Promise<Tables['requirement_ticks'] | undefined> {
  return await read.query
    .selectFrom('requirement_ticks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('requirement_id', '=', requirementId)
    .where('order_number', '=', orderNumber)
    .executeTakeFirst();
}

/** What a case's scenario asks for, what of it is met by which items, and what was said not to be had. */
export async function caseCoverage(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
): Promise<CoverageView> {
  const found = await findCaseRow(read, caseId);
  const { rulebook, pins } = await rulebooks.ofCase(read, found);
  const rows = await tickRows(read, caseId);
  const asked = requirementsOf(rulebook, found.scenario_id, pins);
  const ofCase = rows.filter((row) => row.order_number === '');
  const ticks = ofCase
    .filter((row) => row.state === 'met')
    .flatMap((row) => itemsOf(row).map((itemId) => ({ requirementId: row.requirement_id, itemId })));
  const perOrder = asked.some((requirement) => requirement.per === 'order');
  const byOrder = rows.map(toOrderTick);
  return {
    ...coverage(asked, ticks),
    requirements: asked,
    unavailable: ofCase
      .filter((row) => row.state === 'unavailable')
      .map((row) => ({ requirementId: row.requirement_id, reason: row.reason })),
    orders: perOrder
      ? (await orderNumbersOf(read, caseId)).map((orderNumber) =>
          orderCoverage(
            asked,
            orderNumber,
            byOrder.filter((tick) => tick.orderNumber === orderNumber),
          ),
        )
      : [],
  };
}

async function orderNumbersOf(read: ReadHandle, caseId: string): Promise<string[]> {
  const rows = await read.query
    .selectFrom('case_orders')
    .select('order_number')
    .where('case_id', '=', caseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.order_number);
}

export function itemsOf(row: Tables['requirement_ticks']): string[] {
  return JSON.parse(row.item_ids_json) as string[];
}

function toOrderTick(row: Tables['requirement_ticks']): OrderTick {
  return {
    requirementId: row.requirement_id,
    orderNumber: row.order_number,
    state: row.state as OrderTick['state'],
    itemIds: itemsOf(row),
    reason: row.reason,
  };
}

/** Orders of a case that are put down as 凭证齐全. */
export async function genuineOrderRows(read: ReadHandle, caseId: string): Promise<Tables['case_orders'][]> {
  return await read.query
    .selectFrom('case_orders')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('class', '=', 'documented-genuine')
    .execute();
}
