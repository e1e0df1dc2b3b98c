import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** How a program of the same user reaches a running host. */
const hostFile = z.strictObject({
  /** `ws://127.0.0.1:<port>/rpc` */
  socket: z.string().regex(/^ws:\/\/127\.0\.0\.1:\d{1,5}\/rpc$/),
  attachToken: z.string().min(20),
  process: z.int(),
});
export type HostFile = z.infer<typeof hostFile>;

const pathOf = (workspaceDir: string): string => join(workspaceDir, '.host.json');

/** Says beside the workspace how to attach to the host that has it open. Only this user may read it. */
export async function writeHostFile(workspaceDir: string, content: HostFile): Promise<void> {
  const path = pathOf(workspaceDir);
  const temporary = `${path}.${process.pid}`;
  await rm(temporary, { force: true });
  await writeFile(temporary, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
  await rename(temporary, path);
}

/** The file of a running host, or null. A crash may have left one behind: only an answer shows that it is alive. */
export async function readHostFile(workspaceDir: string): Promise<HostFile | null> {
  try {
    return hostFile.parse(JSON.parse(await readFile(pathOf(workspaceDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Takes the file away again. */
export async function removeHostFile(workspaceDir: string): Promise<void> {
  await rm(pathOf(workspaceDir), { force: true });
}
