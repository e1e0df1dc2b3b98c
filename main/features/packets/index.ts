export { packets } from './packets.handlers.ts';
export { findPacketRow } from './packets.repo.ts';
