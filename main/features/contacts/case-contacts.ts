import type { Contact } from '../../../shared/contacts/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';
import { caseExhibits } from '../evidence/index.ts';
import { contactRows, findContactRow, storeZone, toContact, whenOf } from './contacts.repo.ts';
import { keptAnswer } from './kept-answer.ts';

/** The contacts of a case, newest first, each with the exhibit that holds its answer. */
export async function caseContacts(read: ReadHandle, caseId: string): Promise<Contact[]> {
  return await withAnswers(read, caseId, await contactRows(read, caseId));
}

/** One contact, with the exhibit that holds its answer. @throws AppError NOT_FOUND */
export async function oneContact(read: ReadHandle, contactId: string): Promise<Contact> {
  const row = await findContactRow(read, contactId);
  const [contact] = await withAnswers(read, row.case_id, [row]);
  if (contact === undefined) throw new Error(`contact ${contactId} was read and is gone`);
  return contact;
}

async function withAnswers(
  read: ReadHandle,
  caseId: string,
  rows: readonly Tables['contacts'][],
): Promise<Contact[]> {
  const zone = await storeZone(read, caseId);
  const exhibits = await caseExhibits(read, caseId);
  return rows.map((row) => {
    const contact = toContact(row);
    return { ...contact, answerItemId: keptAnswer(contact, whenOf(contact, zone), exhibits) };
  });
}
