import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, newId } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { findStatementRow, toStatement } from './drafting.repo.ts';
import { readStatement, typesetStatement } from './statement.ts';

export const drafting = {
  get: os.drafting.get.handler(({ context: { services }, input }) =>
    readStatement(services.read, services.rulebook, input.caseId, input.language),
  ),

  save: os.drafting.save.handler(({ context, input }) =>
    write(
      context,
      'drafting.save',
      async (tx) => {
        const { caseId, language, baseVersion, title, sections } = input;
        const row = await findStatementRow(tx, caseId, language);
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
          await readStatement(tx, context.services.rulebook, caseId, language);
          await tx.insert('statements', { id: tx.newId(), case_id: caseId, language, ...values });
        } else {
          await tx.update('statements', row.id, values);
        }
        const saved = await findStatementRow(tx, caseId, language);
        if (saved === null) throw new Error('a statement that was just saved is gone');
        return toStatement(saved);
      },
      { caseId: input.caseId },
    ),
  ),

  preview: os.drafting.preview.handler(async ({ context: { services }, input }) => {
    const stored = await readStatement(services.read, services.rulebook, input.caseId, input.language);
    const data = await typesetStatement(services.read, input.caseId, {
      language: input.language,
      title: input.title ?? stored.title,
      sections: input.sections ?? stored.sections,
    });
    const pages = await services.typesetter.preview(input.caseId, {
      template: 'statement',
      data,
      files: {},
      instant: services.clock.now(),
    });
    return await Promise.all(
      pages.map(async (page) => {
        const pageId = `${newId(services.clock, services.random)}.svg`;
        await writeFile(join(services.workspace.paths.previews, pageId), page.bytes);
        return { pageId, widthPt: page.widthPt, heightPt: page.heightPt };
      }),
    );
  }),
};
