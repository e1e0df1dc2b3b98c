import { readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { putInPlace, storeBytes, writePacketFolder } from '../../../main/workspace/index.ts';

/** The system's own sync of an open file, which goes on doing what it does; what it was asked for is written down. */
async function watchSync(folder: string): Promise<string[]> {
  const handle = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const synced: string[] = [];
  const { sync } = prototype;
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
    synced.push(readlinkSync(`/proc/self/fd/${this.fd}`));
    await sync.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  return synced;
}

it.skipIf(process.platform !== 'linux')(
  'a packet is on the disk to its last byte and name before it gets its own name, and that name too',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'appealdesk-durable-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const [vault, incoming, caseFolder] = [
      join(root, 'vault'),
      join(root, 'incoming'),
      join(root, '2026-001'),
    ];
    await mkdir(caseFolder, { recursive: true });
    const store = async (text: string) =>
      (await storeBytes(new TextEncoder().encode(text), vault, join(incoming, `${text}.part`))).sha256;
    const files = [
      { path: '存档/存档.pdf', sha256: await store('pdf') },
      { path: '上传包/截图/1.png', sha256: await store('png') },
    ];
    const [unfinished, final] = [join(caseFolder, '.unfinished-1'), join(caseFolder, '材料-1')];
    const synced = await watchSync(root);

    await writePacketFolder(vault, unfinished, files);
    expect([...new Set(synced)].sort()).toEqual(
      ['', '存档', '存档/存档.pdf', '上传包', '上传包/截图', '上传包/截图/1.png']
        .map((path) => join(unfinished, ...path.split('/')))
        .sort(),
    );
    synced.length = 0;
    await putInPlace(unfinished, final);
    expect(synced).toEqual([caseFolder]);
  },
);
