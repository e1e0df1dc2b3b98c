import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedTree } from './planted-tree.ts';

const one = `export const one = 1;\n`;
const use = (path: string): string => `import { one } from '${path}';\nexport const two = one + 1;\n`;

/** Every file here is somebody's mistake, or the innocent thing it wrongly reaches for. */
const FILES: Readonly<Record<string, string>> = {
  'main/core/index.ts': one,
  'main/hosts/loopback/main.ts': one,
  'main/features/cases/index.ts': one,
  'main/features/cases/inner.ts': one,
  'renderer/features/cases/inner.ts': one,
  'shared/cases/index.ts': one,
  'shared/cases/inner.ts': one,
  'tests/helpers/tool.ts': one,

  'shared/orders/reaches-main.ts': use('../../main/core/index.ts'),
  'shared/orders/reaches-package.ts': `import { useState } from 'react';\nexport const state = useState;\n`,
  'shared/orders/reaches-node.ts': `import { join } from 'node:path';\nexport const path = join;\n`,
  'shared/orders/reaches-inside.ts': use('../cases/inner.ts'),
  'renderer/app/reaches-main.ts': use('../../main/core/index.ts'),
  'renderer/app/reaches-node.ts': `import { join } from 'node:path';\nexport const path = join;\n`,
  'renderer/app/reaches-electron.ts': `import { ipcRenderer } from 'electron';\nexport const ipc = ipcRenderer;\n`,
  'renderer/app/reaches-inside.ts': use('../features/cases/inner.ts'),
  'main/core/reaches-renderer.ts': use('../../renderer/features/cases/inner.ts'),
  'main/core/reaches-electron.ts': `import { app } from 'electron';\nexport const shell = app;\n`,
  'main/core/reaches-host.ts': use('../hosts/loopback/main.ts'),
  'main/core/reaches-test.ts': use('../../tests/helpers/tool.ts'),
  'main/features/orders/reaches-inside.ts': use('../cases/inner.ts'),
  'main/core/circle-a.ts': `import { b } from './circle-b.ts';\nexport const a = (): unknown => b;\n`,
  'main/core/circle-b.ts': `import { a } from './circle-a.ts';\nexport const b = (): unknown => a;\n`,
  'main/core/reaches-nothing.ts': use('./gone.ts'),

  'main/features/orders/by-the-door.ts': use('../cases/index.ts'),
  'main/features/orders/same-name.ts': use('../../../shared/cases/index.ts'),
  'renderer/features/cases/by-the-door.ts': use('../../../shared/cases/index.ts'),
  'tests/unit/anything.ts': use('../../main/features/cases/inner.ts'),
};

const CAUGHT: readonly (readonly [path: string, rule: string])[] = [
  ['shared/orders/reaches-main.ts', 'shared-only-shared'],
  ['shared/orders/reaches-package.ts', 'shared-only-pure-packages'],
  ['shared/orders/reaches-node.ts', 'shared-no-node'],
  ['shared/orders/reaches-inside.ts', 'feature-through-its-door'],
  ['renderer/app/reaches-main.ts', 'renderer-never-main'],
  ['renderer/app/reaches-node.ts', 'renderer-never-node'],
  ['renderer/app/reaches-electron.ts', 'renderer-never-electron'],
  ['renderer/app/reaches-inside.ts', 'room-through-feature-door'],
  ['main/core/reaches-renderer.ts', 'main-never-renderer'],
  ['main/core/reaches-electron.ts', 'electron-only-in-shell'],
  ['main/core/reaches-host.ts', 'hosts-are-the-outside'],
  ['main/core/reaches-test.ts', 'product-never-tests'],
  ['main/features/orders/reaches-inside.ts', 'feature-through-its-door'],
  ['main/core/circle-a.ts', 'no-cycles'],
  ['main/core/reaches-nothing.ts', 'not-found'],
];

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

let tree: PlantedTree;
let found: readonly string[];

beforeAll(() => {
  tree = new PlantedTree(FILES);
  const { output } = tree.run(
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...[
      '--config',
      '.config/dependency-cruiser.cjs',
      '--output-type',
      'json',
      'main',
      'renderer',
      'shared',
      'tests',
    ],
  );
  const { summary } = JSON.parse(output) as Cruise;
  found = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
}, 120_000);

afterAll(() => tree.remove());

test.each(CAUGHT)('%s is caught by %s', (path, rule) => {
  expect(found).toContain(`${path} ${rule}`);
});

test('what goes in by the door is let through', () => {
  const planted = new Set(CAUGHT.map(([path]) => path));
  const innocent = Object.keys(FILES).filter(
    (path) => !planted.has(path) && path !== 'main/core/circle-b.ts',
  );
  expect(found.filter((each) => innocent.some((path) => each.startsWith(`${path} `)))).toEqual([]);
});

test('every layer rule has a planted violation', () => {
  const config = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as {
    forbidden: { name: string }[];
  };
  const planted = new Set(CAUGHT.map(([, rule]) => rule));
  expect(config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});
