import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lies in the example's folder before anything else does and goes last: without it nothing there is ours to remove. */
const MARK = 'example.json';

/** `unfinished`: being made or removed when the program ended; good for nothing. `foreign`: not ours to touch. */
export type ExampleState = 'absent' | 'unfinished' | 'made' | 'foreign';

/** What lies where the example belongs. */
export async function exampleState(folder: string): Promise<ExampleState> {
  const found = await lstat(folder).catch(ifAbsent);
  if (found === null) return 'absent';
  if (!found.isDirectory()) return 'foreign';
  const entries = await readdir(folder);
  if (entries.length === 0) return 'absent';
  if (!entries.includes(MARK)) return 'foreign';
  return (await readFile(join(folder, MARK), 'utf8')) === textOf('made') ? 'made' : 'unfinished';
}

/** Marks the folder, made where it is not there, as an example that is not whole. */
export async function beginExample(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await mark(folder, 'unfinished');
}

/** Says that the example is whole. */
export async function finishExample(folder: string): Promise<void> {
  await mark(folder, 'made');
}

/** Removes the example and its folder. One that was interrupted is still known for what it is. */
export async function removeExample(folder: string): Promise<void> {
  await mark(folder, 'unfinished');
  // Another program (a virus scanner, the file manager) may hold a file for a moment.
  const thoroughly = { recursive: true, force: true, maxRetries: 5 };
  for (const entry of await readdir(folder)) if (entry !== MARK) await rm(join(folder, entry), thoroughly);
  await rm(folder, thoroughly);
}

async function mark(folder: string, state: 'unfinished' | 'made'): Promise<void> {
  const temporary = join(folder, `${MARK}.new`);
  await writeFile(temporary, textOf(state));
  await rename(temporary, join(folder, MARK));
}

const textOf = (state: 'unfinished' | 'made'): string => `${JSON.stringify({ example: state })}\n`;

function ifAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
