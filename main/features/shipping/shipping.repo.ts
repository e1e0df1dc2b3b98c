import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { tellsBuyer, type ShipDecision, type WaitingOrder } from '../../../shared/shipping/index.ts';
import { visibleOrders } from '../orders/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** Which cases are asked about. */
interface WaitingFilter {
  readonly caseId?: string | undefined;
  /** Whether cases of a scenario report a buyer. */
  readonly isReport: (scenarioId: string) => boolean;
}

/** Orders under suspicion that are paid and not shipped, the most pressing first, those without a time to ship by last. */
export async function waitingOrders(read: ReadHandle, filter: WaitingFilter): Promise<WaitingOrder[]> {
  const found = openCaseOrders(read, filter.caseId)
    .innerJoin('stores', 'stores.id', 'orders.store_id')
    .select(['orders.store_id', 'orders.order_number', 'orders.items', 'orders.total_minor'])
    .select(['orders.currency', 'orders.paid_at', 'orders.ship_by', 'stores.alias'])
    .where(isToShip);
  const rows = (await found.orderBy('cases.id', 'desc').execute()).map((row) => ({
    ...row,
    same_buyer_as: null,
  }));
  const decided = await decisionsOf(read);
  const seen = new Set<string>();
  return [...rows, ...(await ofReportedBuyers(read, filter))]
    .flatMap((row): WaitingOrder[] => {
      const key = `${row.store_id}/${row.order_number}`;
      if (seen.has(key) || row.paid_at === null) return [];
      seen.add(key);
      return [
        {
          storeId: row.store_id,
          storeAlias: row.alias,
          orderNumber: row.order_number,
          sameBuyerAs: row.same_buyer_as,
          caseId: row.case_id,
          caseNumber: row.number,
          caseTitle: row.title,
          scenarioId: row.scenario_id,
          items: row.items,
          totalMinor: row.total_minor,
          currency: row.currency,
          paidAt: row.paid_at,
          shipBy: row.ship_by,
          decided: decided.get(key) ?? null,
        },
      ];
    })
    .toSorted((left, right) => (left.shipBy ?? Infinity) - (right.shipBy ?? Infinity) || 0);
}

/** The known orders of the cases that are not over. */
function openCaseOrders(read: ReadHandle, caseId: string | undefined) {
  const found = visibleOrders(read)
    .innerJoin('case_orders', 'case_orders.order_number', 'orders.order_number')
    .innerJoin('cases', (join) =>
      join.onRef('cases.id', '=', 'case_orders.case_id').onRef('cases.store_id', '=', 'orders.store_id'),
    )
    .select(['cases.id as case_id', 'cases.number', 'cases.title', 'cases.scenario_id'])
    .where('cases.archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decisions')
            .select('decisions.id')
            .whereRef('decisions.case_id', '=', 'cases.id')
            .where('decisions.outcome', '!=', 'returned'),
        ),
      ),
    );
  return caseId === undefined ? found : found.where('cases.id', '=', caseId);
}

/** Paid and not shipped. Where nobody said by when, also not received: many exports leave out what came long before that. */
function isToShip(builder: ExpressionBuilder<Tables, 'orders'>): Expression<SqlBool> {
  return builder.and([
    builder('orders.paid_at', 'is not', null),
    builder('orders.shipped_at', 'is', null),
    builder('orders.tracking_number', '=', ''),
    builder.or([builder('orders.ship_by', 'is not', null), builder('orders.received_at', 'is', null)]),
  ]);
}

/** So many buyers are asked for at once. */
const BUYERS_AT_ONCE = 500;

/** What else those have ordered whom an open case reports: of the same store, by the very name, where it tells one buyer. */
async function ofReportedBuyers(read: ReadHandle, { caseId, isReport }: WaitingFilter) {
  const reported = await openCaseOrders(read, caseId)
    .select(['orders.store_id', 'orders.buyer_name', 'orders.order_number'])
    .orderBy('cases.id', 'desc')
    .execute();
  const stores = new Map<string, Map<string, (typeof reported)[number]>>();
  for (const row of reported) {
    if (!isReport(row.scenario_id) || !tellsBuyer(row.buyer_name)) continue;
    const buyers = stores.get(row.store_id) ?? new Map<string, typeof row>();
    stores.set(row.store_id, buyers);
    // The newest case comes first.
    if (!buyers.has(row.buyer_name)) buyers.set(row.buyer_name, row);
  }
  const found = [];
  for (const [storeId, buyers] of stores) {
    const names = [...buyers.keys()];
    for (let start = 0; start < names.length; start += BUYERS_AT_ONCE) {
      const rows = await visibleOrders(read)
        .innerJoin('stores', 'stores.id', 'orders.store_id')
        .select(['orders.store_id', 'orders.order_number', 'orders.items', 'orders.total_minor'])
        .select(['orders.currency', 'orders.paid_at', 'orders.ship_by', 'orders.buyer_name', 'stores.alias'])
        .where('orders.store_id', '=', storeId)
        .where('orders.buyer_name', 'in', names.slice(start, start + BUYERS_AT_ONCE))
        .where(isToShip)
        .execute();
      for (const row of rows) {
        const of = buyers.get(row.buyer_name);
        if (of === undefined) continue;
        const { case_id, number, title, scenario_id, order_number } = of;
        found.push({ ...row, case_id, number, title, scenario_id, same_buyer_as: order_number });
      }
    }
  }
  return found;
}

/** The newest decision of every order that anybody decided on. */
async function decisionsOf(read: ReadHandle): Promise<Map<string, WaitingOrder['decided']>> {
  const rows = await read.query
    .selectFrom('ship_decisions')
    .innerJoin('operators', 'operators.id', 'ship_decisions.operator_id')
    .selectAll('ship_decisions')
    .select('operators.name as operator_name')
    .orderBy('decided_at')
    .orderBy('ship_decisions.id')
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.store_id}/${row.order_number}`,
      {
        id: row.id,
        decision: row.decision as ShipDecision,
        reason: row.reason,
        at: row.decided_at,
        operatorName: row.operator_name,
      },
    ]),
  );
}
