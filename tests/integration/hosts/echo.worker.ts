/**
 * A thread that keeps the core's manners towards a host and nothing else: it sends every frame back. So a test sees what
 * the host does to frames, and what it does when the thread dies (`die`).
 */
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
  if (message.kind === 'close') parentPort?.close();
  if (message.kind !== 'connect') return;
  const { port, session } = message;
  port.on('message', (frame: unknown) => {
    if (frame === 'die') process.exit(1);
    else if (frame === 'who') port.postMessage(session.trust);
    else if (frame === 'leave') port.close();
    else if (frame === 'flood')
      for (let index = 0; index < 100; index += 1) port.postMessage('x'.repeat(100_000));
    else port.postMessage(frame);
  });
});
parentPort?.postMessage({ kind: 'ready', paths } satisfies FromCore);
