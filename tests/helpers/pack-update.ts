import { generateKeyPairSync } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePacksFromDisk } from '../../main/features/rulebook/compile-packs.ts';
import { sealUpdate } from '../../main/features/rulebook/pack-update-file.ts';
import type { Client } from '../../shared/contract/index.ts';
import { testFolder } from './files.ts';

/** The folder of the shipped packs. */
export const PACKS = fileURLToPath(new URL('../../shared/rulebook/packs', import.meta.url));

/** A corrector: somebody with a key of their own. */
export interface Corrector {
  readonly name: string;
  /** The private key, PEM. */
  readonly key: string;
}

export function newCorrector(name = '规则校对组'): Corrector {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { name, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** What to write in the place of what, in one file of the packs. */
export interface PackEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A copy of the shipped packs with edits, as a corrector makes them in an editor; every edit must find its place. */
export async function editedPacks(edits: readonly PackEdit[]): Promise<string> {
  const folder = join(await testFolder(), 'packs');
  await cp(PACKS, folder, { recursive: true });
  for (const { file, from, to } of edits) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(
      path,
      text.replace(from, () => to),
    );
  }
  return folder;
}

/** The edit that gives a platform's pack a version of its own. */
export async function versionEdit(platform: string, version = '2027.1.1'): Promise<PackEdit> {
  const file = `${platform}/platform.yaml`;
  const found = /^version: .*$/m.exec(await readFile(join(PACKS, file), 'utf8'));
  return { file, from: found?.[0] ?? 'version:', to: `version: '${version}'` };
}

/** A signed update of one platform's pack, as a file beside it. */
export async function signedUpdate(
  platform: string,
  edits: readonly PackEdit[],
  corrector: Corrector = newCorrector(),
): Promise<string> {
  const [path = ''] = await signedUpdates([platform], corrector, edits);
  return path;
}

/** A signed update of each of several platforms' packs, as files beside each other. */
export async function signedUpdates(
  platforms: readonly string[],
  corrector: Corrector,
  edits: readonly PackEdit[] = [],
): Promise<string[]> {
  const versions = await Promise.all(platforms.map((platform) => versionEdit(platform)));
  const folder = await editedPacks([...versions, ...edits]);
  const { rulebook } = await compilePacksFromDisk(folder);
  const paths: string[] = [];
  for (const platform of platforms) {
    const pack = rulebook.data.platforms.find(({ id }) => id === platform);
    if (pack === undefined) throw new Error(`there is no pack of ${platform}`);
    const path = join(folder, `${platform}.update.json`);
    await writeFile(path, sealUpdate(pack, corrector.name, corrector.key));
    paths.push(path);
  }
  return paths;
}

/** The window to appeal in, and what a corrector makes of it: 48 hours in the place of 72. */
export const WINDOW = 'TB-01';
export const SHORTER: PackEdit = {
  file: 'taobao/fake-transaction.yaml',
  from: 'max: 72, unit: h, from: notice-issued, qualifier',
  to: 'max: 48, unit: h, from: notice-issued, qualifier',
};

/** Puts in an update as it was shown. */
export async function installUpdate(client: Client, path: string): Promise<void> {
  const { sha256 } = await client.rulebook.readUpdate({ file: { path } });
  await client.rulebook.installUpdate({ file: { path }, sha256 });
}

const STATED = `how often is not said"
    instant: notice
    readings:
      - id: stated
        value: { kind: unknown }
        quote: null
        source: xiaoduoai-d1w12
        date: null
        confidence: L
        lastVerified: "2026-11-22"`;

/** Whether a rejected appeal may be repeated, as one source says it; a corrector has another say it of before October 2026. */
export const SAID_BEFORE: readonly PackEdit[] = [
  {
    file: 'pinduoduo/platform.yaml',
    from: '      - { rule: "PD-05N" }',
    to: '      - { rule: "PD-05N", reading: stated }\n      - { rule: "PD-05N", reading: before }',
  },
  {
    file: 'pinduoduo/violation.yaml',
    from: STATED,
    to: `${STATED}
        effective: { from: "2026-10-01", to: null }
      - id: before
        value: { kind: unknown }
        quote: null
        source: ccschy-77501
        date: null
        confidence: L
        lastVerified: "2026-11-22"
        effective: { from: null, to: "2026-09-30" }
    chosen: stated
    why: { zh: "十月起换了说法。", en: "It is worded anew from October." }`,
  },
];
