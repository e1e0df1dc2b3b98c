import type { ShipDecision, WaitingOrder } from '../../../shared/shipping/index.ts';
import { visibleOrders } from '../orders/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';

/** Orders under suspicion that are paid, not shipped and have a time to be shipped by, the most pressing first. */
export async function waitingOrders(
  read: ReadHandle,
  filter: { readonly caseId?: string | undefined },
): Promise<WaitingOrder[]> {
  let found = visibleOrders(read)
    .innerJoin('stores', 'stores.id', 'orders.store_id')
    .innerJoin('case_orders', 'case_orders.order_number', 'orders.order_number')
    .innerJoin('cases', (join) =>
      join.onRef('cases.id', '=', 'case_orders.case_id').onRef('cases.store_id', '=', 'orders.store_id'),
    )
    .select(['orders.store_id', 'orders.order_number', 'orders.items', 'orders.total_minor'])
    .select(['orders.currency', 'orders.paid_at', 'orders.ship_by', 'stores.alias'])
    .select(['cases.id as case_id', 'cases.number', 'cases.title', 'cases.scenario_id'])
    .where('orders.paid_at', 'is not', null)
    .where('orders.shipped_at', 'is', null)
    .where('orders.ship_by', 'is not', null)
    .where('orders.tracking_number', '=', '')
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
  if (filter.caseId !== undefined) found = found.where('cases.id', '=', filter.caseId);
  const rows = await found
    .orderBy('orders.ship_by')
    .orderBy('orders.id')
    .orderBy('cases.id', 'desc')
    .execute();
  const decided = await decisionsOf(read);
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = `${row.store_id}/${row.order_number}`;
    if (seen.has(key) || row.paid_at === null || row.ship_by === null) return [];
    seen.add(key);
    return {
      storeId: row.store_id,
      storeAlias: row.alias,
      orderNumber: row.order_number,
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
    };
  });
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
