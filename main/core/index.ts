export { createCore, type Core, type CoreOptions } from './core.ts';
export type { CorePorts, ExamplePort, Notification } from './context.ts';
export type { SessionOptions } from './session.ts';
