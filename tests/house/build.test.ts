import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlantedTree } from './planted-tree.ts';

let tree: PlantedTree;

beforeAll(() => {
  tree = new PlantedTree({
    'shared/a/index.ts': `export const greeting: string = 'hello from the worker';\n`,
    'main/hosts/loopback/main.ts': [
      `import { Worker } from 'node:worker_threads';`,
      `const worker = new Worker(new URL('../../workers/core.worker.ts', import.meta.url));`,
      `worker.on('message', (text: string) => console.log(text));`,
    ].join('\n'),
    'main/workers/core.worker.ts': [
      `import { parentPort } from 'node:worker_threads';`,
      `import Database from 'better-sqlite3';`,
      `import { greeting } from '../../shared/a/index.ts';`,
      `const { n } = new Database(':memory:').prepare('select 1 as n').get() as { n: number };`,
      'parentPort?.postMessage(`${greeting} ${n}`);',
    ].join('\n'),
    'renderer/index.html':
      '<!doctype html><html lang="zh-CN"><head><title>x</title></head><body><div id="root"></div>' +
      '<script type="module" src="/app/main.tsx"></script></body></html>',
    'renderer/app/main.tsx': `import './look.css';\ndocument.title = 'built';\n`,
    'renderer/app/look.css': 'body { background: url("./dot.png"); }\n',
    'renderer/app/dot.png': 'a picture small enough that a bundler would like to inline it',
  });
  expect(build().status).toBe(0);
}, 120_000);

afterAll(() => tree.remove());

const inTree = (path: string): string => join(tree.folder, path);
const build = (...args: readonly string[]) =>
  spawnSync(process.execPath, [inTree('.config/build.ts'), ...args], { cwd: tree.folder, encoding: 'utf8' });

test('the built host starts the built worker, with the native database beside them', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [inTree('dist/main/loopback.js')], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe('hello from the worker 1');
});

test('the window has nothing inline, as its CSP asks', () => {
  const html = readFileSync(inTree('dist/renderer/index.html'), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  const assets = readdirSync(inTree('dist/renderer/assets'));
  expect(assets.filter((file) => !/-[\w-]{8}\.\w+$/.test(file))).toEqual([]);
  const css = assets
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(inTree(`dist/renderer/assets/${file}`), 'utf8'));
  expect(css.join('')).not.toContain('data:');
});

test('what is built already is not built again, until a source changes', () => {
  const builtAt = (): number => statSync(inTree('dist/build.json')).mtimeMs;
  const first = builtAt();
  expect(build('--if-needed').stdout).toBe('');
  expect(builtAt()).toBe(first);
  writeFileSync(inTree('shared/a/index.ts'), `export const greeting: string = 'hello again';\n`);
  expect(build('--if-needed').stdout).toContain('dist/main');
  expect(builtAt()).toBeGreaterThan(first);
});

test('what a build of another form left behind is gone, since all of it would be packed', () => {
  mkdirSync(inTree('dist/left-behind'));
  writeFileSync(inTree('dist/left-behind/old.ttf'), 'a font of yesterday');
  writeFileSync(inTree('shared/a/index.ts'), `export const greeting: string = 'hello once more';\n`);
  expect(build('--if-needed')).toMatchObject({ status: 0 });
  expect(readdirSync(inTree('dist'))).not.toContain('left-behind');
  expect(readdirSync(inTree('dist'))).toEqual(expect.arrayContaining(['main', 'renderer', 'build.json']));
});

test('a source that cannot be built ends with an error and leaves no build behind', () => {
  writeFileSync(inTree('main/hosts/loopback/main.ts'), `import './gone.ts';\n`);
  const { status, stderr } = build('--if-needed');
  expect(status).not.toBe(0);
  expect(stderr).toContain('gone.ts');
  expect(readdirSync(inTree('dist'))).not.toContain('build.json');
});
