import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { createCore, type Core, type Notification } from '../core/index.ts';
import { AppError, isAppError } from '../../shared/kernel/index.ts';
import type { Outlook } from '../../shared/reminders/index.ts';
import type { CoreStart, FromCore, SentError, ToCore } from './core-messages.ts';
import { systemClock, systemRandom } from './system-ports.ts';

/**
 * The core in a thread of its own: opens the workspace, answers on every port it is given, closes when told to.
 *
 * It has a copy of the settings and sends changes to the host, which keeps them; folders are shown by the host too.
 */
if (parentPort === null) throw new Error('core.worker runs in a worker thread');
const host: MessagePort = parentPort;
const start = workerData as CoreStart;
let settings = start.settings;
let lastQuestion = 0;
const windows = new Set<MessagePort>();
const questions = new Map<number, (shown: boolean) => void>();
const changes = new Map<number, (error: SentError | null) => void>();

const send = (message: FromCore): void => host.postMessage(message);

/** Asks the host to show something; says whether it could. */
function ask(
  what:
    | { readonly kind: 'show-folder'; readonly path: string }
    | { readonly kind: 'notify'; readonly notification: Notification },
): Promise<boolean> {
  lastQuestion += 1;
  const id = lastQuestion;
  return new Promise((resolve) => {
    questions.set(id, resolve);
    send({ ...what, id });
  });
}

/** Asks the host to put another workspace in this one's place. */
async function changeWorkspace(
  ask: { readonly kind: 'open-example' } | { readonly kind: 'leave-example'; readonly remove: boolean },
): Promise<void> {
  lastQuestion += 1;
  const id = lastQuestion;
  const error = await new Promise<SentError | null>((resolve) => {
    changes.set(id, resolve);
    send({ ...ask, id });
  });
  if (error === null) return;
  // A fault that is no answer is thrown as one, so that it is logged where faults are.
  if (error.code === 'INTERNAL') throw new Error(error.stack);
  throw new AppError(error.code, error.params);
}

async function closeCore(core: Core): Promise<void> {
  await core.close();
  for (const port of windows) port.close();
  host.close();
  // The thread ends when nothing is left to do. If something is, the workspace is closed all the same.
  setTimeout(() => process.exit(0), 3_000).unref();
}

function listen(core: Core): void {
  host.on('message', (message: ToCore) => {
    switch (message.kind) {
      case 'connect':
        windows.add(message.port);
        message.port.once('close', () => windows.delete(message.port));
        core.connect(message.port, message.session);
        break;
      case 'shown':
        questions.get(message.id)?.(message.shown);
        questions.delete(message.id);
        break;
      case 'workspace-changed':
        changes.get(message.id)?.(message.error);
        changes.delete(message.id);
        break;
      case 'checkpoint':
        // What is committed is safe without it; a disk that refuses it now says so at the next write.
        core.checkpoint().catch(() => undefined);
        break;
      case 'wake':
        core.wake();
        break;
      case 'close':
        void closeCore(core);
        break;
    }
  });
}

try {
  const core = await createCore({
    workspaceDir: start.workspaceDir,
    clock: systemClock(() => settings.zone),
    random: systemRandom,
    ports: {
      settings: {
        get: () => settings,
        set: (patch) => {
          settings = { ...settings, ...patch };
          send({ kind: 'settings', patch });
          return settings;
        },
      },
      ...(start.canShowFolders
        ? { folder: { show: (path: string) => ask({ kind: 'show-folder', path }) } }
        : {}),
      ...(start.canNotify
        ? { notify: (notification: Notification) => ask({ kind: 'notify', notification }) }
        : {}),
      ...(start.canShowOutlook
        ? { showOutlook: (outlook: Outlook) => send({ kind: 'outlook', outlook }) }
        : {}),
      ...(start.example === 'none'
        ? {}
        : {
            example: {
              isOpen: start.example === 'open',
              open: () => changeWorkspace({ kind: 'open-example' }),
              leave: (remove: boolean) => changeWorkspace({ kind: 'leave-example', remove }),
            },
          }),
      version: start.version,
      hostName: start.hostName,
    },
  });
  listen(core);
  const { root, vault, incoming, previews } = core.paths;
  send({ kind: 'ready', paths: { root, vault, incoming, previews } });
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const known = isAppError(error)
    ? { code: error.code, params: error.params }
    : { code: 'INTERNAL' as const, params: {} };
  send({ kind: 'failed', ...known, stack });
  host.close();
}
