import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsOfPacks } from '../../.config/eslint-rules/platform-words.js';
import { PlantedTree } from './planted-tree.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One planted violation of each rule: the file, the rule that must name it, and the line that breaks it. */
const PLANTED: readonly (readonly [path: string, rule: string, text: string])[] = [
  [
    'main/core/a.ts',
    'house/electron-only-in-shell',
    `import { app } from 'electron';\nexport const name = app.name;\n`,
  ],
  ['main/core/b.ts', 'house/electron-only-in-shell', `export const load = () => import('electron-store');\n`],
  ['tests/unit/c.test.ts', 'house/electron-only-in-shell', `import 'electron';\n`],
  ['shared/a/now.ts', 'house/pure-room', `export const now = (): number => Date.now();\n`],
  ['shared/a/today.ts', 'house/pure-room', `export const today = (): Date => new Date();\n`],
  ['shared/a/dice.ts', 'house/pure-room', `export const dice = (): number => Math.random();\n`],
  [
    'shared/a/timer.ts',
    'house/pure-room',
    `declare const performance: { now(): number };\nexport const time = (): number => performance.now();\n`,
  ],
  [
    'main/core/sql.ts',
    'house/sql-only-in-repositories',
    'export const query = `SELECT id FROM cases WHERE id = ${1}`;\n',
  ],
  [
    'main/features/a/use.ts',
    'house/sql-only-in-repositories',
    `export const statement = 'delete from cases';\n`,
  ],
  [
    'main/features/a/join.ts',
    'house/sql-only-in-repositories',
    `export const text = 'select a.id from a where a.id = ?';\n`,
  ],
  [
    'main/features/a/put.ts',
    'house/sql-only-in-repositories',
    `export const text = 'INSERT INTO a (id) VALUES (?)';\n`,
  ],
  [
    'main/features/a/tag.ts',
    'house/sql-only-in-repositories',
    `import { sql } from 'kysely';\nexport const one = sql.lit(1);\n`,
  ],
  [
    'main/features/a/raw.ts',
    'house/sql-only-in-repositories',
    `export const run = (db: { prepare(text: string): void }): void => db.prepare('x');\n`,
  ],
  [
    'main/features/a/driver.ts',
    'house/sql-only-in-repositories',
    `import Database from 'better-sqlite3';\nexport const open = Database;\n`,
  ],
  [
    'renderer/ui/html.tsx',
    'house/no-raw-html',
    'export const Html = ({ text }: { text: string }) => <div dangerouslySetInnerHTML={{ __html: text }} />;\n',
  ],
  [
    'renderer/ui/inner.ts',
    'house/no-raw-html',
    `export const put = (node: Element, text: string): void => {\n  node.innerHTML = text;\n};\n`,
  ],
  [
    'shared/a/platform.ts',
    'house/no-platform-knowledge',
    `export const platform = 'aliexpress.report-buyer';\n`,
  ],
  ['renderer/ui/platform.tsx', 'house/no-platform-knowledge', `export const Name = () => <b>速卖通</b>;\n`],
  ['main/core/rule.ts', 'house/no-platform-knowledge', `export const rule = 'see S1-18';\n`],
  ['main/core/key.ts', 'house/no-platform-knowledge', `export const names = { taobao: 1 };\n`],
  ['main/core/comment.ts', 'house/no-platform-knowledge', `/** As CN-18 has it. */\nexport const one = 1;\n`],
  ['main/core/line.ts', 'house/no-platform-knowledge', `export const one = 1; // 京东 says so\n`],
  ['main/core/name.ts', 'house/no-platform-knowledge', `export const isTaobao = true;\n`],
  ['main/core/short.ts', 'house/no-platform-knowledge', `export const jdHours = 24;\n`],
  ['main/core/id-name.ts', 'house/no-platform-knowledge', `export const TB_16 = 180;\n`],
  ['main/core/private.ts', 'house/no-platform-knowledge', `export class A {\n  #stripeLimit = 1;\n}\n`],
  ['main/core/etsy-window.ts', 'house/no-platform-knowledge', `export const days = 30;\n`],
  ['main/launcher/tool.mjs', 'house/no-platform-knowledge', `export const store = 'shopify';\n`],
  ['main/core/pieces.ts', 'house/no-platform-knowledge', `export const name = 'ali' + 'express';\n`],
  [
    'main/core/begun.ts',
    'house/no-platform-knowledge',
    'export const rule = (number: number): string => `S1-${number}`;\n',
  ],
  ['main/core/put-in.ts', 'house/no-platform-knowledge', "export const rule = `S1-${'18'}`;\n"],
  ['main/core/regexp.ts', 'house/no-platform-knowledge', `export const network = /mastercard|amex/;\n`],
  ['main/core/law.ts', 'house/no-platform-knowledge', `export const rules = ['EU-01'];\n`],
  ['main/core/conflict.ts', 'house/no-platform-knowledge', `export const conflict = 'X12';\n`],
  ['main/core/register.ts', 'house/no-platform-knowledge', `export const conflict = 'R17-4';\n`],
  ['main/core/gap.ts', 'house/no-platform-knowledge', `export const gap = 'AE-G';\n`],
  [
    'main/core/general.ts',
    'house/no-platform-knowledge',
    `export const scene = 'general.fake-transaction';\n`,
  ],
  ['renderer/ui/chat.tsx', 'house/no-platform-knowledge', `export const Ways = () => <b>微信</b>;\n`],
  ['shared/i18n/en/asks.ts', 'house/no-platform-knowledge', `export const shop = '微信小店';\n`],
  ['shared/i18n/zh-CN/asks.ts', 'house/no-platform-knowledge', `export const chat = '旺旺';\n`],
  [
    'renderer/ui/element.tsx',
    'house/no-platform-knowledge',
    `import { AmazonMark } from './a.ts';\n\nexport { AmazonMark };\n`,
  ],
  [
    'main/core/floating.ts',
    '@typescript-eslint/no-floating-promises',
    `const later = (): Promise<void> => Promise.resolve();\nexport const start = (): void => {\n  later();\n};\n`,
  ],
  [
    'main/core/any.ts',
    '@typescript-eslint/no-explicit-any',
    `export const loose = (value: any): boolean => value === 1;\n`,
  ],
  [
    'main/core/ignore.ts',
    '@typescript-eslint/ban-ts-comment',
    `// @ts-ignore\nexport const one: string = 1;\n`,
  ],
  [
    'main/core/disable.ts',
    'house/no-platform-knowledge',
    `/* eslint-disable */\nexport const hidden = 'taobao';\n`,
  ],
  ['main/core/later.ts', 'no-warning-comments', `// TODO: finish\nexport const one = 1;\n`],
  [
    'tests/unit/only.test.ts',
    'house/honest-tests',
    `import { test } from 'vitest';\ntest.only('x', () => undefined);\n`,
  ],
  [
    'tests/e2e/wait.test.ts',
    'house/honest-tests',
    `export const wait = (page: { waitForTimeout(ms: number): void }): void => page.waitForTimeout(1);\n`,
  ],
  [
    'tests/e2e/hasty.test.ts',
    'house/honest-tests',
    `import { expect } from 'vitest';\nexport const look = async (rows: { count(): Promise<number> }): Promise<void> =>\n  expect(await rows.count()).toBe(2);\n`,
  ],
  [
    'tests/e2e/early.test.ts',
    'house/honest-tests',
    `export const undo = (keyboard: { press(key: string): Promise<void> }): Promise<void> => keyboard.press('Control+z');\n`,
  ],
  [
    'renderer/ui/hook.ts',
    'react-hooks/rules-of-hooks',
    `import { useState } from 'react';\nexport function useMaybe(on: boolean): unknown {\n  if (on) return useState(1);\n  return null;\n}\n`,
  ],
];

/** The same things where they belong: no rule may name these. */
const ALLOWED: Readonly<Record<string, string>> = {
  'main/hosts/electron/main.ts': `import { app } from 'electron';\nexport const { name } = app;\n`,
  'main/core/type.ts': `import type { App } from 'electron';\nexport type Shell = App;\n`,
  'main/features/a/case.repo.ts':
    "import { sql } from 'kysely';\nexport const one = sql`SELECT id FROM cases`;\n",
  'main/workspace/sqlite/open.ts': `export const begin = 'BEGIN IMMEDIATE';\n`,
  'shared/a/clock.ts': `export const at = (clock: { now(): number }): number => clock.now();\n`,
  'shared/a/words.ts': `export const words = ['select a file from the list', 'SHA-256', 'UTF-8', 'update the case', 'create index of exhibits'];\n`,
  'main/core/pattern.ts': `export const match = (pattern: RegExp): unknown => pattern.exec('x');\n`,
  'shared/rulebook/packs/x/extra.ts': `export const platform = 'aliexpress';\n`,
  'shared/asks/schema.ts': `/** How it was sent: 微信, 电话. */\nexport const channels = ['wechat', 'phone'];\n`,
  'tests/e2e/patient.test.ts': `import { expect } from 'vitest';\nexport const look = async (rows: { count(): Promise<number> }): Promise<void> => {\n  await expect.poll(() => rows.count()).toBe(2);\n};\n`,
  'tests/unit/own.test.ts': `import { expect } from 'vitest';\nexport const look = async (own: { count(): Promise<number> }): Promise<void> => expect(await own.count()).toBe(2);\n`,
  'renderer/ui/look.ts': `export const look = { striped: true, general: 1, discovered: 'G10 X86 SHA-256 UTF-8 R17' };\n`,
};

/** Every id and name that the packs themselves have, a line each; the line's number tells which. */
const WORDS = [...new Set([...wordsOfPacks.names, ...wordsOfPacks.ids])];
const ALL_WORDS = 'main/core/all-words.ts';

interface Report {
  readonly filePath: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly message: string;
    readonly line: number;
  }[];
}

let tree: PlantedTree;
let found: Map<string, readonly string[]>;
let linesOfWords: ReadonlySet<number>;

beforeAll(() => {
  tree = new PlantedTree({
    ...Object.fromEntries(PLANTED.map(([path, , text]) => [path, text])),
    ...ALLOWED,
    [ALL_WORDS]: `export const words = [\n${WORDS.map((word) => `  ${JSON.stringify(word)},`).join('\n')}\n];\n`,
  });
  // The rule knows the platforms by their packs.
  cpSync(join(ROOT, 'shared/rulebook/packs'), join(tree.folder, 'shared/rulebook/packs'), {
    recursive: true,
  });
  const { output } = tree.run(
    'eslint/bin/eslint.js',
    '--config',
    '.config/eslint.config.js',
    '--format',
    'json',
    '.',
  );
  const reports = JSON.parse(output.slice(output.indexOf('[{'))) as Report[];
  linesOfWords = new Set(
    reports
      .filter(({ filePath }) => filePath.replaceAll('\\', '/').endsWith(ALL_WORDS))
      .flatMap(({ messages }) => messages.map(({ line }) => line)),
  );
  found = new Map(
    reports.map(({ filePath, messages }) => [
      filePath.slice(filePath.indexOf('appealdesk-house-')).split(/[\\/]/).slice(1).join('/'),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}, 120_000);

afterAll(() => tree.remove());

test.each(PLANTED)('%s is caught by %s', (path, rule) => {
  expect(found.get(path)).toContain(rule);
});

test.each(Object.keys(ALLOWED))('%s breaks no rule of the house', (path) => {
  expect(found.get(path)?.filter((rule) => rule.startsWith('house/'))).toEqual([]);
});

test('every id and name that the packs have is caught where a program says it', () => {
  expect(WORDS.length).toBeGreaterThan(400);
  expect(WORDS.filter((_, index) => !linesOfWords.has(index + 2))).toEqual([]);
});

test('every rule of the house has a planted violation', async () => {
  const { default: house } = await import('../../.config/eslint-rules/index.js');
  const planted = new Set(PLANTED.map(([, rule]) => rule));
  expect(Object.keys(house.rules).filter((name) => !planted.has(`house/${name}`))).toEqual([]);
});
