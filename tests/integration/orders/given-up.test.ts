import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createJobPool } from '../../../main/workers/job-pool.ts';
import { newId } from '../../../shared/kernel/index.ts';
import { finished, realRandom } from '../../helpers/core.ts';
import { orderExport } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();
const AT_ONCE = { timeout: 10_000, interval: 2 };
const LARGE = 60_000;

/** Whether this process, its threads included, has a file open. */
function isRead(path: string): boolean {
  return readdirSync('/proc/self/fd').some((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`) === path;
    } catch {
      return false;
    }
  });
}

async function largeExport(name = 'large.csv', rows = LARGE): Promise<string> {
  const path = join(own.files, name);
  await writeFile(path, orderExport(own.mine(rows).map((orderNumber) => ({ orderNumber }))));
  return path;
}

/** A file as it is read where nobody has corrected anything. */
const plainly = (path: string) => ({ path, zone: 'UTC', currency: 'USD' });

/** Lays a file where an upload that has arrived lies. */
async function uploaded(content: string): Promise<{ uploadId: string }> {
  const uploadId = newId(own.clock, realRandom);
  await mkdir(incoming(), { recursive: true });
  await writeFile(join(incoming(), uploadId), content);
  return { uploadId };
}
const incoming = (): string => join(own.folder, 'incoming');

describe('reading an export can be given up', () => {
  it.skipIf(process.platform !== 'linux')(
    'stops the thread that reads, lets go of the file, and the next file is read at once',
    async () => {
      const path = await largeExport();
      const stop = new AbortController();
      const reading = own.client.orders.previewImport(
        { storeId: own.storeId, file: { path } },
        { signal: stop.signal },
      );
      const refused = expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
      await vi.waitFor(() => expect(isRead(path)).toBe(true), AT_ONCE);
      stop.abort();
      await refused;
      expect(isRead(path)).toBe(false);
      const small = await own.preview('small.csv', orderExport([{ orderNumber: own.first }]));
      expect(small.counts).toMatchObject({ rows: 1, added: 1 });
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'closes the file first, wherever in it the reading was',
    async () => {
      const path = await largeExport('middle.csv');
      const pool = createJobPool(1);
      onTestFinished(() => pool.close());
      const stop = new AbortController();
      let wasOpen = false;
      const reading = pool.run('read-orders', plainly(path), {
        signal: stop.signal,
        onUpdate: () => {
          wasOpen = isRead(path);
          stop.abort();
        },
      });
      await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
      expect({ wasOpen, isOpen: isRead(path) }).toEqual({ wasOpen: true, isOpen: false });
    },
  );

  it('is told at once also while it still waits for a thread', async () => {
    const path = await largeExport('small.csv', 3);
    const pool = createJobPool(1);
    onTestFinished(() => pool.close());
    const { promise: gate, resolve: goOn } = Promise.withResolvers<void>();
    let ended = false;
    const busy = pool.run('read-orders', plainly(path), { onUpdate: () => gate }).finally(() => {
      ended = true;
    });
    const stop = new AbortController();
    const waiting = pool.run('hash', { path }, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(ended).toBe(false);
    goOn();
    await busy;
  });

  it.skipIf(process.platform !== 'linux')(
    'also in the look that precedes an import, and then nothing is imported',
    async () => {
      const path = await largeExport();
      const stop = new AbortController();
      const starting = own.client.orders.startImport(
        { storeId: own.storeId, file: { path } },
        { signal: stop.signal },
      );
      const refused = expect(starting).rejects.toMatchObject({ code: 'CANCELLED' });
      await vi.waitFor(() => expect(isRead(path)).toBe(true), AT_ONCE);
      stop.abort();
      await refused;
      expect(await own.imports()).toEqual([]);
    },
  );
});

describe('what was sent does not stay behind', () => {
  beforeEach(async () => {
    expect(await readdir(incoming()).catch(() => [])).toEqual([]);
  });

  it('when an import is cancelled, or fails', async () => {
    const rows = own.mine(LARGE).map((orderNumber) => ({ orderNumber }));
    const { jobId } = await own.client.orders.startImport({
      storeId: own.storeId,
      file: await uploaded(orderExport(rows)),
    });
    await own.client.jobs.cancel({ jobId });
    expect(await finished(own.client, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await readdir(incoming())).toEqual([]);
  });

  it('when a file is refused as evidence, or its intake is cancelled', async () => {
    const { jobId } = await own.client.evidence.takeIn({
      files: [{ file: await uploaded(''), name: 'a.png' }],
    });
    expect(await finished(own.client, jobId)).toMatchObject({
      state: 'done',
      result: [{ name: 'a.png', error: { code: 'INVALID_FILE' } }],
    });
    expect(await readdir(incoming())).toEqual([]);
    const files = [{ file: await uploaded('first') }, { file: await uploaded('second') }];
    const second = await own.client.evidence.takeIn({ files });
    await own.client.jobs.cancel(second);
    expect(await finished(own.client, second.jobId)).toMatchObject({ state: 'cancelled' });
    expect(await readdir(incoming())).toEqual([]);
  });

  it('when the sender does not want it after all; the uploads of others stay', async () => {
    const [mine, theirs] = [await uploaded('mine'), await uploaded('theirs')];
    await own.client.system.dropUploads({ uploadIds: [mine.uploadId] });
    await own.client.system.dropUploads({ uploadIds: [mine.uploadId] });
    expect(await readdir(incoming())).toEqual([theirs.uploadId]);
    await own.client.system.dropUploads({ uploadIds: [theirs.uploadId] });
  });
});
