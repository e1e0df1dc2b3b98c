import type { z } from 'zod';
import { AppError } from '../../../shared/kernel/index.ts';
import type { newCitation } from '../../../shared/facts/index.ts';
import { os, write } from '../../core/context.ts';
import { findCaseRow, type WriteHandle } from '../../workspace/index.ts';
import { attachItems } from '../evidence/index.ts';
import {
  citationRows,
  factRows,
  findCitationRow,
  findFact,
  findFactRow,
  listFacts,
  statementRows,
} from './facts.repo.ts';

export const facts = {
  list: os.facts.list.handler(async ({ context, input }) => {
    await findCaseRow(context.services.read, input.caseId);
    return await listFacts(context.services.read, input.caseId);
  }),

  create: os.facts.create.handler(({ context, input }) =>
    write(
      context,
      'facts.create',
      async (tx) => {
        await findCaseRow(tx, input.caseId);
        const id = tx.newId();
        await tx.insert('facts', {
          id,
          case_id: input.caseId,
          text: input.text,
          happened: input.happened,
          position: ((await factRows(tx, input.caseId)).at(-1)?.position ?? 0) + 1,
          confirmed_by: null,
          confirmed_at: null,
          created_at: tx.now,
        });
        for (const citation of input.citations) await cite(tx, id, input.caseId, citation);
        return await findFact(tx, id);
      },
      { caseId: input.caseId },
    ),
  ),

  update: os.facts.update.handler(({ context, input }) =>
    write(context, 'facts.update', async (tx) => {
      const row = await findFactRow(tx, input.factId);
      tx.about(row.case_id);
      const reworded = input.text !== undefined && input.text !== row.text;
      await tx.update('facts', row.id, {
        ...(input.text === undefined ? {} : { text: input.text }),
        ...(input.happened === undefined ? {} : { happened: input.happened }),
        // Whoever confirmed, confirmed other words.
        ...(reworded ? { confirmed_by: null, confirmed_at: null } : {}),
      });
      return await findFact(tx, row.id);
    }),
  ),

  remove: os.facts.remove.handler(({ context, input }) =>
    write(context, 'facts.remove', async (tx) => {
      const row = await findFactRow(tx, input.factId);
      tx.about(row.case_id);
      const used = (await statementRows(tx, row.case_id)).some((statement) =>
        statement.sections_json.includes(row.id),
      );
      if (used) throw new AppError('CONFLICT', { reason: 'fact-in-statement' });
      for (const citation of await citationRows(tx, [row.id])) await tx.remove('citations', citation.id);
      await tx.remove('facts', row.id);
      return { ok: true as const };
    }),
  ),

  confirm: os.facts.confirm.handler(({ context, input }) =>
    write(context, 'facts.confirm', async (tx) => {
      const row = await findFactRow(tx, input.factId);
      tx.about(row.case_id);
      if (input.confirmed && (await citationRows(tx, [row.id])).length === 0) {
        throw new AppError('NOT_READY', { reason: 'fact-without-exhibit' });
      }
      await tx.update('facts', row.id, {
        confirmed_by: input.confirmed ? tx.operatorId : null,
        confirmed_at: input.confirmed ? tx.now : null,
      });
      return await findFact(tx, row.id);
    }),
  ),

  cite: os.facts.cite.handler(({ context, input }) =>
    write(context, 'facts.cite', async (tx) => {
      const { factId, ...citation } = input;
      const row = await findFactRow(tx, factId);
      tx.about(row.case_id);
      await cite(tx, factId, row.case_id, citation);
      return await findFact(tx, factId);
    }),
  ),

  uncite: os.facts.uncite.handler(({ context, input }) =>
    write(context, 'facts.uncite', async (tx) => {
      const citation = await findCitationRow(tx, input.citationId);
      const row = await findFactRow(tx, citation.fact_id);
      tx.about(row.case_id);
      await tx.remove('citations', citation.id);
      const left = await citationRows(tx, [row.id]);
      // A fact that nothing shows any more is not confirmed any more.
      if (left.length === 0) await tx.update('facts', row.id, { confirmed_by: null, confirmed_at: null });
      return await findFact(tx, row.id);
    }),
  ),

  arrange: os.facts.arrange.handler(({ context, input }) =>
    write(
      context,
      'facts.arrange',
      async (tx) => {
        const rows = await factRows(tx, input.caseId);
        const wanted = new Set(input.factIds);
        if (wanted.size !== rows.length || rows.some((row) => !wanted.has(row.id))) {
          throw new AppError('CONFLICT', { reason: 'facts-changed' });
        }
        for (const [place, factId] of input.factIds.entries())
          await tx.update('facts', factId, { position: place + 1 });
        return await listFacts(tx, input.caseId);
      },
      { caseId: input.caseId },
    ),
  ),
};

async function cite(
  tx: WriteHandle,
  factId: string,
  caseId: string,
  citation: z.infer<typeof newCitation>,
): Promise<void> {
  await attachItems(tx, caseId, [citation.itemId]);
  const last = (await citationRows(tx, [factId])).at(-1);
  await tx.insert('citations', {
    id: tx.newId(),
    fact_id: factId,
    item_id: citation.itemId,
    page: citation.page,
    region_json: null,
    note: citation.note,
    position: (last?.position ?? 0) + 1,
  });
}
