/** AppealDesk for browsers on this computer. */
export { startLoopbackHost, type LoopbackHost, type LoopbackOptions } from './host.ts';
