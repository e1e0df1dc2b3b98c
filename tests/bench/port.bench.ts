import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { startCore } from '../../main/workers/core-process.ts';
import type { Client } from '../../shared/contract/index.ts';
import { openTestCore } from '../helpers/core.ts';
import { memorySettings } from '../helpers/host.ts';
import type { BenchRow } from '../runners/bench.ts';

export const name = 'a call across the port';

const CALLS = 300;
const ROUNDS = 7;

/** Ms for one call, over many one after another. */
async function perCall(client: Client): Promise<number> {
  const begun = performance.now();
  for (let call = 0; call < CALLS; call += 1) await client.stores.list({});
  return (performance.now() - begun) / CALLS;
}

/** The same procedure with the same answer: to the core in its thread, as a window calls it, and to a core in this one. */
export async function run(): Promise<readonly BenchRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  const here = await openTestCore({ folder: join(root, 'here') });
  const there = await startCore({
    workspaceDir: join(root, 'there'),
    settings: memorySettings(),
    version: '0.0.0-bench',
    hostName: 'bench',
  });
  const port = there.connect({ trust: 'shell' });
  try {
    const across: Client = createORPCClient(new RPCLink({ port }));
    port.start();
    for (const client of [across, here.client]) {
      await client.stores.create({ platform: 'aliexpress', name: '示例店' });
      await perCall(client);
    }
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await perCall(across));
      peer.push(await perCall(here.client));
    }
    return [
      {
        figure: 'one call (stores.list) across the worker port',
        ours,
        peer,
        peerName: 'the same call in one thread',
        unit: 'ms',
        runs: ROUNDS * CALLS,
      },
    ];
  } finally {
    port.close();
    await there.close();
    await here.core.close();
    await rm(root, { recursive: true, force: true });
  }
}
