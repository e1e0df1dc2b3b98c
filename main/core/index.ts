export { createCore, type Core, type CoreOptions } from './core.ts';
export type { CorePorts, ExamplePort } from './context.ts';
export type { SessionOptions } from './session.ts';
