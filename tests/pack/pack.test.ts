import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfNeeded } from '../../.config/build.ts';
import { attach } from '../../main/hosts/desk/connection.ts';
import { readHostFile } from '../../main/hosts/ports/index.ts';
import { exportCase, importRows, newStore, orderNumbers, prepareCase } from '../helpers/case.ts';
import { ROOT } from '../runners/modules.ts';
import { filesBelow, filesIn, fusesOf, pack, packedAt, unpack, type Packed, type Target } from './packed.ts';
import { plantProject, productionPackages } from './planted-project.ts';
import { makeStubElectron } from './stub-electron.ts';

const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
};
const SHELL = 'dist/main/electron.js';

/** What a system's loader opens by itself. */
const isNative = (path: string): boolean => /\.(node|dll|dylib|so[.\d]*)$/.test(path);
const isTrash = (path: string): boolean =>
  /\.(map|[cm]?tsx?|tsbuildinfo|c|cc|cpp|h|gyp|gypi)$/.test(path) ||
  /^(main|renderer|shared|tests|docs|out|\.)/.test(path) ||
  /^node_modules\/(node|@expo-google-fonts|electron)\//.test(path);

let folder: string;
let stub: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'appealdesk-pack-')));
  stub = join(folder, 'stub');
  await Promise.all([makeStubElectron(stub), buildIfNeeded()]);
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an installer for each system holds that system’s program and nothing of the others', () => {
  const TARGETS = (['linux', 'win32', 'darwin'] as const).flatMap((system) =>
    ['x64', 'arm64'].map((arch): Target => ({ system, arch })),
  );
  let output: string;
  beforeAll(async () => {
    const project = join(folder, 'planted');
    output = join(folder, 'planted-out');
    await plantProject(project);
    const run = await pack({
      ...{ project, stub, output },
      systems: ['linux', 'win32', 'darwin'],
      architectures: ['x64', 'arm64'],
    });
    expect(run, run.output).toMatchObject({ code: 0 });
  }, 180_000);

  const LIBRARIES: Readonly<Record<Target['system'], readonly string[]>> = {
    linux: ['sharp-libvips-T/lib/libvips.so.42', 'sharp-T/lib/sharp-T.node'],
    darwin: ['sharp-T/lib/sharp-T.node', 'sharp-libvips-T/lib/libvips.dylib'],
    win32: ['sharp-T/lib/libvips-42.dll', 'sharp-T/lib/sharp-T.node'],
  };

  test.each(TARGETS)('$system $arch: one set of native files, beside the archive', async (target) => {
    const { archive } = packedAt(output, target);
    const { all, outside } = filesIn(archive);
    const name = `${target.system}-${target.arch}`;
    expect(all.filter(isNative)).toEqual([
      ...LIBRARIES[target.system].map((path) => `node_modules/@img/${path.replaceAll('T', name)}`),
      `node_modules/better-sqlite3/prebuilds/${name}.node`,
    ]);
    expect(outside.filter(isNative)).toEqual(all.filter(isNative));
    expect(all.filter(isTrash)).toEqual([]);
    expect(all.filter((path) => /@img\/sharp-/.test(path) && !path.includes(name))).toEqual([]);
    expect(all).toEqual(expect.arrayContaining([SHELL, 'dist/rulebook.json', 'package.json']));
  });

  test.each(TARGETS)('$system $arch: fused, with the licences, in two languages', async (target) => {
    const { program, folder: home, resources } = packedAt(output, target);
    expect(await fusesOf(program)).toMatchObject(FUSES);
    const library = target.system === 'win32' ? 'sharp-win32' : `sharp-libvips-${target.system}`;
    expect(await filesBelow(join(resources, 'licences'))).toEqual([
      ...['GPL-3.0.txt', 'LGPL-3.0.txt', 'LICENSE.txt'],
      ...[`${library}-${target.arch}/README.md`, 'third-party-notices.md'],
    ]);
    const isMac = target.system === 'darwin';
    const files = await filesBelow(isMac ? program : home);
    const language = isMac ? /\/Resources\/(\w+)\.lproj\// : /^locales\/([\w-]+)\.pak$/;
    const languages = files.flatMap((path) => language.exec(path)?.[1] ?? []);
    expect([...new Set(languages)].sort()).toEqual(isMac ? ['en', 'zh_CN'] : ['en-US', 'zh-CN']);
    // On macOS electron-builder takes Electron's own notices out of the download, which a stub folder is not.
    if (!isMac)
      expect(files).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
    expect(files.filter((path) => /app-update\.yml|default_app\.asar|[^\u0020-\u007e]/.test(path))).toEqual(
      [],
    );
  });

  test('each program carries our icon and the seal of its archive, and calls itself 申诉台 in Chinese', async () => {
    for (const arch of ['x64', 'arm64']) {
      const mac = packedAt(output, { system: 'darwin', arch });
      const contents = join(mac.program, 'Contents');
      const plist = await readFile(join(contents, 'Info.plist'), 'utf8');
      expect(plist).toMatch(/ElectronAsarIntegrity[\s\S]*Resources\/app\.asar[\s\S]*SHA256/);
      expect(plist).toMatch(/<key>LSHasLocalizedDisplayName<\/key>\s*<true\/>/);
      expect(await readFile(join(contents, 'Resources/zh_CN.lproj/InfoPlist.strings'), 'utf8')).toContain(
        '申诉台',
      );
      const icon = await readFile(join(contents, 'Resources/icon.icns'));
      expect(icon.equals(await readFile(join(ROOT, '.config/pack/icon.icns')))).toBe(true);

      const windows = await readFile(packedAt(output, { system: 'win32', arch }).program);
      expect(windows.includes('resources\\\\app.asar')).toBe(true);
      expect(windows.includes(Buffer.from('AppealDesk', 'utf16le'))).toBe(true);
      const ico = await readFile(join(ROOT, '.config/pack/icon.ico'));
      const [offset, length] = [ico.readUInt32LE(6 + 12), ico.readUInt32LE(6 + 8)];
      expect(windows.includes(ico.subarray(offset, offset + length))).toBe(true);
    }
  });
});

test('packing for a system whose native files are not installed stops and names the command', async () => {
  const foreign = process.platform === 'win32' ? 'linux' : 'win32';
  const output = join(folder, 'foreign-out');
  const run = await pack({ project: ROOT, stub, output, systems: [foreign], architectures: ['arm64'] });
  expect(run.code).not.toBe(0);
  expect(run.output).toContain(`npm ci --os=${foreign} --cpu=arm64`);
  expect(run.output).toContain(`@img/sharp-${foreign}-arm64`);
  expect(await filesBelow(output)).not.toContainEqual(expect.stringMatching(/app\.asar$/));
});

describe('the package of this very build', () => {
  let packed: Packed;
  let app: string;
  beforeAll(async () => {
    const target = { system: process.platform, arch: process.arch } as Target;
    const output = join(folder, 'own-out');
    const run = await pack({
      ...{ project: ROOT, stub, output },
      ...{ systems: [target.system], architectures: [target.arch] },
      ...(existsSync(join(ROOT, SHELL)) ? {} : { main: 'dist/main/loopback.js' }),
    });
    expect(run, run.output).toMatchObject({ code: 0 });
    packed = packedAt(output, target);
    app = join(folder, 'app');
    unpack(packed.archive, app);
  }, 180_000);

  test('has every built file, and no source, test, map or tool', async () => {
    const { all } = filesIn(packed.archive);
    const built = (await filesBelow(join(ROOT, 'dist')))
      .filter((path) => !path.endsWith('.map') && path !== 'build.json')
      .map((path) => `dist/${path}`);
    expect(all.filter((path) => path.startsWith('dist/'))).toEqual(built);
    expect(all.filter(isTrash)).toEqual([]);
    expect(all.filter((path) => !/^(dist|node_modules)\//.test(path))).toEqual(['package.json']);
    expect(
      all.filter(isNative).filter((path) => !path.includes(`${process.platform}-${process.arch}`)),
    ).toEqual([]);
    expect(
      all.filter((path) => path.endsWith('.wasm')).map((path) => path.split('/').slice(1, 3).join('/')),
    ).toEqual(['@myriaddreamin/typst-ts-renderer', '@myriaddreamin/typst-ts-web-compiler']);
    for (const part of [
      'main/core.worker.js',
      'main/jobs.worker.js',
      'main/typeset.worker.js',
      'renderer/index.html',
      'rulebook.json',
    ]) {
      expect(built).toContain(`dist/${part}`);
    }
    const manifest = JSON.parse(await readFile(join(app, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']));
    expect(existsSync(join(app, String(manifest['main'])))).toBe(true);
  });

  test('holds each font once, for the window and for the pages alike', async () => {
    const { all } = filesIn(packed.archive);
    const fonts = all.filter((path) => /\.(ttf|otf|ttc|woff2?)$/i.test(path));
    const hashes = await Promise.all(
      fonts.map(async (path) =>
        createHash('sha256')
          .update(await readFile(join(app, path)))
          .digest('hex'),
      ),
    );
    expect(new Set(hashes).size, fonts.join('\n')).toBe(fonts.length);
    expect(fonts.map((path) => path.replace(/-[\w-]{8}\.ttf$/, ''))).toEqual(
      [
        ...['LiberationSans-Bold', 'LiberationSans-Regular', 'NotoSansSC_400Regular', 'NotoSansSC_700Bold'],
        ...['NotoSerifSC_400Regular', 'NotoSerifSC_700Bold'],
      ].map((face) => `dist/renderer/assets/${face}`),
    );
  });

  test('brings only packages that are there for running, each with its licence', async () => {
    const { all } = filesIn(packed.archive);
    const running = await productionPackages();
    const packages = all.flatMap((path) => /^(node_modules\/.+)\/package\.json$/.exec(path)?.[1] ?? []);
    const roots = packages.filter((path) => /node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
    expect(roots.length).toBeGreaterThan(10);
    expect(roots.filter((path) => !running.has(path))).toEqual([]);
    const isLicence = (path: string): boolean => /\/(licen[cs]e|copying|notice)[^/]*$/i.test(path);
    const unlicensed = [];
    for (const root of roots) {
      const own = (await filesBelow(join(ROOT, root))).filter(
        (path) => isLicence(`/${path}`) && !path.includes('/'),
      );
      for (const path of own) if (!all.includes(`${root}/${path}`)) unlicensed.push(`${root}/${path}`);
    }
    expect(unlicensed).toEqual([]);
  });

  test('starts far from its sources and takes a case from the order export to the archive PDF', async () => {
    expect(app.startsWith(ROOT)).toBe(false);
    const home = join(folder, 'home');
    const workspace = join(home, 'workspace');
    const start = (entry: string, ...args: string[]): ChildProcess =>
      spawn(process.execPath, [join(app, 'dist/main', entry), ...args, '--workspace', workspace], {
        cwd: home,
        env: { PATH: process.env['PATH'], APPEALDESK_HOME: home, TMPDIR: tmpdir() },
      });
    await mkdir(home);

    const desk = start('desk.js', 'cases.list', '{}');
    const [answer, complaint] = await Promise.all([text(desk.stdout!), text(desk.stderr!)]);
    expect(complaint).toBe('');
    expect(JSON.parse(answer)).toMatchObject({ items: [] });

    const host = start('loopback.js', '--no-open');
    const said = text(host.stderr!);
    try {
      await expect.poll(() => readHostFile(workspace), { timeout: 20_000 }).not.toBeNull();
      const { client, close } = await attach(workspace);
      try {
        const orders = orderNumbers(2);
        const storeId = await newStore(client);
        await importRows(
          client,
          folder,
          storeId,
          orders.map((orderNumber) => ({ orderNumber })),
        );
        const { caseId } = await prepareCase(client, folder, { storeId, orders, seed: 7 });
        const packetId = await exportCase(client, caseId);
        const [packet] = await client.packets.list({ caseId });
        expect(packet?.id).toBe(packetId);
        const exported = join(workspace, 'exports', ...(packet?.folder ?? '').split('/'));
        const files = await filesBelow(exported);
        const pdf = files.find((path) => path.endsWith('.pdf')) ?? '';
        expect((await readFile(join(exported, pdf))).subarray(0, 5).toString()).toBe('%PDF-');
        expect(files.filter((path) => /\.(png|jpe?g)$/.test(path)).length).toBeGreaterThan(0);
        expect((await client.cases.list({})).items.map(({ id }) => id)).toEqual([caseId]);
      } finally {
        await close();
      }
    } finally {
      host.kill();
      if (host.exitCode === null) await once(host, 'exit');
    }
    if (process.platform !== 'win32') expect(host.exitCode, await said).toBe(0);
  });
});
