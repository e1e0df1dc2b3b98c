/** The real core in a thread that throws when told to, as a bug would make it. */
import { BroadcastChannel, workerData } from 'node:worker_threads';
import type { CoreStart } from '../../../main/workers/core-messages.ts';

const { workspaceDir } = workerData as CoreStart;
const orders = new BroadcastChannel(`die:${workspaceDir}`);
orders.onmessage = () => {
  throw new Error('a bug');
};
orders.unref();
await import('../../../main/workers/core.worker.ts');
