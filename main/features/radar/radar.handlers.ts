import { AppError } from '../../../shared/kernel/index.ts';
import { orderClocks } from '../../../shared/rulebook/index.ts';
import { actingOperator, os, write } from '../../core/context.ts';
import { findCaseRow, type Tables, type WriteHandle } from '../../workspace/index.ts';
import { clockRows } from '../deadlines/index.ts';
import { attachItems } from '../evidence/index.ts';
import { radarLines } from './lines.ts';
import { captureRows, findCapture, isOfLink, linksOfCase, vanishingClocks } from './radar.repo.ts';

export const radar = {
  list: os.radar.list.handler(async ({ context: { services }, input }) => {
    if (input.caseId !== undefined) await findCaseRow(services.read, input.caseId);
    return await radarLines(services.read, services.rulebooks, input.caseId, services.clock.now());
  }),

  settle: os.radar.settle.handler(({ context, input }) =>
    write(
      context,
      'radar.settle',
      async (tx) => {
        const { caseId, of, end } = input;
        const found = await findCaseRow(tx, caseId);
        const known = await captureRows(tx, caseId);
        const link =
          of.kind === 'link' ? (await linksOfCase(tx, caseId)).find(({ id }) => id === of.linkId) : undefined;
        if (of.kind === 'clock') {
          const clock = (await vanishingClocks(tx, caseId)).find(({ id }) => id === of.clockId);
          if (clock === undefined) throw new AppError('NOT_FOUND', { kind: 'clock', id: of.clockId });
          const { rulebook, pins } = await context.services.rulebooks.ofCase(tx, found);
          if (orderClocks(rulebook, found.scenario_id, pins).some(({ id }) => id === clock.spec_id))
            throw new AppError('BAD_REQUEST', { reason: 'saved-as-voucher' });
        } else if (link === undefined) throw new AppError('NOT_FOUND', { kind: 'link', id: of.linkId });
        const before = known.find((each) =>
          link === undefined ? of.kind === 'clock' && each.clock_id === of.clockId : isOfLink(each, link),
        );
        if (end.state === 'saved') {
          if (end.itemId === link?.item_id)
            throw new AppError('BAD_REQUEST', { reason: 'link-saves-nothing' });
          await attachItems(tx, caseId, [end.itemId]);
        }
        const said = {
          item_id: end.state === 'saved' ? end.itemId : null,
          reason: end.state === 'saved' ? '' : end.reason,
          captured_at: before?.captured_at ?? tx.now,
          operator_id: actingOperator(tx),
        };
        if (before !== undefined) await tx.update('captures', before.id, said);
        else {
          await tx.insert('captures', {
            id: tx.newId(),
            case_id: caseId,
            clock_id: of.kind === 'clock' ? of.clockId : null,
            link_item_id: link?.item_id ?? null,
            link_id: link?.id ?? null,
            ...said,
          });
          if (of.kind === 'clock') await tx.update('clocks', of.clockId, { stopped_at: tx.now });
        }
        return { ok: true as const };
      },
      { caseId: input.caseId },
    ),
  ),

  reopen: os.radar.reopen.handler(({ context, input }) =>
    write(context, 'radar.reopen', async (tx) => {
      const row = await findCapture(tx, input.captureId);
      tx.about(row.case_id);
      await tx.remove('captures', row.id);
      if (row.clock_id !== null) await letRun(tx, row.clock_id, row);
      return { ok: true as const };
    }),
  ),
};

/** A clock that its capture stopped runs on; one that ended by itself meanwhile stays ended. */
async function letRun(tx: WriteHandle, clockId: string, capture: Tables['captures']): Promise<void> {
  const [clock] = await clockRows(tx, [clockId]);
  if (clock?.stopped_at === capture.captured_at) await tx.update('clocks', clockId, { stopped_at: null });
}
