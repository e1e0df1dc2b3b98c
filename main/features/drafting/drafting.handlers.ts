import { AppError } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { listFacts } from '../facts/index.ts';
import { findStatementRow, toStatement } from './drafting.repo.ts';
import { readStatement, typesetStatement } from './statement.ts';

export const drafting = {
  get: os.drafting.get.handler(({ context: { services }, input }) =>
    readStatement(services.read, services.rulebooks, input),
  ),

  save: os.drafting.save.handler(({ context, input }) =>
    write(
      context,
      'drafting.save',
      async (tx) => {
        const { caseId, document, language, baseVersion, title, sections } = input;
        const row = await findStatementRow(tx, caseId, document, language);
        const version = row?.version ?? 0;
        // Two windows on one statement: the later one is told, and nothing of either is lost.
        if (version !== baseVersion) throw new AppError('CONFLICT', { reason: 'newer-version', version });
        const values = {
          title,
          sections_json: JSON.stringify(sections),
          version: version + 1,
          saved_at: tx.now,
        };
        if (row === null) {
          await readStatement(tx, context.services.rulebooks, input);
          await tx.insert('statements', { id: tx.newId(), case_id: caseId, document, language, ...values });
        } else {
          await tx.update('statements', row.id, values);
        }
        const saved = await findStatementRow(tx, caseId, document, language);
        if (saved === null) throw new Error('a statement that was just saved is gone');
        return toStatement(saved);
      },
      { caseId: input.caseId },
    ),
  ),

  preview: os.drafting.preview.handler(async ({ context: { services, session }, input }) => {
    const stored = await readStatement(services.read, services.rulebooks, input);
    const data = typesetStatement(await listFacts(services.read, input.caseId), {
      document: input.document,
      language: input.language,
      title: input.title ?? stored.title,
      sections: input.sections ?? stored.sections,
    });
    // A document has its own place in the queue: typing in the plan never overtakes a page of the statement.
    const pages = await services.typesetter.preview(`${input.caseId}/${input.document}`, {
      template: 'statement',
      data,
      files: {},
      instant: services.clock.now(),
    });
    const pageIds = await services.previews.lay(
      session,
      pages.map((page) => page.bytes),
    );
    return pages.map(({ widthPt, heightPt }, place) => ({ pageId: pageIds[place] ?? '', widthPt, heightPt }));
  }),
};
