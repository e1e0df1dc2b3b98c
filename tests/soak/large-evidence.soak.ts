import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { blobPath, workspacePaths } from '../../main/workspace/index.ts';
import { openTestCore, resultOf } from '../helpers/core.ts';
import { testFolder } from '../helpers/files.ts';
import { noise } from './prepared-workspace.ts';
import type { SoakCall, SoakResult } from '../runners/soak.ts';

export const name = 'large-evidence';
/** A phone's recording of a whole unpacking: 2 GiB each, every size a little different. */
export const fullCount = 5;

const TWO_GIB = 2 * 1024 ** 3;
const BLOCK = 8 * 1024 ** 2;
const MOST_MEMORY = 300 * 1024 ** 2;

interface Seen {
  readonly bytes: number;
  readonly mostMemoryMb: number;
}

/** Takes a file of 2 GiB in, finds it byte for byte in the vault, and watches what memory it takes. */
export async function run(call: SoakCall): Promise<SoakResult> {
  const failures: string[] = [];
  const seen: Seen[] = [];
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  const { client, folder } = desk;
  const files = await testFolder();
  for (let index = call.from; index < call.from + call.count && !call.signal.aborted; index += 1) {
    const path = join(files, `unpacking-${index}.mp4`);
    const bytes = TWO_GIB + index * 4099 + (call.seed % 1000);
    await writeLarge(path, bytes, `${call.seed}/${index}`);
    const before = process.memoryUsage().rss;
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    const taken = await resultOf<{ itemId?: string }[]>(
      client,
      await client.evidence.takeIn({ files: [{ file: { path } }] }),
    );
    clearInterval(watching);
    const item = await client.evidence.get({ itemId: taken[0]?.itemId ?? '' });
    const kept = blobPath(workspacePaths(folder).vault, item.sha256);
    if (item.size !== bytes) failures.push(`${index}: ${item.size} of ${bytes} bytes taken in`);
    if ((await stat(kept)).size !== bytes || (await sha256(kept)) !== (await sha256(path)))
      failures.push(`${index}: the vault holds other bytes`);
    if (most - before > MOST_MEMORY) failures.push(`${index}: ${most - before} bytes of memory`);
    seen.push({ bytes, mostMemoryMb: Math.round((most - before) / 1024 ** 2) });
    call.log(`${bytes} bytes, ${seen.at(-1)?.mostMemoryMb} MB of memory`);
    await rm(path);
    await rm(kept, { force: true });
  }
  await desk.close();
  await rm(files, { recursive: true, force: true });
  return { done: seen.length, failures, details: seen };
}

async function writeLarge(path: string, bytes: number, name: string): Promise<void> {
  const block = noise(name, BLOCK);
  const file = await open(path, 'w');
  try {
    for (let written = 0; written < bytes; written += BLOCK) {
      // Every block differs, so that one read twice or left out is seen.
      new DataView(block.buffer, block.byteOffset).setFloat64(0, written);
      await file.write(block, 0, Math.min(BLOCK, bytes - written));
    }
  } finally {
    await file.close();
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: BLOCK }), hash);
  return hash.digest('hex');
}
