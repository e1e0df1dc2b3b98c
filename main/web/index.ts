/** What a window asks for beside its calls, and who may ask. Runs under plain Node; hosts carry it. */
export {
  createWebHandler,
  plainAnswer,
  type WebHandler,
  type WebHandlerOptions,
  type WebPaths,
} from './handler.ts';
export {
  createEntrance,
  refuseForeign,
  refuseSocket,
  isSameSecret,
  safeSegments,
  type Entrance,
} from './guards.ts';
export { CLOSED_POLICY, COMMON_HEADERS } from './headers.ts';
