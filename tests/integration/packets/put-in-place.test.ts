import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const CHILD = fileURLToPath(new URL('./put-in-place.child.ts', import.meta.url));
const NOBODY = 65_534;

/** A finished folder that waits for its name, in the folder of a case that belongs to nobody. */
function finishedFolder(): { caseFolder: string; unfinished: string; final: string } {
  const caseFolder = mkdtempSync(join(tmpdir(), 'appealdesk-place-'));
  onTestFinished(async () => {
    chmodSync(caseFolder, 0o700);
    await rm(caseFolder, { recursive: true, force: true });
  });
  const unfinished = join(caseFolder, '.unfinished');
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, '存档.pdf'), '%PDF');
  if (process.getuid?.() === 0)
    for (const path of [caseFolder, unfinished, join(unfinished, '存档.pdf')])
      chownSync(path, NOBODY, NOBODY);
  return { caseFolder, unfinished, final: join(caseFolder, '材料-1') };
}

/** Root passes every permission: only somebody else meets a folder that may be written to and not read. */
async function putInPlace(unfinished: string, final: string): Promise<string> {
  const command = [process.execPath, CHILD, unfinished, final];
  if (process.getuid?.() === 0)
    command.unshift('setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups');
  const [program = '', ...given] = command;
  return (await promisify(execFile)(program, given)).stdout;
}

it.skipIf(process.platform === 'win32')(
  'material that has its name keeps it, also where the disk cannot promise that it does',
  async () => {
    const { caseFolder, unfinished, final } = finishedFolder();
    // Names may be given in it, but it cannot be opened, and so not be synced.
    chmodSync(caseFolder, 0o300);
    expect(await putInPlace(unfinished, final)).toBe('READ_ONLY');
    chmodSync(caseFolder, 0o700);
    expect(readdirSync(caseFolder)).toEqual(['材料-1']);
    expect(readdirSync(final)).toEqual(['存档.pdf']);
  },
);

it.skipIf(process.platform === 'win32')(
  'material that cannot be given its name leaves nothing half-made',
  async () => {
    const { caseFolder, unfinished, final } = finishedFolder();
    chmodSync(caseFolder, 0o500);
    expect(await putInPlace(unfinished, final)).toBe('READ_ONLY');
    chmodSync(caseFolder, 0o700);
    expect(readdirSync(caseFolder)).not.toContain('材料-1');
  },
);
