export { drafting } from './drafting.handlers.ts';
export { readStatement, typesetStatement } from './statement.ts';
