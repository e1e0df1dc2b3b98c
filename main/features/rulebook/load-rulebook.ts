import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRulebook, type Rulebook } from '../../../shared/rulebook/index.ts';
import { programFiles } from '../../core/program-files.ts';
import { compilePacksFromDisk } from './compile-packs.ts';

/** The rulebook as shipped: the checked JSON of a build, or the packs themselves where the source runs as it is. */
export async function loadShippedRulebook(): Promise<Rulebook> {
  const { source, root } = programFiles();
  if (source) return (await compilePacksFromDisk(join(root, 'shared', 'rulebook', 'packs'))).rulebook;
  return loadRulebook(await readFile(join(root, 'rulebook.json'), 'utf8'));
}
