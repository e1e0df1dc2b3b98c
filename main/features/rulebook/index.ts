export { rulebook } from './rulebook.handlers.ts';
export { loadShippedRulebook } from './load-rulebook.ts';
export { toSituation } from './situation.ts';
