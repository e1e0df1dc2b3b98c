export { requirements } from './requirements.handlers.ts';
export { caseCoverage } from './requirements.repo.ts';
