export { loadShippedExample } from './load-example.ts';
export { makeExample } from './make-example.ts';
export { toAppError } from './to-app-error.ts';
export { beginExample, exampleState, finishExample, removeExample } from './example-folder.ts';
