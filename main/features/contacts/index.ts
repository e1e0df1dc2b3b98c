export { contacts } from './contacts.handlers.ts';
