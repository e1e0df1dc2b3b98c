import { sql } from 'kysely';

/**
 * The condition that leaves out what an import still under way has written: nobody sees its orders until it is put in
 * force. For a query that calls the table `orders`.
 */
export const ordersInForce = sql<boolean>`orders.import_id not in
  (select order_imports.id from order_imports where order_imports.state = 'running')`;
