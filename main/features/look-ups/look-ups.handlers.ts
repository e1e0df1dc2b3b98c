import type { LookUpRow } from '../../../shared/look-ups/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { LookUpKind } from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write, type CallContext } from '../../core/context.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import { findPlan } from './look-ups.repo.ts';
import { lookUpRows } from './rows.ts';

export const lookUps = {
  list: os.lookUps.list.handler(({ context: { services } }) =>
    lookUpRows(services.read, services.rulebooks, services.clock),
  ),

  look: os.lookUps.look.handler(({ context, input }) =>
    write(context, 'lookUps.look', async (tx) => {
      await findRow(context, tx, input);
      await tx.insert('looks', {
        id: tx.newId(),
        store_id: input.storeId,
        kind: input.kind,
        looked_at: tx.now,
        found: input.found,
        operator_id: actingOperator(tx),
      });
      return await findRow(context, tx, input);
    }),
  ),

  plan: os.lookUps.plan.handler(({ context, input }) =>
    write(context, 'lookUps.plan', async (tx) => {
      await findRow(context, tx, input);
      const plan = await findPlan(tx, input.storeId, input.kind);
      const wanted = { every_days: input.everyDays, off: input.off ? 1 : 0 };
      if (plan !== undefined) await tx.update('look_up_plans', plan.id, wanted);
      else {
        const of = { store_id: input.storeId, kind: input.kind };
        await tx.insert('look_up_plans', { id: tx.newId(), ...of, ...wanted });
      }
      return await findRow(context, tx, input);
    }),
  ),
};

/** @throws AppError NOT_FOUND for a store that is not in use, or something its platform does not have */
async function findRow(
  { services }: CallContext,
  read: ReadHandle,
  { storeId, kind }: { readonly storeId: string; readonly kind: LookUpKind },
): Promise<LookUpRow> {
  const rows = await lookUpRows(read, services.rulebooks, services.clock);
  const row = rows.find((each) => each.storeId === storeId && each.kind === kind);
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'look-up', id: storeId });
  return row;
}
