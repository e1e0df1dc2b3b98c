import * as z from 'zod';
import { contact, contactFields } from '../contacts/index.ts';
import { evidenceItem } from '../evidence/index.ts';
import { done, id, language } from '../kernel/fields.ts';
import { change, permanent, query } from './builder.ts';

export const contacts = {
  /** The contacts of a case, newest first. */
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(contact)),
  /** Writes a contact down. */
  record: change('NOT_FOUND')
    .input(contactFields.extend({ caseId: id }))
    .output(contact),
  /** Corrects it. An exhibit that was made of it before stays an exhibit, and is no longer its own. */
  correct: change('NOT_FOUND')
    .input(contactFields.extend({ contactId: id }))
    .output(contact),
  remove: change('NOT_FOUND')
    .input(z.strictObject({ contactId: id }))
    .output(done),
  /**
   * Takes the answer in as an exhibit of the case, word for word, with when and from whom it came. NOT_READY `no-answer` while
   * there is none; the exhibit that it is already where it was taken in before.
   */
  exhibit: permanent('NOT_FOUND', 'NOT_READY')
    .input(z.strictObject({ contactId: id, language }))
    .output(evidenceItem),
};
