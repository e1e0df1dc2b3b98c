import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, requireOperator, write } from '../../core/context.ts';
import { attachItems, findItem, requireCase, takeInText } from '../evidence/index.ts';
import { caseContacts, oneContact } from './case-contacts.ts';
import { columnsOf, findContactRow, storeZone, whenOf } from './contacts.repo.ts';
import { keptText } from './kept-answer.ts';

export const contacts = {
  list: os.contacts.list.handler(async ({ context: { services }, input }) => {
    await requireCase(services.read, input.caseId);
    return await caseContacts(services.read, input.caseId);
  }),

  record: os.contacts.record.handler(({ context, input }) =>
    write(
      context,
      'contacts.record',
      async (tx) => {
        await attachItems(tx, input.caseId, input.itemId === null ? [] : [input.itemId]);
        const id = tx.newId();
        await tx.insert('contacts', {
          id,
          case_id: input.caseId,
          ...columnsOf(input),
          operator_id: actingOperator(tx),
        });
        return await oneContact(tx, id);
      },
      { caseId: input.caseId },
    ),
  ),

  correct: os.contacts.correct.handler(({ context, input }) =>
    write(context, 'contacts.correct', async (tx) => {
      const row = await findContactRow(tx, input.contactId);
      tx.about(row.case_id);
      await attachItems(tx, row.case_id, input.itemId === null ? [] : [input.itemId]);
      await tx.update('contacts', row.id, columnsOf(input));
      return await oneContact(tx, row.id);
    }),
  ),

  remove: os.contacts.remove.handler(({ context, input }) =>
    write(context, 'contacts.remove', async (tx) => {
      const row = await findContactRow(tx, input.contactId);
      tx.about(row.case_id);
      await tx.remove('contacts', row.id);
      return { ok: true as const };
    }),
  ),

  exhibit: os.contacts.exhibit.handler(async ({ context, input }) => {
    const { read } = context.services;
    const operatorId = await requireOperator(context);
    const { answerItemId, ...contact } = await oneContact(read, input.contactId);
    if (answerItemId !== null) return await findItem(read, answerItemId);
    const { caseId } = contact;
    const kept = keptText(contact, whenOf(contact, await storeZone(read, caseId)), input.language);
    if (kept === null) throw new AppError('NOT_READY', { reason: 'no-answer' });
    return await findItem(
      read,
      await takeInText(context, operatorId, { act: 'contacts.exhibit', ...kept, caseId }),
    );
  }),
};
