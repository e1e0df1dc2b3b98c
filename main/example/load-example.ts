import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readExample, type Example } from '../../shared/example/index.ts';
import { programFiles } from '../core/program-files.ts';

const FILE = 'example-case.yaml';

/** The example case as shipped: beside the rulebook of a build, or in its room where the source runs as it is. */
export async function loadShippedExample(): Promise<Example> {
  const { source, root } = programFiles();
  const path = source ? join(root, 'shared', 'example', FILE) : join(root, FILE);
  return readExample(await readFile(path, 'utf8'));
}
