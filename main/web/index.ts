/** What a window asks for beside its calls, and who may ask. Runs under plain Node; hosts carry it. */
export {
  createWebHandler,
  plainAnswer,
  type WebHandler,
  type WebHandlerOptions,
  type WebPaths,
} from './handler.ts';
export { createEntrance, refuseForeign, refuseSocket, isSameSecret, type Entrance } from './guards.ts';
