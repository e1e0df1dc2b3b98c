import type { Operator } from '../../../shared/operators/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

export async function listOperators(read: ReadHandle): Promise<Operator[]> {
  const rows = await read.query
    .selectFrom('operators')
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toOperator);
}

export async function findOperatorRow(read: ReadHandle, operatorId: string): Promise<Tables['operators']> {
  const row = await read.query
    .selectFrom('operators')
    .selectAll()
    .where('id', '=', operatorId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'operator', id: operatorId });
  return row;
}

export function toOperator(row: Tables['operators']): Operator {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Operator['role'],
    hasPin: row.pin_scrypt !== null,
    archivedAt: row.archived_at,
  };
}
