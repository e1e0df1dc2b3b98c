import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealUpdate } from '../../../main/features/rulebook/pack-update-file.ts';
import type { Reading, RulebookData } from '../../../shared/rulebook/index.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';
import {
  editedPacks,
  installUpdate,
  newCorrector,
  SHORTER,
  signedUpdate,
  versionEdit,
  WINDOW,
  type Corrector,
} from '../../helpers/pack-update.ts';

type Pack = RulebookData['platforms'][number];

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.core.close());

function hours(reading: Reading | null): number | null | undefined {
  return reading?.value.kind === 'duration' ? reading.value.max : undefined;
}

describe('a signed pack', () => {
  let corrector: Corrector;
  beforeEach(() => {
    corrector = newCorrector();
  });
  const refused = async (path: string) =>
    await desk.client.rulebook.readUpdate({ file: { path } }).then(
      () => 'taken',
      (error: { code: string; data: { params: { reason?: string } } }) =>
        error.data.params.reason ?? error.code,
    );

  it('shows who signed it and what it changes before anything does, and can be taken out again', async () => {
    const { client } = desk;
    const path = await signedUpdate('taobao', [SHORTER], corrector);
    const shown = await client.rulebook.readUpdate({ file: { path } });
    expect(shown).toMatchObject({
      platform: 'taobao',
      version: '2027.1.1',
      current: '2026.11.1',
      signer: corrector.name,
      known: false,
    });
    expect(shown.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(shown.changes.rules.map((each) => [each.ruleId, hours(each.before), hours(each.after)])).toEqual([
      [WINDOW, 72, 48],
    ]);
    expect(hours((await client.rulebook.rule({ ruleId: WINDOW })).chosen)).toBe(72);
    await client.rulebook.installUpdate({ file: { path }, sha256: shown.sha256 });
    expect(hours((await client.rulebook.rule({ ruleId: WINDOW })).chosen)).toBe(48);
    expect(await client.rulebook.updates({})).toMatchObject([
      { platform: 'taobao', signer: corrector.name, fingerprint: shown.fingerprint, inForce: true },
    ]);
    await client.rulebook.removeUpdate({ platform: 'taobao' });
    expect(hours((await client.rulebook.rule({ ruleId: WINDOW })).chosen)).toBe(72);
  });

  it('is refused whole where one byte of it is another, or another key signed it', async () => {
    const path = await signedUpdate('taobao', [SHORTER], corrector);
    const text = await readFile(path, 'utf8');
    const folder = await testFolder();
    const variant = async (name: string, content: string) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    };
    expect(await refused(await variant('byte.json', text.replace('48', '47')))).toBe('bad-signature');
    const other = await readFile(await signedUpdate('taobao', [SHORTER], newCorrector()), 'utf8');
    const swapped = {
      ...(JSON.parse(text) as object),
      signature: (JSON.parse(other) as { signature: string }).signature,
    };
    expect(await refused(await variant('key.json', JSON.stringify(swapped)))).toBe('bad-signature');
    expect(await refused(await variant('half.json', text.slice(0, text.length / 2)))).toBe('no-pack-update');
    expect(await refused(await variant('empty.json', ''))).toBe('no-pack-update');
    expect(await refused(join(folder, 'gone.json'))).toBe('not-a-file');
    expect(await desk.client.rulebook.updates({})).toEqual([]);
  });

  it('is refused whole where its signature holds and the pack does not', async () => {
    const { client } = desk;
    const sound = JSON.parse(await readFile(await signedUpdate('taobao', [SHORTER], corrector), 'utf8')) as {
      signed: string;
    };
    const { pack } = JSON.parse(sound.signed) as { pack: Pack };
    const folder = await testFolder();
    const sealed = async (name: string, change: (pack: Pack) => void) => {
      const other = structuredClone(pack);
      change(other);
      const path = join(folder, `${name}.json`);
      await writeFile(path, sealUpdate(other, corrector.name, corrector.key));
      return path;
    };
    const unknownRule = await sealed('rule', ({ lookUps }) => lookUps[0]?.rules.push('NO-01'));
    const brokenForm = await sealed('form', (other) => Object.assign(other, { zone: 8 }));
    const figure = await sealed('figure', ({ caseTypes }) => {
      const advice = caseTypes.flatMap((each) => each.advice).find(({ rules }) => rules.length > 0);
      const [window] = caseTypes.flatMap(({ rules }) => rules).filter(({ id }) => id === WINDOW);
      expect(window?.readings[0]?.value).toMatchObject({ max: 48, unit: 'h' });
      Object.assign(advice ?? {}, { rules: [WINDOW], says: { zh: '限 48 小时。', en: 'Within 48 hours.' } });
    });
    expect(await refused(unknownRule)).toBe('unsound-pack');
    expect(await refused(brokenForm)).toBe('unreadable-pack');
    expect(await refused(figure)).toBe('figure-in-words');
    for (const path of [unknownRule, brokenForm, figure])
      await expect(
        client.rulebook.installUpdate({ file: { path }, sha256: '0'.repeat(64) }),
      ).rejects.toMatchObject({ code: 'INVALID_FILE' });
    expect(await client.rulebook.updates({})).toEqual([]);
    expect(hours((await client.rulebook.rule({ ruleId: WINDOW })).chosen)).toBe(72);
  });

  it('is refused where it is not newer than what is there', async () => {
    const file = 'taobao/platform.yaml';
    const versioned = (version: string) => [{ file, from: "'2027.1.1'", to: `'${version}'` }];
    expect(await refused(await signedUpdate('taobao', versioned('2026.10.1'), corrector))).toBe('older-pack');
    expect(await refused(await signedUpdate('taobao', versioned('2026.11.1'), corrector))).toBe('same-pack');
    await installUpdate(desk.client, await signedUpdate('taobao', [], corrector));
    expect(await refused(await signedUpdate('taobao', [], corrector))).toBe('same-pack');
  });

  it('is not put in where the file is another than the one that was shown', async () => {
    const { client } = desk;
    const path = await signedUpdate('taobao', [], corrector);
    const { sha256 } = await client.rulebook.readUpdate({ file: { path } });
    await writeFile(path, await readFile(await signedUpdate('taobao', [SHORTER], corrector)));
    await expect(client.rulebook.installUpdate({ file: { path }, sha256 })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    });
    expect(await client.rulebook.updates({})).toEqual([]);
  });
});

describe('the corrector’s pen', () => {
  it('signs what another program takes, and refuses a key that is none and a place that is taken', async () => {
    const { client } = desk;
    const packs = await editedPacks([await versionEdit('taobao'), SHORTER]);
    const at = (name: string) => join(packs, name);
    await writeFile(at('corrector.pem'), newCorrector().key);
    const order = {
      packs,
      platform: 'taobao',
      key: at('corrector.pem'),
      signer: '小林',
      to: at('update.json'),
    };
    const { sha256, version } = await client.rulebook.sign(order);
    expect(version).toBe('2027.1.1');
    const shown = await client.rulebook.readUpdate({ file: { path: order.to } });
    expect(shown).toMatchObject({ sha256, signer: '小林', version });
    const reasonOf = async (patch: Partial<typeof order>) =>
      await client.rulebook.sign({ ...order, to: at('other.json'), ...patch }).then(
        () => 'signed',
        (error: { data: { params: { reason?: string } } }) => error.data.params.reason,
      );
    expect(await reasonOf({ to: order.to })).toBe('cannot-be-written');
    expect(await reasonOf({ key: at('gone.pem') })).toBe('no-signing-key');
    expect(await reasonOf({ key: order.to })).toBe('no-signing-key');
    expect(await reasonOf({ packs: order.to })).toBe('not-a-folder');
    expect(await reasonOf({ packs: at('no-such-folder') })).toBe('nothing-there');
  });
});
