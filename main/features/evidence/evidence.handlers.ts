import { AppError } from '../../../shared/kernel/index.ts';
import { os, requireOperator, write } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import {
  casesRemovedFrom,
  caseEvidenceRows,
  caseExhibits,
  custodyOf,
  findItem,
  findItemRow,
  isFrozen,
  listItems,
  usesOf,
} from './evidence.repo.ts';
import { attachItems, takeInFiles, takeInText } from './take-in.ts';

export const evidence = {
  list: os.evidence.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listItems(context.services.read, filter, cursor, limit);
  }),

  get: os.evidence.get.handler(({ context, input }) => findItem(context.services.read, input.itemId)),

  takeIn: os.evidence.takeIn.handler(async ({ context, input }) => {
    const { services, session } = context;
    const operatorId = await requireOperator(context);
    if (input.caseId !== null) await findCaseRow(services.read, input.caseId);
    if (session.trust === 'browser' && input.files.some(({ file }) => 'path' in file)) {
      throw new AppError('BAD_REQUEST', { reason: 'path-from-browser' });
    }
    return services.jobs.start('evidence-intake', (control) =>
      takeInFiles(context, operatorId, input.files, input.caseId, control),
    );
  }),

  takeInText: os.evidence.takeInText.handler(async ({ context, input }) => {
    const { services } = context;
    const operatorId = await requireOperator(context);
    if (input.caseId !== null) await findCaseRow(services.read, input.caseId);
    const itemId = await takeInText(context, operatorId, { act: 'evidence.takeInText', ...input });
    return await findItem(services.read, itemId);
  }),

  describe: os.evidence.describe.handler(({ context, input }) =>
    write(context, 'evidence.describe', async (tx) => {
      const { itemId, ...patch } = input;
      const before: Readonly<Record<string, unknown>> = await findItemRow(tx, itemId);
      // A form sends all its fields; the log names those that are different now.
      const fields = Object.entries(patch)
        .filter(([field, value]) => value !== undefined && before[field] !== value)
        .map(([field]) => field);
      if (await tx.update('evidence_items', itemId, patch))
        await tx.custody({ itemId, act: 'described', sha256: null, detail: { fields: fields.join(',') } });
      return await findItem(tx, itemId);
    }),
  ),

  remove: os.evidence.remove.handler(({ context, input }) =>
    write(
      context,
      'evidence.remove',
      async (tx) => {
        const row = await findItemRow(tx, input.itemId);
        if (row.removed_at !== null) return await findItem(tx, row.id);
        if (await isFrozen(tx, row.sha256))
          throw new AppError('FROZEN', { kind: 'evidence', name: row.file_name });
        if ((await usesOf(tx, row.id, null)) > 0)
          throw new AppError('FROZEN', { kind: 'cited', name: row.file_name });
        const { caseIds } = await findItem(tx, row.id);
        for (const caseId of caseIds) {
          for (const link of await caseEvidenceRows(tx, caseId)) {
            if (link.item_id === row.id) await tx.remove('case_evidence', link.id);
          }
        }
        await tx.update('evidence_items', row.id, { removed_at: tx.now, remove_reason: input.reason });
        await tx.custody({
          itemId: row.id,
          act: 'removed',
          sha256: row.sha256,
          // Where it was taken from: a restore puts it back there.
          detail: { reason: input.reason, ...(caseIds.length === 0 ? {} : { cases: caseIds.join(',') }) },
        });
        return await findItem(tx, row.id);
      },
      { permanent: true },
    ),
  ),

  restore: os.evidence.restore.handler(({ context, input }) =>
    write(
      context,
      'evidence.restore',
      async (tx) => {
        const row = await findItemRow(tx, input.itemId);
        if (row.removed_at === null) return await findItem(tx, row.id);
        await tx.update('evidence_items', row.id, { removed_at: null, remove_reason: '' });
        for (const caseId of await casesRemovedFrom(tx, row.id)) await attachItems(tx, caseId, [row.id]);
        await tx.custody({ itemId: row.id, act: 'restored', sha256: row.sha256, detail: {} });
        return await findItem(tx, row.id);
      },
      { permanent: true },
    ),
  ),

  custody: os.evidence.custody.handler(async ({ context, input }) => {
    await findItemRow(context.services.read, input.itemId);
    return await custodyOf(context.services.read, input.itemId);
  }),

  exhibits: os.evidence.exhibits.handler(async ({ context, input }) => {
    await findCaseRow(context.services.read, input.caseId);
    return await caseExhibits(context.services.read, input.caseId);
  }),

  attach: os.evidence.attach.handler(({ context, input }) =>
    write(
      context,
      'evidence.attach',
      async (tx) => {
        await attachItems(tx, input.caseId, input.itemIds);
        return await caseExhibits(tx, input.caseId);
      },
      { caseId: input.caseId },
    ),
  ),

  detach: os.evidence.detach.handler(({ context, input }) =>
    write(
      context,
      'evidence.detach',
      async (tx) => {
        await findCaseRow(tx, input.caseId);
        const cited = await usesOf(tx, input.itemId, input.caseId);
        if (cited > 0) throw new AppError('CONFLICT', { reason: 'exhibit-cited', count: cited });
        const link = (await caseEvidenceRows(tx, input.caseId)).find((row) => row.item_id === input.itemId);
        if (link === undefined) throw new AppError('NOT_FOUND', { kind: 'exhibit', id: input.itemId });
        await tx.remove('case_evidence', link.id);
        return await caseExhibits(tx, input.caseId);
      },
      { caseId: input.caseId },
    ),
  ),

  arrange: os.evidence.arrange.handler(({ context, input }) =>
    write(
      context,
      'evidence.arrange',
      async (tx) => {
        const links = await caseEvidenceRows(tx, input.caseId);
        const wanted = new Set(input.itemIds);
        if (wanted.size !== links.length || links.some((link) => !wanted.has(link.item_id))) {
          throw new AppError('CONFLICT', { reason: 'exhibits-changed' });
        }
        for (const [place, itemId] of input.itemIds.entries()) {
          const link = links.find((each) => each.item_id === itemId);
          if (link !== undefined) await tx.update('case_evidence', link.id, { position: place + 1 });
        }
        return await caseExhibits(tx, input.caseId);
      },
      { caseId: input.caseId },
    ),
  ),
};
