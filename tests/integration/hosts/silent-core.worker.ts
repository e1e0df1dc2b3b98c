/** A thread that keeps the core's manners towards a host and never answers a window. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CoreStart, FromCore, ToCore } from '../../../main/workers/core-messages.ts';

const { workspaceDir: root } = workerData as CoreStart;
const paths = {
  root,
  vault: join(root, 'vault'),
  incoming: join(root, 'incoming'),
  previews: join(root, 'previews'),
};
for (const folder of Object.values(paths)) mkdirSync(folder, { recursive: true });
parentPort?.on('message', (message: ToCore) => {
  if (message.kind === 'close') process.exit(0);
});
parentPort?.postMessage({ kind: 'ready', paths } satisfies FromCore);
