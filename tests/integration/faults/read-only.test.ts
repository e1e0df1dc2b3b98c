import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestCore } from '../../helpers/core.ts';

const CHILD = fileURLToPath(new URL('./read-only.child.ts', import.meta.url));
/** Nobody: root passes every permission, so what it may do shows nothing. */
const NOBODY = 65_534;
const AS_NOBODY = [
  'setpriv',
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  '--clear-groups',
  process.execPath,
  CHILD,
];

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const canBeNobody = works('setpriv', [`--reuid=${NOBODY}`, '--clear-groups', process.execPath, '--version']);
const canMount = works('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);

/** A workspace that belongs to nobody. */
async function nobodysWorkspace(): Promise<{ above: string; folder: string }> {
  const above = mkdtempSync(join(tmpdir(), 'appealdesk-read-only-'));
  onTestFinished(() => rm(above, { recursive: true, force: true }));
  const folder = join(above, 'workspace');
  const desk = await openTestCore({ folder });
  await desk.core.close();
  for (const path of ['.', ...readdirSync(above, { recursive: true, encoding: 'utf8' })])
    chownSync(join(above, path), NOBODY, NOBODY);
  return { above, folder };
}

async function openAsNobody(folder: string, before: readonly string[] = []): Promise<string> {
  const [command = '', ...args] = [...before, ...AS_NOBODY, folder];
  return (await promisify(execFile)(command, args)).stdout.trim();
}

describe('a workspace that cannot be written to', () => {
  it('opens for whoever may write there', async ({ skip }) => {
    if (!canBeNobody) return skip('not run: becoming another user needs root on Linux');
    const { folder } = await nobodysWorkspace();
    expect(await openAsNobody(folder)).toBe('done');
  });

  it.for(['workspace', 'vault', 'exports', 'appealdesk.sqlite3'])(
    'is refused as read-only by name where %s lets nobody write',
    async (part, { skip }) => {
      if (!canBeNobody) return skip('not run: becoming another user needs root on Linux');
      const { folder } = await nobodysWorkspace();
      const path = part === 'workspace' ? folder : join(folder, part);
      chmodSync(path, part.endsWith('.sqlite3') ? 0o444 : 0o555);
      expect(await openAsNobody(folder)).toBe('READ_ONLY');
    },
  );

  it('is refused as read-only where a new one cannot be made', async ({ skip }) => {
    if (!canBeNobody) return skip('not run: becoming another user needs root on Linux');
    const { above } = await nobodysWorkspace();
    chmodSync(above, 0o555);
    expect(await openAsNobody(join(above, 'another'))).toBe('READ_ONLY');
  });

  it('is refused as read-only on a disk that is mounted so', async ({ skip }) => {
    if (!canBeNobody || !canMount) return skip('not run: mounting needs root on Linux');
    const { above, folder } = await nobodysWorkspace();
    const mounted = `mount --bind '${above}' '${above}' && mount -o remount,bind,ro '${above}' && exec "$@"`;
    expect(await openAsNobody(folder, ['unshare', '-m', 'sh', '-c', mounted, 'sh'])).toBe('READ_ONLY');
  });
});
