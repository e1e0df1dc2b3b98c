export { facts } from './facts.handlers.ts';
export { listFacts } from './facts.repo.ts';
