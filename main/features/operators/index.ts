export { operators } from './operators.handlers.ts';
export { findOperatorRow, listOperators } from './operators.repo.ts';
