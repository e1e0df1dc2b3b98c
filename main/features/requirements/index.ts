export { requirements } from './requirements.handlers.ts';
export { caseCoverage, tickRows } from './requirements.repo.ts';
