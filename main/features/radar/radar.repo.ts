import { sql } from 'kysely';
import { AppError, type Instant } from '../../../shared/kernel/index.ts';
import type { OrderClock } from '../../../shared/rulebook/index.ts';
import { ordersInForce, type ReadHandle, type Tables } from '../../workspace/index.ts';

/** An order of a case with the days of it that the list of orders has, and what was said of its vouchers. */
export interface CaseOrderDays {
  readonly orderNumber: string;
  readonly days: Readonly<Record<OrderClock['event'] | 'ordered', Instant | null>>;
}

/** The orders of a case whose proof is still wanted, in their order; what was admitted is not contested. */
export async function orderDays(
  read: ReadHandle,
  { id, store_id: storeId }: Pick<Tables['cases'], 'id' | 'store_id'>,
): Promise<CaseOrderDays[]> {
  const rows = await read.query
    .selectFrom('case_orders')
    .leftJoin('orders', (join) =>
      join
        .onRef('orders.order_number', '=', 'case_orders.order_number')
        .on('orders.store_id', '=', storeId)
        .on(ordersInForce),
    )
    .select(['case_orders.order_number', 'orders.ordered_at', 'orders.paid_at'])
    .select(['orders.shipped_at', 'orders.received_at'])
    .where('case_orders.case_id', '=', id)
    .where((builder) =>
      builder.or([builder('case_orders.class', 'is', null), builder('case_orders.class', '!=', 'admitted')]),
    )
    .orderBy('case_orders.position')
    .orderBy('case_orders.id')
    .execute();
  return rows.map((row) => ({
    orderNumber: row.order_number,
    days: {
      ordered: row.ordered_at,
      // An export may lack the payment; the order itself is never later.
      paid: row.paid_at ?? row.ordered_at,
      shipped: row.shipped_at,
      delivered: row.received_at,
      // Goods are received before the order is completed: nothing is told of too late.
      'order-completed': row.received_at,
    },
  }));
}

/** Orders of which nothing more is to be done for a voucher: it is there, not to be had, or not asked for. */
export async function settledOrders(
  read: ReadHandle,
  caseId: string,
  requirementId: string,
): Promise<ReadonlyMap<string, 'saved' | 'given-up'>> {
  const rows = await read.query
    .selectFrom('requirement_ticks')
    .select(['order_number', 'state'])
    .where('case_id', '=', caseId)
    .where('requirement_id', '=', requirementId)
    .execute();
  return new Map(rows.map((row) => [row.order_number, row.state === 'met' ? 'saved' : 'given-up']));
}

/** Whether a case was won: what would prove it has done its work. */
export async function isWon(read: ReadHandle, caseId: string): Promise<boolean> {
  const row = await read.query
    .selectFrom('decisions')
    .select('outcome')
    .where('case_id', '=', caseId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.outcome === 'upheld';
}

/** All clocks of one kind of a case, stopped ones too, in the order they were started in. */
export async function clocksOfSpec(
  read: ReadHandle,
  caseId: string,
  specId: string,
): Promise<Tables['clocks'][]> {
  return await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('spec_id', '=', specId)
    .orderBy('id')
    .execute();
}

/** Cases in use whose orders an import touched. */
export async function casesOfImport(read: ReadHandle, importId: string): Promise<Tables['cases'][]> {
  return await read.query
    .selectFrom('cases')
    .selectAll()
    .where('archived_at', 'is', null)
    .where('cases.id', 'in', (builder) =>
      builder
        .selectFrom('case_orders')
        .innerJoin('cases as owner', 'owner.id', 'case_orders.case_id')
        .innerJoin('orders', (join) =>
          join
            .onRef('orders.order_number', '=', 'case_orders.order_number')
            .onRef('orders.store_id', '=', 'owner.store_id'),
        )
        .innerJoin('order_versions', 'order_versions.order_id', 'orders.id')
        .select('case_orders.case_id')
        .where('order_versions.import_id', '=', importId),
    )
    .orderBy('cases.id')
    .execute();
}

/** Cases that a radar looks at: one, or every one in use that has a clock of vanishing or a link. */
export async function casesOnRadar(read: ReadHandle, caseId: string | undefined, losing: readonly string[]) {
  let found = read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('cases')
    .select('stores.alias');
  if (caseId !== undefined) found = found.where('cases.id', '=', caseId);
  else
    found = found.where('cases.archived_at', 'is', null).where((builder) =>
      builder.or([
        builder(
          'cases.id',
          'in',
          builder
            .selectFrom('clocks')
            .select('clocks.case_id')
            .where('owner', '=', 'vanishing')
            .where('stopped_at', 'is', null),
        ),
        builder(
          'cases.id',
          'in',
          builder
            .selectFrom('case_evidence')
            .innerJoin('evidence_links', 'evidence_links.item_id', 'case_evidence.item_id')
            .select('case_evidence.case_id'),
        ),
        // An order that was never imported has no day, and so no clock: what it loses is lost any day.
        builder.and([
          builder('cases.scenario_id', 'in', losing),
          builder('cases.id', 'in', builder.selectFrom('case_orders').select('case_orders.case_id')),
        ]),
      ]),
    );
  return await found.orderBy('cases.id').execute();
}

/** Clocks of a case that tell of vanishing: those that run, and those that a capture stopped. */
export async function vanishingClocks(read: ReadHandle, caseId: string): Promise<Tables['clocks'][]> {
  return await read.query
    .selectFrom('clocks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('owner', '=', 'vanishing')
    .where((builder) =>
      builder.or([
        builder('stopped_at', 'is', null),
        builder(
          'id',
          'in',
          builder.selectFrom('captures').select('captures.clock_id').$castTo<{ clock_id: string }>(),
        ),
      ]),
    )
    .orderBy('due_at')
    .orderBy('id')
    .execute();
}

/** The links in the texts of a case that are still in use. */
export async function linksOfCase(read: ReadHandle, caseId: string) {
  return await read.query
    .selectFrom('evidence_links')
    .innerJoin('evidence_items', 'evidence_items.id', 'evidence_links.item_id')
    .innerJoin('case_evidence', 'case_evidence.item_id', 'evidence_items.id')
    .select(['evidence_links.id', 'evidence_links.item_id', 'evidence_links.address'])
    .where('case_evidence.case_id', '=', caseId)
    .where('evidence_items.removed_at', 'is', null)
    .orderBy('case_evidence.position')
    // As they stand in the text: ids of one moment are in no order.
    .orderBy(sql`evidence_links.rowid`)
    .execute();
}

/** Whether a capture is of a link; one of before several were kept is of the only one of its text. */
export function isOfLink(
  capture: Pick<Tables['captures'], 'link_item_id' | 'link_id'>,
  link: Pick<Tables['evidence_links'], 'id' | 'item_id'>,
): boolean {
  return capture.link_item_id === link.item_id && (capture.link_id ?? link.id) === link.id;
}

/** What became of what vanishes in a case. */
export async function captureRows(read: ReadHandle, caseId: string) {
  return await read.query
    .selectFrom('captures')
    .innerJoin('operators', 'operators.id', 'captures.operator_id')
    .selectAll('captures')
    .select('operators.name as operator_name')
    .where('case_id', '=', caseId)
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function findCapture(read: ReadHandle, captureId: string): Promise<Tables['captures']> {
  const row = await read.query
    .selectFrom('captures')
    .selectAll()
    .where('id', '=', captureId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'capture', id: captureId });
  return row;
}
