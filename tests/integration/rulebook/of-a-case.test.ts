import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readingValueSchema, type Reading, type ReadingValue } from '../../../shared/rulebook/index.ts';
import { FLAGGED_ORDERS, HARASSMENT, MALICIOUS_ORDER, newStore, orderNumbers } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import {
  editedPacks,
  newCorrector,
  signedUpdate,
  versionEdit,
  type Corrector,
  type PackEdit,
} from '../../helpers/pack-update.ts';

/** The window to appeal in, and what a corrector makes of it: 48 hours in the place of 72. */
const WINDOW = 'TB-01';
const SHORTER: PackEdit = {
  file: 'taobao/fake-transaction.yaml',
  from: 'max: 72, unit: h, from: notice-issued, qualifier',
  to: 'max: 48, unit: h, from: notice-issued, qualifier',
};

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.core.close());

async function install(path: string): Promise<void> {
  const { sha256 } = await desk.client.rulebook.readUpdate({ file: { path } });
  await desk.client.rulebook.installUpdate({ file: { path }, sha256 });
}

async function ownDue(caseId: string): Promise<number | undefined> {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.find(({ owner }) => owner === 'mine')?.dueAt;
}

function hours(reading: Reading | null): number | null | undefined {
  return reading?.value.kind === 'duration' ? reading.value.max : undefined;
}

describe('a case keeps the rules it began with', () => {
  let caseId = '';
  let issuedAt = 0;
  beforeEach(async () => {
    const { client, clock } = desk;
    issuedAt = clock.now() - HOUR;
    caseId = await openFromNotice(client, await noticeStore(client), flaggedNumbers(2), { issuedAt });
    expect(await ownDue(caseId)).toBe(issuedAt + 72 * HOUR);
  });

  it('until somebody has seen what a new pack would change for it, clocks and all, and takes it', async () => {
    const { client } = desk;
    expect(await client.cases.ruleChanges({})).toEqual([]);
    await install(await signedUpdate('taobao', [SHORTER]));
    expect(await ownDue(caseId)).toBe(issuedAt + 72 * HOUR);
    const [found, ...others] = await client.cases.ruleChanges({});
    expect(others).toEqual([]);
    expect(found).toMatchObject({ caseId, kept: false });
    expect(found?.changes.rules.map((each) => [each.ruleId, hours(each.before), hours(each.after)])).toEqual([
      [WINDOW, 72, 48],
    ]);
    expect(found?.clocks.items).toMatchObject([
      { before: { dueAt: issuedAt + 72 * HOUR }, after: { dueAt: issuedAt + 48 * HOUR } },
    ]);

    await client.cases.takeRules({ caseId, take: true });
    expect(await ownDue(caseId)).toBe(issuedAt + 48 * HOUR);
    expect(await client.cases.ruleChanges({})).toEqual([]);

    await client.journal.undo({});
    expect(await ownDue(caseId)).toBe(issuedAt + 72 * HOUR);
    expect(await client.cases.ruleChanges({})).toHaveLength(1);
  });

  it('for good where somebody keeps it, and says so; the next change asks again', async () => {
    const { client } = desk;
    const corrector = newCorrector();
    await install(await signedUpdate('taobao', [SHORTER], corrector));
    await client.cases.takeRules({ caseId, take: false });
    expect(await client.cases.ruleChanges({ caseId })).toMatchObject([{ caseId, kept: true }]);
    expect(await ownDue(caseId)).toBe(issuedAt + 72 * HOUR);
    const shorterStill = { ...SHORTER, to: SHORTER.to.replace('48', '24') };
    const next = await signedUpdate(
      'taobao',
      [shorterStill, { file: 'taobao/platform.yaml', from: "'2027.1.1'", to: "'2027.2.1'" }],
      corrector,
    );
    await install(next);
    expect(await client.cases.ruleChanges({ caseId })).toMatchObject([{ caseId, kept: false }]);
  });

  it('and a case that begins after the change stands on the new ones', async () => {
    const { client, clock } = desk;
    await install(await signedUpdate('taobao', [SHORTER]));
    const [store] = (await client.stores.list({})).map(({ id }) => id);
    const later = await openFromNotice(client, store ?? '', flaggedNumbers(1, 10), { issuedAt: clock.now() });
    expect(await ownDue(later)).toBe(clock.now() + 48 * HOUR);
    expect((await client.cases.ruleChanges({})).map((each) => each.caseId)).toEqual([caseId]);
  });

  it('also when the case that brought those rules in is taken back', async () => {
    const { client, clock } = desk;
    const [store] = (await client.stores.list({})).map(({ id }) => id);
    const second = await openFromNotice(client, store ?? '', flaggedNumbers(1, 10), {
      issuedAt: clock.now(),
    });
    const { items } = await client.journal.list({ caseId });
    const opened = items.find(({ act }) => act === 'cases.create');
    await client.journal.undo({ sequence: opened?.sequence ?? 0 });
    await install(await signedUpdate('taobao', [SHORTER]));
    expect(await client.cases.ruleChanges({})).toMatchObject([{ caseId: second }]);
  });

  it('also with the program closed in between', async () => {
    await install(await signedUpdate('taobao', [SHORTER]));
    const { folder, clock } = desk;
    await desk.core.close();
    desk = await openTestCore({ folder, clock });
    expect(await desk.client.cases.ruleChanges({})).toMatchObject([{ caseId }]);
    const { value } = (await desk.client.rulebook.rule({ ruleId: WINDOW })).chosen;
    expect(value).toMatchObject({ kind: 'duration', max: 48 });
  });
});

describe('of two readings the user may choose the other, with a reason', () => {
  it('for one case, and the chance is counted by it; without it everything is as before', async () => {
    const { client } = desk;
    const storeId = await newStore(client);
    const [order = '', another = ''] = orderNumbers(2);
    await client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [order] });
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [another],
    });
    const ask = async () =>
      (
        await client.cases.duplicates({
          storeId,
          scenarioId: MALICIOUS_ORDER,
          orderNumbers: [order],
          exceptCaseId: caseId,
        })
      )[0]?.allowed;
    expect(await ask()).toBe('warn');
    const [conflict] = (await client.rulebook.conflicts({ platform: 'aliexpress' })).filter(
      ({ acts }) => acts.attempt !== null,
    );
    const stricter = conflict?.positions.find(({ ruleId }) => ruleId !== conflict.acts.attempt);
    const choice = await client.cases.chooseReading({
      caseId,
      ruleId: stricter?.ruleId ?? '',
      readingId: stricter?.id ?? '',
      conflictId: conflict?.id ?? '',
      reason: '后台提交时弹窗说这笔订单已经举报过',
    });
    expect(await ask()).toBe('refused');
    const acting = async () =>
      (await client.cases.conflict({ caseId, conflictId: conflict?.id ?? '' })).positions
        .filter(({ actsFor }) => actsFor.includes('attempt'))
        .map(({ ruleId }) => ruleId);
    expect(await acting()).toEqual([stricter?.ruleId]);
    expect(await client.cases.choices({ caseId })).toMatchObject([
      { id: choice.id, reason: '后台提交时弹窗说这笔订单已经举报过' },
    ]);
    expect((await client.journal.list({ caseId })).items[0]).toMatchObject({ act: 'cases.chooseReading' });
    await client.cases.dropChoice({ caseId, choiceId: choice.id });
    expect(await ask()).toBe('warn');
    expect(await acting()).toEqual([conflict?.acts.attempt]);
  });

  it('and nothing else: no reason, another rule’s reading or another disagreement is no choice', async () => {
    const { client } = desk;
    const storeId = await newStore(client);
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: HARASSMENT,
      orderNumbers: orderNumbers(1),
    });
    const choice = { caseId, ruleId: 'S1-20', readingId: 'stated', conflictId: 'X2', reason: '后台如此' };
    await expect(client.cases.chooseReading({ ...choice, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    await expect(client.cases.chooseReading({ ...choice, readingId: 'none-such' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(client.cases.chooseReading({ ...choice, conflictId: 'X1' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await client.cases.choices({ caseId })).toEqual([]);
  });
});

describe('what a back office shows stands beside the pack', () => {
  const shown = { kind: 'duration', min: null, max: 48, unit: 'h', from: 'notice-issued' } as const;
  const words = '剩余 48 小时';

  it('with the page’s own words; the earlier end drives the reminder, the pack’s choice stays', async () => {
    const { client, clock } = desk;
    await client.rulebook.addReading({ ruleId: WINDOW, value: shown, words, seenOn: '2026-11-28' });
    const rule = await client.rulebook.rule({ ruleId: WINDOW });
    expect(rule.readings).toHaveLength(3);
    expect(rule.readings.at(-1)).toMatchObject({
      quote: { text: words, language: 'zh' },
      source: { class: 'B' },
      date: '2026-11-28',
    });
    expect(rule.chosen.id).toBe('hours');
    const issuedAt = clock.now();
    const caseId = await openFromNotice(client, await noticeStore(client), flaggedNumbers(1), { issuedAt });
    expect(await ownDue(caseId)).toBe(issuedAt + 48 * HOUR);
  });

  it('or confirms what the pack says, which was then last seen that day', async () => {
    const { client } = desk;
    const own = await client.rulebook.addReading({ ruleId: WINDOW, confirms: 'days', seenOn: '2026-11-28' });
    const verified = async () =>
      (await client.rulebook.rule({ ruleId: WINDOW })).readings.map(({ id, lastVerified }) => [
        id,
        lastVerified,
      ]);
    expect(await verified()).toEqual([
      ['hours', '2026-11-22'],
      ['days', '2026-11-28'],
    ]);
    await client.rulebook.removeReading({ readingId: own.id });
    expect((await verified())[1]).toEqual(['days', '2026-11-22']);
  });

  it('and outlives an update of the pack, to be handed on as a correction', async () => {
    const { client } = desk;
    await client.rulebook.addReading({ ruleId: WINDOW, value: shown, words, seenOn: '2026-11-28' });
    await install(await signedUpdate('taobao', []));
    expect((await client.rulebook.rule({ ruleId: WINDOW })).readings.at(-1)?.quote?.text).toBe(words);
    const { text } = await client.rulebook.corrections({});
    expect(text).toContain('file: "taobao/fake-transaction.yaml"');
    expect(text).toContain(`rule: "${WINDOW}"`);
    expect(text).toContain(words);
  });

  it('also of a rule whose value no source gives: there somebody who sees the page knows more', async () => {
    const { client } = desk;
    const unknown = ['AE-G', 'TB-32', 'AL-G', 'DY-07', 'G1'];
    const seenOn = '2026-11-28';
    const seen: ReadingValue[] = [
      readingValueSchema.parse(shown),
      { kind: 'count', number: 3 },
      { kind: 'words', of: ['投诉管理'] },
      { kind: 'path', words: ['交易', '投诉管理'] },
    ];
    for (const ruleId of unknown)
      for (const value of seen) await client.rulebook.addReading({ ruleId, value, words, seenOn });
    for (const ruleId of unknown) {
      const { readings, chosen } = await client.rulebook.rule({ ruleId });
      expect(readings).toHaveLength(5);
      // It stands beside the pack's, and still acts nowhere by itself.
      expect(chosen.value.kind).toBe('unknown');
    }
    await expect(
      client.rulebook.addReading({ ruleId: 'AE-G', value: { kind: 'flag', is: true }, seenOn }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('as a list of what it names, whichever way a pack would ask; and nothing that no question knows', async () => {
    const { client } = desk;
    const seenOn = '2026-11-28';
    // A pack that counted this answer alone would have to ask its question the other way round.
    for (const [ruleId, of] of [
      ['WX-02', ['s307']],
      ['S1-45', ['own-side']],
    ] as const) {
      expect((await client.rulebook.listEntries({ ruleId })).map(({ id }) => id)).toContain(of[0]);
      await client.rulebook.addReading({ ruleId, value: { kind: 'choices', of: [...of] }, seenOn });
      expect((await client.rulebook.rule({ ruleId })).readings.at(-1)?.value).toEqual({
        kind: 'choices',
        of,
      });
    }
    for (const [ruleId, kind] of [
      ['WX-02', 'choices'],
      ['TB-04', 'evidence'],
    ] as const)
      await expect(
        client.rulebook.addReading({ ruleId, value: { kind, of: ['none-such'] }, seenOn }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST', data: { params: { reason: 'value-cannot-hold' } } });
  });

  it('as a list of vouchers or the limits of a form, which a case may go by', async () => {
    const { client } = desk;
    const seenOn = '2026-11-28';
    const storeId = await noticeStore(client);
    const { id: caseId } = await client.cases.create({
      storeId,
      scenarioId: FLAGGED_ORDERS,
      orderNumbers: flaggedNumbers(1),
    });
    const asked = async () => (await client.cases.scene({ caseId })).requirements.map(({ id }) => id);
    const before = await asked();
    expect(before).toContain('chat-token');
    const of = (await client.rulebook.listEntries({ ruleId: 'TB-04' }))
      .map(({ id }) => id)
      .filter((id) => id !== 'chat-token');
    const own = await client.rulebook.addReading({
      ruleId: 'TB-04',
      value: { kind: 'evidence', of },
      seenOn,
    });
    expect(await asked()).toEqual(before);
    const dispute = (await client.cases.disputed({ caseId })).find(({ id }) => id === 'TB-04');
    const ours = dispute?.positions.find(
      ({ source }) => source.class === 'B' && source.id === 'own-back-office',
    );
    expect(ours).toMatchObject({ acts: false, mayAct: true });
    await client.cases.chooseReading({
      caseId,
      ruleId: 'TB-04',
      readingId: ours?.id ?? '',
      conflictId: null,
      reason: '后台不收旺旺举证号',
    });
    expect(await asked()).toEqual(before.filter((id) => id !== 'chat-token'));
    expect((await client.rulebook.corrections({})).text).toContain('kind: "evidence"');
    await client.rulebook.removeReading({ readingId: own.id });

    const limits = readingValueSchema.parse({ kind: 'limits', files: 5, bytesEach: 3_000_000 });
    await client.rulebook.addReading({ ruleId: 'WX-03', value: limits, words: '最多 5 张', seenOn });
    expect((await client.rulebook.rule({ ruleId: 'WX-03' })).readings.at(-1)?.value).toEqual(limits);
  });

  it('but not as a value the rule cannot have', async () => {
    const { client } = desk;
    await expect(
      client.rulebook.addReading({ ruleId: WINDOW, value: { kind: 'flag', is: true }, seenOn: '2026-11-28' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', data: { params: { reason: 'other-kind-of-value' } } });
    await expect(
      client.rulebook.addReading({ ruleId: WINDOW, confirms: 'none-such', seenOn: '2026-11-28' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.rulebook.ownReadings({})).toEqual([]);
  });
});

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

  it('is refused where it is not newer than what is there', async () => {
    const file = 'taobao/platform.yaml';
    const same = [{ file, from: "'2027.1.1'", to: "'2026.11.1'" }];
    expect(await refused(await signedUpdate('taobao', same, corrector))).toBe('older-pack');
    await install(await signedUpdate('taobao', [], corrector));
    expect(await refused(await signedUpdate('taobao', [], corrector))).toBe('older-pack');
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
  });
});

describe('the site a store is on', () => {
  it('chooses among readings that differ by it; unknown, the strictest counts', async () => {
    const { client } = desk;
    const cited: (readonly [hours: number | null | undefined, instant: string])[] = [];
    const adviceFor = async (region: string | null) => {
      const { id: storeId } = await client.stores.create({
        platform: 'amazon',
        name: `店 ${region ?? '?'}`,
        exportZone: 'UTC',
        region,
      });
      const { id: caseId } = await client.cases.create({
        storeId,
        scenarioId: 'amazon.a-to-z.claim-response',
        orderNumbers: ['111-1234567-1234567'],
      });
      const { advice } = await client.cases.verdict({ caseId });
      const noticed = await client.cases.citations({ caseId, ruleIds: ['AZ-02', 'no such rule'] });
      for (const { value, chosenByInstant } of noticed)
        cited.push([value.kind === 'duration' ? value.max : undefined, chosenByInstant]);
      return advice.filter(({ rules }) => rules.includes('AZ-03')).map(({ id }) => id);
    };
    expect([await adviceFor('US'), await adviceFor('UK'), await adviceFor(null)]).toEqual([
      ['form-takes-files'],
      ['no-attachments'],
      ['no-attachments'],
    ]);
    // What is quoted beside the steps is what acts, and not what the rulebook would choose for nobody in particular.
    expect(cited).toEqual([
      [72, 'filing'],
      [48, 'filing'],
      [48, 'filing'],
    ]);
    await expect(
      client.stores.create({ platform: 'amazon', name: '火星店', exportZone: 'UTC', region: 'ZZ' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.stores.list({})).map(({ zone }) => zone)).toContain('Europe/London');
  });
});

describe('who ships the orders of a store', () => {
  it('leaves out the rules of the other way; while nobody said, they all count', async () => {
    const { client } = desk;
    const restsOnSellerShipped = async (fulfilment: 'seller' | 'platform' | null) => {
      const { id: storeId } = await client.stores.create({
        platform: 'amazon',
        name: `发货 ${fulfilment ?? '?'}`,
        exportZone: 'UTC',
        region: 'US',
      });
      const store = await client.stores.update({ storeId, fulfilment });
      const { id: caseId } = await client.cases.create({
        storeId,
        scenarioId: 'amazon.safe-t.claim',
        orderNumbers: ['111-1234567-1234567'],
      });
      const { rules } = await client.cases.verdict({ caseId });
      return {
        said: store.fulfilment,
        acts: rules.some(({ ruleId, inForce }) => ruleId === 'AZ-07' && inForce),
      };
    };
    expect([
      await restsOnSellerShipped('seller'),
      await restsOnSellerShipped('platform'),
      await restsOnSellerShipped(null),
    ]).toEqual([
      { said: 'seller', acts: true },
      { said: 'platform', acts: false },
      { said: null, acts: true },
    ]);
  });
});
