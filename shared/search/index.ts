export * from './schema.ts';
export { indexWords, searchExpression } from './words.ts';
