import { QUIET_SWITCHES } from '../ports/index.ts';

/**
 * What the engine is told before it starts, beside what its requests are refused for: no name of any computer resolves,
 * no proxy is looked for, nothing is fetched ahead, and calls between browsers have no way out.
 */
export const SWITCHES: readonly string[] = [
  ...QUIET_SWITCHES,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--dns-prefetch-disable',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** A switch taken apart, as `app.commandLine.appendSwitch` wants it. */
export function nameAndValue(text: string): [name: string, value?: string] {
  const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/.exec(text) ?? [];
  return value === undefined ? [name] : [name, value];
}
