import * as z from 'zod';
import { id, instant, line, text } from '../kernel/fields.ts';

/** How somebody of the platform was reached. */
export const CONTACT_CHANNELS = [
  'support-chat',
  'phone',
  'ticket',
  'email',
  'account-manager',
  'other',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** What is known of a contact: how and with whom, when, under which number, what was asked and what was answered. */
export const contactFields = z.strictObject({
  channel: z.enum(CONTACT_CHANNELS),
  withWhom: line.default(''),
  contactedAt: instant,
  ticketNumber: line.default(''),
  asked: text.default(''),
  /** Letter by letter as it came; empty while it has not. */
  answer: text.default(''),
  /** The screenshot that shows it. */
  itemId: id.nullable().default(null),
});
export type ContactFields = z.infer<typeof contactFields>;

/** A contact with the platform (沟通记录): one line of a case's log. */
export const contact = contactFields.extend({
  id,
  caseId: id,
  /** The exhibit that holds the answer as it reads now; null where none does. */
  answerItemId: id.nullable(),
});
export type Contact = z.infer<typeof contact>;
