export { caseContacts } from './case-contacts.ts';
export { contacts } from './contacts.handlers.ts';
