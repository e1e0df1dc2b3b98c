export * from './schema.ts';
export { askMessage, askMessages, type AskNeed } from './message.ts';
