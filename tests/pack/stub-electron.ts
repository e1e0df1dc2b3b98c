import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../runners/modules.ts';

/** Packages that travel with electron-builder, reached the way it reaches them. */
export const builderTool = createRequire(join(ROOT, 'node_modules/app-builder-lib/package.json'));

/** What a released Electron carries before anybody set its fuses: a mark, version 1, nine fuses, Electron's defaults. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101100010', 'latin1'),
]);

const HELPERS = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'];

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode: 0o755 });
}

const propertyList = (name: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n' +
  `<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string>` +
  '<key>CFBundleIconFile</key><string>electron.icns</string></dict></plist>\n';

interface ResourceEditor {
  readonly NtExecutable: { createEmpty(is32Bit: boolean, isLibrary: boolean): { generate(): ArrayBuffer } };
  readonly NtExecutableResource: {
    from(executable: unknown): { readonly entries: unknown[]; outputResource(executable: unknown): void };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        setStringValues(
          language: { readonly lang: number; readonly codepage: number },
          values: Readonly<Record<string, string>>,
        ): void;
        outputToResourceEntries(entries: unknown[]): void;
      };
    };
  };
}

/** A Windows program of no code, with the version table into which electron-builder writes. */
function windowsProgram(): Uint8Array {
  const { NtExecutable, NtExecutableResource, Resource } = builderTool('resedit') as ResourceEditor;
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), FUSE_WIRE]);
}

/** Lays out the files electron-builder expects of an unpacked Electron, for all three systems in one folder. */
export async function makeStubElectron(folder: string): Promise<void> {
  await put(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), FUSE_WIRE]));
  await put(join(folder, 'electron.exe'), windowsProgram());
  await put(join(folder, 'LICENSE'), 'licence of Electron\n');
  await put(join(folder, 'LICENSES.chromium.html'), '<p>licences of Chromium</p>\n');
  for (const language of ['en-US', 'zh-CN', 'de'])
    await put(join(folder, `locales/${language}.pak`), language);
  await mkdir(join(folder, 'resources'), { recursive: true });

  const contents = join(folder, 'Electron.app/Contents');
  const frameworks = join(contents, 'Frameworks');
  await put(join(contents, 'Info.plist'), propertyList('Electron'));
  await put(join(contents, 'MacOS/Electron'), '');
  for (const language of ['en', 'zh_CN', 'de']) {
    await put(join(contents, `Resources/${language}.lproj/locale.pak`), language);
    await put(
      join(frameworks, `Electron Framework.framework/Versions/A/Resources/${language}.lproj/locale.pak`),
      language,
    );
  }
  await put(join(frameworks, 'Electron Framework.framework/Electron Framework'), FUSE_WIRE);
  for (const kind of HELPERS) {
    const name = `Electron Helper${kind}`;
    await put(join(frameworks, `${name}.app/Contents/Info.plist`), propertyList(name));
    await put(join(frameworks, `${name}.app/Contents/MacOS/${name}`), '');
  }
}
