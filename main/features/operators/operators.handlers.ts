import { AppError } from '../../../shared/kernel/index.ts';
import { currentOperator, os, write } from '../../core/context.ts';
import { findOperatorRow, listOperators, toOperator } from './operators.repo.ts';
import { hashPin, pinMatches } from './pin.ts';

export const operators = {
  list: os.operators.list.handler(({ context }) => listOperators(context.services.read)),

  current: os.operators.current.handler(async ({ context }) => {
    const operatorId = await currentOperator(context);
    return operatorId === null ? null : toOperator(await findOperatorRow(context.services.read, operatorId));
  }),

  create: os.operators.create.handler(({ context, input }) =>
    write(context, 'operators.create', async (tx) => {
      const row = {
        id: tx.newId(),
        name: input.name,
        role: input.role,
        pin_scrypt: null,
        archived_at: null,
        created_at: tx.now,
      };
      await tx.insert('operators', row);
      return toOperator(row);
    }),
  ),

  update: os.operators.update.handler(({ context, input }) =>
    write(context, 'operators.update', async (tx) => {
      const { operatorId, ...patch } = input;
      await tx.update('operators', operatorId, patch);
      return toOperator(await findOperatorRow(tx, operatorId));
    }),
  ),

  archive: os.operators.archive.handler(({ context, input }) =>
    write(context, 'operators.archive', async (tx) => {
      if (input.archived) {
        const others = (await listOperators(tx)).filter(
          (operator) => operator.archivedAt === null && operator.id !== input.operatorId,
        );
        // Somebody must be left to act, or nobody could ever write again.
        if (others.length === 0) throw new AppError('CONFLICT', { reason: 'last-operator' });
      }
      await tx.update('operators', input.operatorId, { archived_at: input.archived ? tx.now : null });
      return toOperator(await findOperatorRow(tx, input.operatorId));
    }),
  ),

  setPin: os.operators.setPin.handler(async ({ context, input }) => {
    const kept = input.pin === null ? null : await hashPin(input.pin);
    return await write(
      context,
      'operators.setPin',
      async (tx) => {
        await tx.update('operators', input.operatorId, { pin_scrypt: kept });
        return toOperator(await findOperatorRow(tx, input.operatorId));
      },
      { permanent: true },
    );
  }),

  signIn: os.operators.signIn.handler(async ({ context: { services, session }, input }) => {
    const row = await findOperatorRow(services.read, input.operatorId);
    if (row.archived_at !== null) throw new AppError('NOT_FOUND', { kind: 'operator', id: row.id });
    if (
      row.pin_scrypt !== null &&
      !(input.pin !== undefined && (await pinMatches(input.pin, row.pin_scrypt)))
    ) {
      throw new AppError('WRONG_PIN', { name: row.name });
    }
    session.signIn(row.id);
    return toOperator(row);
  }),
};
