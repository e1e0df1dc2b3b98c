import { text } from 'node:stream/consumers';
import type { Client } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { chosenWorkspace, defaultPlaces, openSettings } from '../ports/index.ts';
import { HELP, readArguments, type DeskArguments } from './arguments.ts';
import { callProcedure, type DeskOutput } from './call.ts';
import { attach, openHere, type DeskConnection } from './connection.ts';
import { exitCodeOf, toFailure } from './failure.ts';
import { listProcedures, nearestNames } from './procedures.ts';

/** How long what is left over may keep the process after everything is closed, ms. */
const LINGER = 3_000;

const write = (words: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(words, () => resolve()));

/** `desk <procedure> '<json>'`: the whole contract from a shell, for people, scripts and tests. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.action === 'help') return write(HELP);
  if (asked.action === 'list') {
    return write(
      `${listProcedures()
        .map((entry) => JSON.stringify(entry))
        .join('\n')}\n`,
    );
  }
  refuseUnknown(asked.procedure);
  const input = await readInput(asked.input);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt(interrupted));

  const connection = await connect(asked);
  try {
    if (asked.operatorId !== undefined) await signIn(connection.client, asked.operatorId);
    const output: DeskOutput = {
      json: (value) => write(`${JSON.stringify(value)}\n`),
      progress: (line) => void (asked.quiet || process.stderr.write(`${line}\n`)),
    };
    await callProcedure(connection.client, asked.procedure, input, output, {
      wait: asked.wait,
      interrupted: interrupted.signal,
    });
  } finally {
    await connection.close();
  }
}

let interruptedAt = 0;

/** The first Ctrl-C ends things in order, and may come twice at once (terminal and launcher); a later one ends at once. */
function interrupt(interrupted: AbortController): void {
  if (interrupted.signal.aborted && performance.now() - interruptedAt > 1_000) process.exit(130);
  if (!interrupted.signal.aborted) interruptedAt = performance.now();
  interrupted.abort();
}

function connect(asked: DeskArguments): Promise<DeskConnection> {
  const places = defaultPlaces();
  const workspaceDir = chosenWorkspace(asked.workspace, openSettings(places.settingsFile).get(), places);
  return asked.attach ? attach(workspaceDir) : openHere(workspaceDir, places.settingsFile, asked.language);
}

async function signIn(client: Client, operatorId: string): Promise<void> {
  const pin = process.env['APPEALDESK_PIN'];
  await client.operators.signIn({ operatorId, ...(pin ? { pin } : {}) });
}

function refuseUnknown(name: string): void {
  const names = listProcedures().map((entry) => entry.name);
  if (names.includes(name)) return;
  throw new AppError('BAD_REQUEST', {
    detail: `unknown procedure: ${name}`,
    nearest: nearestNames(name, names),
  });
}

async function readInput(argument: string): Promise<unknown> {
  const json = argument === '-' ? await text(process.stdin) : argument;
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new AppError('BAD_REQUEST', { detail: error instanceof Error ? error.message : 'not JSON' });
  }
}

// Whoever reads us may have read enough (`desk … | head -1`).
process.stdout.on('error', () => process.exit(0));
try {
  await main();
} catch (error) {
  const failure = toFailure(error);
  process.stderr.write(`${JSON.stringify(failure)}\n`);
  process.exitCode = exitCodeOf(failure);
}
setTimeout(() => process.exit(), LINGER).unref();
