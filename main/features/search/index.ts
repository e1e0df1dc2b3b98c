export { search } from './search.handlers.ts';
