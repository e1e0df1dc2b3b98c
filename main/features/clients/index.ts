export { clients, stores } from './clients.handlers.ts';
export { findClient, findStoreRow } from './clients.repo.ts';
