import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { Client } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import {
  openSettings,
  programVersion,
  readHostFile,
  showFolder,
  systemClock,
  systemRandom,
} from '../ports/index.ts';

/** A client and how to leave. */
export interface DeskConnection {
  readonly client: Client;
  close(): Promise<void>;
}

/** Opens the workspace in this process. @throws AppError LOCKED and whatever else opening a workspace may answer with */
export async function openHere(
  workspaceDir: string,
  settingsFile: string,
  language: Language | undefined,
): Promise<DeskConnection> {
  // Only here: listing procedures or speaking to a running program needs no database.
  const { createCore } = await import('../../core/index.ts');
  const stored = openSettings(settingsFile);
  const chosen = language === undefined ? {} : { language };
  const core = await createCore({
    workspaceDir,
    clock: systemClock(() => stored.get().zone),
    random: systemRandom,
    ports: {
      settings: { get: () => ({ ...stored.get(), ...chosen }), set: (patch) => stored.set(patch) },
      folder: { show: showFolder },
      version: programVersion(),
      hostName: 'desk',
    },
  });
  return { client: core.client({ trust: 'shell' }), close: () => core.close() };
}

/**
 * Speaks to the program that has the workspace open.
 *
 * @throws AppError NOT_FOUND where no program says that it has, CORE_STOPPED where it does not answer
 */
export async function attach(workspaceDir: string): Promise<DeskConnection> {
  const host = await readHostFile(workspaceDir);
  if (host === null) throw new AppError('NOT_FOUND', { what: 'host', workspace: workspaceDir });
  const socket = new WebSocket(host.socket, {
    headers: { authorization: `Bearer ${host.attachToken}` },
    perMessageDeflate: false,
    handshakeTimeout: 10_000,
  });
  try {
    await once(socket, 'open');
  } catch (error) {
    throw new AppError('CORE_STOPPED', { workspace: workspaceDir }, { cause: error });
  }
  socket.on('error', () => undefined);
  // The link is written for a browser's socket, of which ours has every part it uses.
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
  return {
    client: createORPCClient(link),
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
