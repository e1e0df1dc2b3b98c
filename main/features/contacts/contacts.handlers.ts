import { answerAsText } from '../../../shared/contacts/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, requireOperator, write } from '../../core/context.ts';
import { attachItems, findItem, requireCase, takeInText } from '../evidence/index.ts';
import { columnsOf, contactRows, findContactRow, toContact, whenOf } from './contacts.repo.ts';

export const contacts = {
  list: os.contacts.list.handler(async ({ context: { services }, input }) => {
    await requireCase(services.read, input.caseId);
    return (await contactRows(services.read, input.caseId)).map(toContact);
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
          answer_item_id: null,
          operator_id: actingOperator(tx),
        });
        return toContact(await findContactRow(tx, id));
      },
      { caseId: input.caseId },
    ),
  ),

  correct: os.contacts.correct.handler(({ context, input }) =>
    write(context, 'contacts.correct', async (tx) => {
      const row = await findContactRow(tx, input.contactId);
      tx.about(row.case_id);
      await attachItems(tx, row.case_id, input.itemId === null ? [] : [input.itemId]);
      await tx.update('contacts', row.id, {
        ...columnsOf(input),
        // What was taken in stays what it is: an exhibit of other words is not this answer's.
        ...(input.answer === row.answer ? {} : { answer_item_id: null }),
      });
      return toContact(await findContactRow(tx, row.id));
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
    const { services } = context;
    const operatorId = await requireOperator(context);
    const row = await findContactRow(services.read, input.contactId);
    const known = row.answer_item_id === null ? null : await findItem(services.read, row.answer_item_id);
    if (known !== null && known.caseIds.includes(row.case_id)) return known;
    if (row.answer.trim() === '') throw new AppError('NOT_READY', { reason: 'no-answer' });
    const { label, text } = answerAsText(toContact(row), await whenOf(services.read, row), input.language);
    const itemId = await takeInText(context, operatorId, {
      act: 'evidence.takeInText',
      label,
      text,
      caseId: row.case_id,
    });
    await write(
      context,
      'contacts.exhibit',
      async (tx) => {
        // Somebody may have corrected or removed it while the bytes were written.
        const now = await findContactRow(tx, row.id);
        if (now.answer === row.answer) await tx.update('contacts', row.id, { answer_item_id: itemId });
      },
      { caseId: row.case_id, permanent: true },
    );
    return await findItem(services.read, itemId);
  }),
};
