/**
 * The process that is killed: `node kill-driver.ts <act> <workspace> <input.json>`.
 *
 * Opens a real core, says `start`, does the act, says `end`, and stays, so that a late kill still finds it alive.
 */
import { readFileSync, writeSync } from 'node:fs';
import { createCore } from '../../main/core/index.ts';
import { systemClock, systemRandom } from '../../main/workers/system-ports.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings/index.ts';
import { KILLED_ACTS, perform, type ActInput } from './kill-acts.ts';

// Whoever started this process holds its standard input: when they are gone, it goes too.
process.stdin.resume().on('end', () => process.exit(1));

const [wanted = '', workspaceDir = '', inputFile = ''] = process.argv.slice(2);
const act = KILLED_ACTS.find((known) => known === wanted);
if (act === undefined) throw new Error(`no such act: ${wanted}`);
const input = JSON.parse(readFileSync(inputFile, 'utf8')) as ActInput;
const core = await createCore({
  workspaceDir,
  clock: systemClock(() => 'Asia/Shanghai'),
  random: systemRandom,
  ports: {
    settings: { get: () => DEFAULT_SETTINGS, set: () => DEFAULT_SETTINGS },
    version: '0.0.0-soak',
    hostName: 'kill-driver',
  },
});
// Written past every stream, so that nothing said is still in a buffer when the kill comes.
writeSync(1, 'start\n');
await perform(act, core.client(), input);
writeSync(1, 'end\n');
