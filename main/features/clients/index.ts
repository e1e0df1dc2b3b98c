export { clients, stores } from './clients.handlers.ts';
export { findStoreRow } from './clients.repo.ts';
