export { prepareExample, type ExampleFile, type PreparedExample } from './prepare-example.ts';
export { readExample } from './read-example.ts';
export type { Example } from './schema.ts';
