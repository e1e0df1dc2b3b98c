export { packets } from './packets.handlers.ts';
