import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import statute from '../../shared/deadlines/calendars/cn-statute.json' with { type: 'json' };
import unitedStates from '../../shared/deadlines/calendars/regions/us.json' with { type: 'json' };

const { version, made } = unitedStates.library;

export const name =
  'calendars of other regions and the statutory days of China, made again by the library they are from';
export const tools = ['python3'];
export const aptPackages = ['python3'];

const tool = promisify(execFile);
const MAKE = fileURLToPath(new URL('../../.config/calendars/make_calendars.py', import.meta.url));
const MAKE_STATUTE = fileURLToPath(new URL('../../.config/calendars/make_statute.py', import.meta.url));
const STATUTE = fileURLToPath(new URL('../../shared/deadlines/calendars/cn-statute.json', import.meta.url));
const REGIONS = fileURLToPath(new URL('../../shared/deadlines/calendars/regions', import.meta.url));

/** The library is of Python's own registry, which not every machine reaches. */
export async function missing(): Promise<string[]> {
  const { stdout } = await tool('python3', ['-c', 'import holidays; print(holidays.__version__)']).catch(
    () => ({ stdout: '' }),
  );
  return stdout.trim() === version ? [] : [`python3 -m pip install holidays==${version}`];
}

/** Every committed file is what the library says, to the byte, and none is there that it does not make. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
  try {
    await tool('python3', [MAKE, '--made', made, '--to', folder]);
    const files = readdirSync(folder).sort();
    assert.deepEqual(readdirSync(REGIONS).sort(), files);
    for (const file of files)
      assert.equal(readFileSync(join(REGIONS, file), 'utf8'), readFileSync(join(folder, file), 'utf8'), file);
    const again = join(folder, 'cn-statute.json');
    await tool('python3', [MAKE_STATUTE, '--made', statute.library.made, '--to', again]);
    assert.equal(readFileSync(STATUTE, 'utf8'), readFileSync(again, 'utf8'), 'cn-statute.json');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
