import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';

/** Licences under which a package may travel in the product (design: decisions). */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MPL-2.0',
  'OFL-1.1',
  '0BSD',
  'CC-BY-4.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'BlueOak-1.0.0',
  'Python-2.0',
  'WTFPL',
]);

/** Packages let through by name, each with why. */
const EXCEPTIONS: readonly { readonly name: RegExp; readonly why: string }[] = [
  {
    name: /^@img\/sharp-(libvips-|win32-|wasm32)/,
    why: 'libvips is LGPL: a separate, unmodified shared library that the user can replace',
  },
];

/** Data of others that lie in the repository, so that no lockfile names them; each with where its licence's text is. */
const DATA = [
  {
    name: 'holidays (Python): shared/deadlines/calendars/regions and cn-statute.json',
    version: '0.105',
    licence: 'MIT',
    text: '.config/calendars/LICENSE-holidays.txt',
  },
] as const;

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly os?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** One package that travels in the product. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression as the lockfile gives it. */
  readonly licence: string;
  /** Path in the lockfile, e.g. `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** True where only some systems install it, so that its files may be absent here. */
  readonly forOneSystem: boolean;
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s(?!type\s)[^'"();]*?from\s*['"]([^'"]+)['"]/g;
const BARE_IMPORT = /(?:^|[\s;])import\s*\(?\s*['"]([^'"]+)['"]/g;

const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** Names of the packages that the product's own sources import by value. */
async function importedPackages(root: string): Promise<Set<string>> {
  const names = new Set<string>();
  for (const folder of ['main', 'renderer', 'shared']) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
      for (const [, specifier = ''] of [...text.matchAll(IMPORT), ...text.matchAll(BARE_IMPORT)]) {
        if (!/^[.#/]/.test(specifier) && !isBuiltin(specifier)) names.add(packageOf(specifier));
      }
    }
  }
  return names;
}

/** All packages that travel: what `dependencies` names, what the sources import, and what those need in turn. */
export async function shippedPackages(root: string): Promise<ShippedPackage[]> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const resolve = (from: string, name: string): string | null => {
    for (let folder = from; ; folder = posix.dirname(folder)) {
      const path = posix.join(folder, 'node_modules', name);
      if (lock.packages[path] !== undefined) return path;
      if (folder === '.' || folder === '') return null;
    }
  };
  const roots = new Set([
    ...Object.keys(lock.packages['']?.dependencies ?? {}),
    ...(await importedPackages(root)),
  ]);
  // Electron travels in the installers with notices of its own; npm's `electron` is only what fetches it.
  roots.delete('electron');
  const queue = [...roots].map((name) => resolve('', name)).filter((path) => path !== null);
  const seen = new Map<string, ShippedPackage>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const entry = lock.packages[path];
    if (entry === undefined || seen.has(path)) continue;
    seen.set(path, {
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '?',
      licence: entry.license ?? 'none named',
      path,
      forOneSystem: entry.os !== undefined || /^@img\/sharp-wasm32$/.test(path.slice('node_modules/'.length)),
    });
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const found = resolve(path, name);
      if (found !== null) queue.push(found);
    }
  }
  return [...seen.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** Whether an SPDX expression is allowed: one side of every OR, both sides of every AND. */
export function licenceAllowed(expression: string): boolean {
  const text = expression.replace(/[()]/g, ' ').trim();
  return text
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((licence) => ALLOWED.has(licence.trim())));
}

/** One line for each package whose licence does not let it travel. */
export function licenceOffenders(packages: readonly ShippedPackage[]): string[] {
  return packages
    .filter(({ licence }) => !licenceAllowed(licence))
    .filter(({ name }) => !EXCEPTIONS.some((exception) => exception.name.test(name)))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence}`);
}

async function licenceText(root: string, path: string): Promise<string | null> {
  const folder = join(root, path);
  if (!existsSync(folder)) return null;
  const files = (await readdir(folder)).filter((file) =>
    /^(licen[cs]e|copying|notice)([-._].*)?$/i.test(file),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  const text = texts.map((each) => each.replace(/\r\n?/g, '\n').trim()).join('\n\n');
  return text === '' ? null : text;
}

/** The text of docs/third-party-notices.md: the same on every system, because it follows the lockfile. */
export async function noticesText(root: string, packages: readonly ShippedPackage[]): Promise<string> {
  const byText = new Map<string, string[]>();
  for (const each of packages) {
    if (each.forOneSystem) continue;
    const text = await licenceText(root, each.path);
    if (text !== null) byText.set(text, [...(byText.get(text) ?? []), `${each.name} ${each.version}`]);
  }
  for (const { name, version, text } of DATA)
    byText.set((await readFile(join(root, text), 'utf8')).trim(), [`${name} ${version}`]);
  const lines = [
    '# Third-party notices',
    '',
    'What travels inside AppealDesk, and under which licence. Made by `npm run check -- --write-notices`.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...[...packages, ...DATA].map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    ...EXCEPTIONS.map(({ name, why }) => `Packages like \`${name.source}\`: ${why}.`),
    '',
    '## Licence texts',
  ];
  for (const [text, names] of byText) {
    lines.push('', `### ${names.join(', ')}`, '', '```text', text.replaceAll('```', "'''"), '```');
  }
  return `${lines.join('\n')}\n`;
}
