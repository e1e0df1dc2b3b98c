import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlantedTree } from './planted-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A tree that keeps every rule of the house; what is planted beside it breaks one. */
const SOUND: Readonly<Record<string, string>> = {
  'main/launcher/launch.mjs': `import { greeting } from '../../shared/a/index.ts';\n\nconsole.log(greeting);\n`,
  // The build of every tree reads it.
  'shared/example/index.ts': `/** Reads it. */\nexport const readExample = (text: string): string => text;\n`,
  'shared/a/index.ts': `/** What is said first. */\nexport const greeting = 'hello';\n`,
};

/** Runs `.config/check.ts` of a planted tree. */
function check(tree: PlantedTree, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(tree.folder, '.config/check.ts'), ...args],
    {
      cwd: tree.folder,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr, lastLine: stdout.trim().split('\n').at(-1) };
}

/** The caches of the tools lie under node_modules/.cache: a planted tree has its own and leaves ours alone. */
function plant(files: Readonly<Record<string, string>>): PlantedTree {
  const tree = new PlantedTree({ ...SOUND, ...files });
  cpSync(join(ROOT, 'package-lock.json'), join(tree.folder, 'package-lock.json'));
  const modules = join(tree.folder, 'node_modules');
  rmSync(modules);
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
  }
  return tree;
}

/** Each check that a planted file can break, the file, and what must be said of it. */
const BROKEN: readonly (readonly [check: string, path: string, text: string, says: string])[] = [
  ['format', 'shared/a/ugly.ts', `export const  ugly = "x"\n`, 'shared/a/ugly.ts'],
  [
    'types:shared',
    'shared/a/page.ts',
    `export const title = document.title;\n`,
    "Cannot find name 'document'",
  ],
  [
    'types:main',
    'main/core/page.ts',
    `export const title = document.title;\n`,
    "Cannot find name 'document'",
  ],
  [
    'types:renderer',
    'renderer/app/node.ts',
    `export const code = process.exitCode;\n`,
    "Cannot find name 'process'",
  ],
  ['types:tests', 'tests/unit/a.test.ts', `export const count: number = 'one';\n`, 'is not assignable'],
  ['lint', 'shared/a/clock.ts', `export const now = (): number => Date.now();\n`, 'shared/a/clock.ts'],
  ['layers', 'shared/a/up.ts', `export { code } from '../../main/core/code.ts';\n`, 'shared/a/up.ts'],
  ['unused', 'shared/a/alone.ts', `export const alone = 1;\n`, 'shared/a/alone.ts'],
  ['notices', 'docs/third-party-notices.md', `nothing travels\n`, 'out of date'],
];

/**
 * A tree of two files uses few of the packages that package.json names, and has no notices of them. A whole lint takes half
 * a minute; that it passes is seen of our own tree every day.
 */
const NEVER_SOUND = new Set(['unused', 'notices', 'lint']);
/** A whole lint of a tree whose packages are links. */
const SLOW = 180_000;

describe('npm run check', () => {
  let sound: PlantedTree;
  let broken: PlantedTree;
  beforeAll(() => {
    sound = plant({});
    broken = plant({
      ...Object.fromEntries(BROKEN.map(([, path, text]) => [path, text])),
      'main/core/code.ts': `export const code = 1;\n`,
    });
  });
  afterAll(() => {
    sound.remove();
    broken.remove();
  });

  test.each(BROKEN.filter(([name]) => !NEVER_SOUND.has(name)))(
    '%s passes a tree that keeps the rules, and says so in its last line',
    (name) => {
      const { status, stdout, lastLine } = check(sound, name);
      // A runtime that has no sources yet is not called checked.
      const isThere = !['types:renderer', 'types:tests'].includes(name);
      expect(stdout).toMatch(new RegExp(`^${isThere ? 'passed ' : 'skipped'}  ${name} `));
      expect(lastLine).toBe(isThere ? '1 passed, 0 failed, 0 skipped' : '0 passed, 0 failed, 1 skipped');
      expect(status).toBe(0);
    },
  );

  test.each(BROKEN)(
    '%s fails on %s, names it and ends with 1',
    { timeout: SLOW },
    (name, _path, _text, says) => {
      const { status, stdout, lastLine } = check(broken, name);
      expect(stdout).toMatch(new RegExp(`^failed   ${name} `));
      expect(stdout).toContain(says);
      expect(lastLine).toBe('0 passed, 1 failed, 0 skipped');
      expect(status).toBe(1);
    },
  );

  test('licences of what travels are read from the packages themselves', () => {
    expect(check(sound, 'licences')).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 0 skipped' });
  });

  test('a rulebook that does not compile fails, and one that is not there yet is not called checked', () => {
    expect(check(sound, 'rulebook')).toMatchObject({ status: 0, lastLine: '0 passed, 0 failed, 1 skipped' });
    const tree = plant({
      'main/features/rulebook/compile-packs.ts': `export const compilePacksFromDisk = (): Promise<never> =>
  Promise.reject(new Error('packs/p/rules.yaml:3 names no source'));\n`,
    });
    const { status, stdout, lastLine } = check(tree, 'rulebook');
    tree.remove();
    expect(stdout).toContain('packs/p/rules.yaml:3 names no source');
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
  });

  test('several are counted together, and one that fails is enough to fail', () => {
    const { status, stdout, lastLine } = check(broken, 'types:main', 'licences');
    expect(stdout).toContain('passed   licences');
    expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 1 failed, 0 skipped' });
  });

  test('a check that does not exist is refused with those that do', () => {
    const { status, stdout, stderr } = check(sound, 'spelling');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no such check: spelling; there are: format, types:shared');
  });
});
