import { chmod, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulebookOfSource } from '../../../main/features/rulebook/load-rulebook.ts';
import { testFolder } from '../../helpers/files.ts';
import { PACKS } from '../../helpers/pack-update.ts';

const PLATFORM = 'shared/rulebook/packs/law-us/platform.yaml';

/** A source tree of one platform, with what a start keeps of it. */
async function sourceTree() {
  const root = await testFolder();
  await cp(join(PACKS, 'law-us'), join(root, 'shared/rulebook/packs/law-us'), { recursive: true });
  await writeFile(join(root, 'shared/rulebook/compile.ts'), '// as of today');
  await writeFile(join(root, 'package-lock.json'), '{}');
  const cache = join(root, 'node_modules/.cache/appealdesk');
  return { root, cache, kept: join(cache, 'rulebook.json') };
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  await writeFile(path, edited);
}

describe('a rulebook that is run from source', () => {
  it('is the same whether it was read from the packs or from what the last start kept', async () => {
    const { root, cache } = await sourceTree();
    const first = await rulebookOfSource(root);
    expect(await readdir(cache)).toEqual(['rulebook.json']);
    expect(await rulebookOfSource(root)).toEqual(first);
  });

  it('is taken from what was kept: what stands there is what acts', async () => {
    const { root, kept } = await sourceTree();
    await rulebookOfSource(root);
    await edit(kept, /"en":"[^"]*"/, '"en":"Kept"');
    expect(JSON.stringify((await rulebookOfSource(root)).data)).toContain('"en":"Kept"');
  });

  it('follows a corrected pack, a changed compiler and other libraries at once', async () => {
    for (const file of [PLATFORM, 'shared/rulebook/compile.ts', 'package-lock.json']) {
      const { root, kept } = await sourceTree();
      await rulebookOfSource(root);
      const before = (await readFile(kept, 'utf8')).slice(0, 64);
      if (file === PLATFORM) await edit(join(root, file), '"US law"', '"Corrected"');
      else await writeFile(join(root, file), ' ', { flag: 'a' });
      const text = JSON.stringify((await rulebookOfSource(root)).data);
      expect(text.includes('"en":"Corrected"')).toBe(file === PLATFORM);
      expect((await readFile(kept, 'utf8')).slice(0, 64)).not.toBe(before);
    }
  });

  it('is read from the packs where what was kept is damaged, or nothing can be kept', async () => {
    const { root, kept } = await sourceTree();
    const first = await rulebookOfSource(root);
    for (const damaged of [(await readFile(kept, 'utf8')).slice(0, 200), '', `${'0'.repeat(64)}\n{}`]) {
      await writeFile(kept, damaged);
      expect(await rulebookOfSource(root)).toEqual(first);
    }
    const other = await sourceTree();
    await mkdir(join(other.root, 'node_modules'));
    // A file where a folder would have to be: true for root too, whom a mode does not stop.
    await writeFile(join(other.root, 'node_modules/.cache'), '');
    await chmod(join(other.root, 'node_modules'), 0o555);
    expect(await rulebookOfSource(other.root)).toEqual(first);
  });
});
