import { Temporal } from 'temporal-polyfill';
import type { Contact, ContactFields } from '../../../shared/contacts/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** A contact without what is found among the exhibits. */
export type BareContact = Omit<Contact, 'answerItemId'>;

/** The contacts of a case, newest first. */
export async function contactRows(read: ReadHandle, caseId: string): Promise<Tables['contacts'][]> {
  return await read.query
    .selectFrom('contacts')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('contacted_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** @throws AppError NOT_FOUND */
export async function findContactRow(read: ReadHandle, contactId: string): Promise<Tables['contacts']> {
  const row = await read.query
    .selectFrom('contacts')
    .selectAll()
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'contact', id: contactId });
  return row;
}

/** The zone of a case's store: its back office and the chats in it show that clock. */
export async function storeZone(read: ReadHandle, caseId: string): Promise<string> {
  const { zone } = await read.query
    .selectFrom('cases')
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select('stores.zone')
    .where('cases.id', '=', caseId)
    .executeTakeFirstOrThrow();
  return zone;
}

/** When a contact was, by the clock of that zone, with its distance from UTC: `2026-11-12 20:14 UTC+08:00`. */
export function whenOf({ contactedAt }: Pick<Contact, 'contactedAt'>, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(contactedAt).toZonedDateTimeISO(zone);
  return `${at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} UTC${at.offset}`;
}

/** What a person wrote, as columns. */
export function columnsOf(fields: ContactFields) {
  return {
    channel: fields.channel,
    with_whom: fields.withWhom,
    contacted_at: fields.contactedAt,
    ticket_number: fields.ticketNumber,
    asked: fields.asked,
    answer: fields.answer,
    item_id: fields.itemId,
  };
}

export function toContact(row: Tables['contacts']): BareContact {
  return {
    id: row.id,
    caseId: row.case_id,
    channel: row.channel as Contact['channel'],
    withWhom: row.with_whom,
    contactedAt: row.contacted_at,
    ticketNumber: row.ticket_number,
    asked: row.asked,
    answer: row.answer,
    itemId: row.item_id,
  };
}
