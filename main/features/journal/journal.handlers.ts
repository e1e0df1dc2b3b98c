import { AppError } from '../../../shared/kernel/index.ts';
import { os, requireOperator, write } from '../../core/context.ts';
import { entryTakingBack, listEntries, newestOpen } from './journal.repo.ts';
import { doAgain, takeBack } from './undo.ts';

export const journal = {
  list: os.journal.list.handler(({ context, input }) =>
    listEntries(context.services.read, input.caseId, input.cursor, input.limit),
  ),

  undo: os.journal.undo.handler(async ({ context, input }) => {
    const { services, session } = context;
    const operatorId = await requireOperator(context);
    const sequence = input.sequence ?? (await newestOpen(services.read, operatorId));
    if (sequence === null) throw new AppError('CANNOT_UNDO', { reason: 'nothing' });
    await write(context, 'journal.undo', (tx) => takeBack(tx, services.rulebooks, sequence), {
      undoes: sequence,
    });
    const entry = await entryTakingBack(services.read, sequence);
    session.redoable.push(entry.sequence);
    return entry;
  }),

  redo: os.journal.redo.handler(async ({ context }) => {
    const { services, session } = context;
    const sequence = session.redoable.at(-1);
    if (sequence === undefined) throw new AppError('CANNOT_UNDO', { reason: 'nothing' });
    await write(context, 'journal.redo', (tx) => doAgain(tx, services.rulebooks, sequence), {
      undoes: sequence,
    });
    // Only now: one that is refused can be done again once what stood in its way is gone.
    const place = session.redoable.indexOf(sequence);
    if (place >= 0) session.redoable.splice(place, 1);
    return await entryTakingBack(services.read, sequence);
  }),
};
