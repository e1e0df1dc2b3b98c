import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  licenceAllowed,
  licenceOffenders,
  noticesText,
  type ShippedPackage,
} from '../../.config/licences.ts';
import { PlantedTree } from './planted-tree.ts';

let tree: PlantedTree;

beforeAll(() => {
  tree = new PlantedTree({
    'shared/a/index.ts': `export { used } from './used.ts';\n`,
    'shared/a/used.ts': `export const used = 1;\nexport const forgotten = 2;\n`,
    'shared/a/page.ts': `export const title = document.title;\n`,
    'shared/a/node.ts': `export const code = process.exitCode;\n`,
    'shared/a/maybe.ts': `export const first = (list: string[]): string => list[0];\n`,
    'shared/a/enum.ts': `export enum Colour {\n  Red,\n}\n`,
    'shared/a/ugly.ts': `export const  ugly = "x"\n`,
    'main/launcher/launch.mjs': `import { used } from '../../shared/a/index.ts';\nconsole.log(used);\n`,
    'main/core/page.ts': `export const title = document.title;\n`,
    'renderer/app/node.ts': `export const code = process.exitCode;\n`,
  });
});

afterAll(() => tree.remove());

test.each([
  ['shared', 'shared/a/page.ts', "Cannot find name 'document'"],
  ['shared', 'shared/a/node.ts', "Cannot find name 'process'"],
  ['shared', 'shared/a/maybe.ts', "Type 'string | undefined' is not assignable"],
  ['shared', 'shared/a/enum.ts', 'erasableSyntaxOnly'],
  ['main', 'main/core/page.ts', "Cannot find name 'document'"],
  ['renderer', 'renderer/app/node.ts', "Cannot find name 'process'"],
])('the types of %s do not let %s through', (runtime, path, reason) => {
  const { code, output } = tree.run(
    'typescript/bin/tsc',
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    `.config/tsconfig.${runtime}.json`,
  );
  expect(code).not.toBe(0);
  expect(
    output
      .split('\n')
      .filter((line) => line.includes(path))
      .join('\n'),
  ).toContain(reason);
});

test('a misformatted file is named', () => {
  const { code, output } = tree.run('prettier/bin/prettier.cjs', '--check', 'shared');
  expect(code).not.toBe(0);
  expect(output).toContain('shared/a/ugly.ts');
  expect(output).not.toContain('shared/a/used.ts');
});

test('an export that nobody uses, and a file that nobody imports, are named', () => {
  const { code, output } = tree.run(
    'knip/bin/knip.js',
    '--config',
    '.config/knip.json',
    '--no-progress',
    '--no-config-hints',
  );
  expect(code).not.toBe(0);
  expect(output).toMatch(/forgotten\s+shared\/a\/used\.ts/);
  expect(output).toContain('shared/a/ugly.ts');
  expect(output).not.toMatch(/^used\s/m);
});

const shipped = (name: string, licence: string): ShippedPackage => ({
  name,
  version: '1.0.0',
  licence,
  path: `node_modules/${name}`,
  forOneSystem: false,
});

test('a licence that may not travel is named with its package', () => {
  const packages = [
    shipped('fine', 'MIT'),
    shipped('viral', 'AGPL-3.0-only'),
    shipped('silent', 'none named'),
  ];
  expect(licenceOffenders(packages)).toEqual(['viral@1.0.0: AGPL-3.0-only', 'silent@1.0.0: none named']);
});

test.each([
  ['(MIT OR GPL-3.0-only)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', false],
  ['(WTFPL OR MIT)', true],
  ['SEE LICENSE IN LICENSE', false],
])('the licence expression %s: allowed %s', (expression, allowed) => {
  expect(licenceAllowed(expression)).toBe(allowed);
});

test('the notices name every package that travels, so a new one makes the check fail', async () => {
  const before = await noticesText(tree.folder, [shipped('zod', 'MIT')]);
  const after = await noticesText(tree.folder, [shipped('zod', 'MIT'), shipped('react', 'MIT')]);
  expect(before).toContain('| zod | 1.0.0 | MIT |');
  expect(before).toContain('Permission is hereby granted');
  expect(after).not.toBe(before);
});
