import { parseArgs } from 'node:util';
import { defaultPlaces, type Places } from '../ports/index.ts';

/** How the host was asked to start. */
export interface LoopbackArguments {
  /** As typed; undefined for this computer's own. */
  readonly workspace: string | undefined;
  readonly places: Places;
  readonly port: number;
  readonly open: boolean;
}

/** Reads `[--workspace folder] [--port n] [--no-open]`. @throws Error naming what was not understood */
export function readArguments(args: readonly string[]): LoopbackArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      workspace: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}`);
  const places = defaultPlaces();
  return {
    places,
    port,
    workspace: values.workspace,
    open: !values['no-open'],
  };
}
