import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerUpload } from '../../main/web/upload.ts';

/** A disk of one megabyte, or null where this user may not mount one. */
async function smallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'appealdesk-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  onTestFinished(async () => {
    execFileSync('umount', [folder]);
    await rm(folder, { recursive: true });
  });
  return folder;
}

describe('an upload to a full disk', () => {
  it('is told so with 507 and gives every byte of the space back', async ({ skip }) => {
    const disk = await smallDisk();
    if (disk === null) return skip('not run: mounting a small tmpfs needs root on Linux');
    const free = (await statfs(disk)).bfree;
    const body = new Blob([new Uint8Array(3_000_000)]).stream();
    const request = new Request('http://127.0.0.1/upload', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    const answer = await answerUpload(request, { incoming: disk, newUploadId: () => 'upload' });
    expect(answer.status).toBe(507);
    expect(await answer.json()).toEqual({ code: 'OUT_OF_SPACE', params: { folder: disk } });
    expect(await readdir(disk)).toEqual([]);
    expect((await statfs(disk)).bfree).toBe(free);
  });
});
