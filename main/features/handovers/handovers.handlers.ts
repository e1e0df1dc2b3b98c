import { handoverText } from '../../../shared/handovers/index.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, write } from '../../core/context.ts';
import type { WriteHandle } from '../../workspace/index.ts';
import { findOperatorRow } from '../operators/index.ts';
import { gatherPage } from './gather.ts';
import { findHandover, listHandovers, othersAct } from './handovers.repo.ts';
import { printHandover } from './print.ts';

export const handovers = {
  preview: os.handovers.preview.handler(({ context: { services }, input }) =>
    gatherPage(services.read, services.rulebooks, input, services.clock.now()),
  ),

  make: os.handovers.make.handler(({ context, input }) =>
    write(context, 'handovers.make', async (tx) => {
      const from = actingOperator(tx);
      const { toOperatorId, note, ...span } = input;
      if (toOperatorId !== null) await refuseUnfit(tx, from, toOperatorId);
      const page = await gatherPage(tx, context.services.rulebooks, span, tx.now);
      const id = tx.newId();
      await tx.insert('handovers', {
        id,
        from_operator_id: from,
        to_operator_id: toOperatorId,
        span_from: page.from,
        span_until: page.until,
        next_until: page.nextUntil,
        note,
        page_json: JSON.stringify(page),
        made_at: tx.now,
        waits: (await othersAct(tx, from)) ? 1 : 0,
        acknowledged_by: null,
        acknowledged_at: null,
        answer: '',
      });
      return await findHandover(tx, id);
    }),
  ),

  list: os.handovers.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listHandovers(context.services.read, filter, cursor, limit);
  }),

  get: os.handovers.get.handler(({ context, input }) =>
    findHandover(context.services.read, input.handoverId),
  ),

  acknowledge: os.handovers.acknowledge.handler(({ context, input }) =>
    write(context, 'handovers.acknowledge', async (tx) => {
      const taker = actingOperator(tx);
      const found = await findHandover(tx, input.handoverId);
      if (found.takenName !== null)
        throw new AppError('CONFLICT', { reason: 'already-taken-over', name: found.takenName });
      if (found.fromId === taker) throw new AppError('CONFLICT', { reason: 'own-handover' });
      await tx.update('handovers', found.id, {
        acknowledged_by: taker,
        acknowledged_at: tx.now,
        answer: input.answer,
      });
      const { page: _page, ...line } = await findHandover(tx, found.id);
      return line;
    }),
  ),

  text: os.handovers.text.handler(async ({ context: { services }, input }) => {
    const found = await findHandover(services.read, input.handoverId);
    return { text: handoverText(found, createTranslator(input.language), services.clock.zone()) };
  }),

  print: os.handovers.print.handler(async ({ context: { services }, input }) => {
    const found = await findHandover(services.read, input.handoverId);
    return services.jobs.start('export', (control) =>
      printHandover(services, found, input.language, control),
    );
  }),
};

/** Somebody who is to take over is there, acts, and is somebody else. */
async function refuseUnfit(tx: WriteHandle, from: string, to: string): Promise<void> {
  if (to === from) throw new AppError('CONFLICT', { reason: 'own-handover' });
  const row = await findOperatorRow(tx, to);
  if (row.archived_at !== null) throw new AppError('NOT_FOUND', { kind: 'operator', id: to });
}
