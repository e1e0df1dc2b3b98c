import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../runners/modules.ts';

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
}

/** Lockfile entries of what is installed for running and not for developing, by path from the root. */
export async function productionPackages(): Promise<Map<string, LockEntry>> {
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return new Map(Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true));
}

/** Picture libraries of every system we pack for, and of some that we do not. */
const PICTURE_LIBRARIES = [
  ...['win32-x64', 'win32-arm64'].map((target) => [`sharp-${target}`, `libvips-42.dll`] as const),
  ...['darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64', 'linuxmusl-x64', 'linuxmusl-arm64'].flatMap(
    (target) =>
      [
        [`sharp-${target}`, ''],
        [`sharp-libvips-${target}`, target.startsWith('darwin') ? 'libvips.dylib' : 'libvips.so.42'],
      ] as const,
  ),
  ['sharp-wasm32', 'sharp-wasm32.node.wasm'] as const,
];

const TOO_LARGE = /^node_modules\/(node|@expo-google-fonts\/.+|@img\/.+)$/;

/**
 * Makes a project like ours on which somebody has installed the native files of every system at once. The libraries
 * are empty files by the right name; all else is copied, so that the real configuration meets real packages.
 */
export async function plantProject(folder: string): Promise<void> {
  const copy = (path: string): Promise<void> =>
    cp(join(ROOT, path), join(folder, path), {
      recursive: true,
      filter: (from) => !/node_modules[\\/].*[\\/]node_modules$/.test(from),
    });
  const put = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const path of ['package.json', 'electron-builder.yml', '.config/pack', 'LICENSE']) await copy(path);
  await copy('docs/third-party-notices.md');
  await put('dist/main/electron.js', 'export {};\n');
  await put('dist/main/electron.js.map', '{}\n');
  await put('dist/rulebook.json', '{}\n');

  const packages = await productionPackages();
  for (const path of packages.keys()) {
    if (!existsSync(join(ROOT, path))) continue;
    if (!TOO_LARGE.test(path)) await copy(path);
    else if (!path.includes('@img/sharp-')) await copy(`${path}/package.json`);
  }
  await put('node_modules/node/bin/node', 'a program of 120 MB');
  await put('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/a.ttf', 'a font');
  for (const [name, library] of PICTURE_LIBRARIES) {
    const home = `node_modules/@img/${name}`;
    const version = packages.get(home)?.version ?? '0.0.0';
    await put(`${home}/package.json`, JSON.stringify({ name: `@img/${name}`, version }));
    await put(`${home}/README.md`, `what ${name} is made of\n`);
    if (library !== '') await put(`${home}/lib/${library}`, '');
    if (!name.includes('libvips') && !name.includes('wasm')) await put(`${home}/lib/${name}.node`, '');
  }
  // The hook of our configuration asks electron-builder for the names of architectures.
  const builder = 'node_modules/electron-builder';
  await symlink(join(ROOT, builder), join(folder, builder), 'junction');
}
