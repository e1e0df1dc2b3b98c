import { createHash } from 'node:crypto';
import { answerAsText, type AnswerText } from '../../../shared/contacts/index.ts';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { Language } from '../../../shared/kernel/fields.ts';
import type { BareContact } from './contacts.repo.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** The answer of a contact as the text that is taken in; null while there is none. */
export function keptText(contact: BareContact, when: string, language: Language): AnswerText | null {
  return contact.answer.trim() === '' ? null : answerAsText(contact, when, language);
}

/**
 * The exhibit that holds a contact's answer: the one whose bytes are this very text. No link is stored, so that none can say
 * of an exhibit what it does not say: after a correction it is no longer this contact's.
 */
export function keptAnswer(
  contact: BareContact,
  when: string,
  exhibits: readonly CaseExhibit[],
): string | null {
  const hashes = LANGUAGES.flatMap((language) => {
    const kept = keptText(contact, when, language);
    return kept === null ? [] : createHash('sha256').update(kept.text).digest('hex');
  });
  return exhibits.find(({ item }) => hashes.includes(item.sha256))?.itemId ?? null;
}
