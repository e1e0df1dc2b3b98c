export { campaigns } from './campaigns.handlers.ts';
