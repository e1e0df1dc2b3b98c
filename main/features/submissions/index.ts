export { decisions, submissions } from './submissions.handlers.ts';
