import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compilePacksFromDisk } from '../../../main/features/rulebook/compile-packs.ts';
import { sealUpdate } from '../../../main/features/rulebook/pack-update-file.ts';
import { readingValueSchema, type ReadingValue } from '../../../shared/rulebook/index.ts';
import { FLAGGED_ORDERS, takeIn } from '../../helpers/case.ts';
import { HOUR, openTestCore, TestClock, type TestCore } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import {
  editedPacks,
  installUpdate,
  newCorrector,
  signedUpdate,
  versionEdit,
  WINDOW,
} from '../../helpers/pack-update.ts';

let desk: TestCore;
beforeEach(async () => {
  // What is noted was seen by then.
  desk = await openTestCore({ clock: new TestClock('2026-11-28T02:00:00Z') });
});
afterEach(() => desk.core.close());

async function ownDue(caseId: string): Promise<number | undefined> {
  const { items } = await desk.client.deadlines.list({ caseId });
  return items.find(({ owner }) => owner === 'mine')?.dueAt;
}

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

  it('but never on a day that has not begun anywhere', async () => {
    const { client, clock } = desk;
    const ahead = (hours: number) => new Date(clock.now() + hours * HOUR).toISOString().slice(0, 10);
    const add = (seenOn: string) =>
      client.rulebook.addReading({ ruleId: WINDOW, value: shown, words, seenOn });
    await expect(add(ahead(48))).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'seen-in-future' } },
    });
    expect(await client.rulebook.ownReadings({})).toEqual([]);
    await add(ahead(0));
  });

  it('and outlives an update of the pack, to be handed on as a correction', async () => {
    const { client } = desk;
    await client.rulebook.addReading({ ruleId: WINDOW, value: shown, words, seenOn: '2026-11-28' });
    await installUpdate(desk.client, await signedUpdate('taobao', []));
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

  it('for the site whose back office it was and no other, unless it is said to be all of them', async () => {
    const { client } = desk;
    const at = Date.parse('2026-11-20T12:00:00Z');
    const dueIn = async (region: string): Promise<number | undefined> => {
      const { clocks } = await client.rulebook.assess({
        ...{ scenarioId: 'amazon.a-to-z.claim-response', region },
        events: [{ event: 'evidence-requested', at }],
      });
      const asked = clocks.find(({ spec }) => spec.id === 'information-request');
      return asked === undefined ? undefined : ((asked.computed.dueAt ?? 0) - at) / HOUR;
    };
    const reading = {
      ...{ ruleId: 'AZ-02', words: '24 hours left', seenOn: '2026-11-20' },
      value: { kind: 'duration', min: null, max: 24, unit: 'h', from: 'evidence-requested' },
    } as const;
    const reasonOf = async (input: { readonly region?: string }) =>
      await client.rulebook.addReading({ ...reading, ...input }).then(
        () => 'taken',
        (error: { data: { params: { reason?: string } } }) => error.data.params.reason,
      );
    expect([await dueIn('US'), await dueIn('UK')]).toEqual([72, 48]);
    expect(await reasonOf({})).toBe('site-not-said');
    expect(await reasonOf({ region: 'CN' })).toBe('no-such-site');
    const own = await client.rulebook.addReading({ ...reading, region: 'UK' });
    expect([await dueIn('US'), await dueIn('UK')]).toEqual([72, 24]);
    const written = parse((await client.rulebook.corrections({})).text) as { reading: object }[];
    expect(written[0]?.reading).toMatchObject({ regions: ['UK'] });
    await client.rulebook.removeReading({ readingId: own.id });
    await client.rulebook.addReading({ ...reading, region: null });
    expect([await dueIn('US'), await dueIn('UK')]).toEqual([24, 24]);
  });

  it('and is handed on with its screenshot, also once its rule is gone', async () => {
    const { client } = desk;
    const packs = await editedPacks([await versionEdit('taobao')]);
    const { rulebook } = await compilePacksFromDisk(packs);
    const [pack] = rulebook.data.platforms.filter(({ id }) => id === 'taobao');
    if (pack === undefined) throw new Error('there is no pack');
    const ruleId = 'TB-999';
    const { rules } = pack.caseTypes[0] ?? {};
    const [rule] = structuredClone(rules ?? []).filter(({ readings }) => readings.length === 1);
    if (rule !== undefined) rules?.push({ ...rule, id: ruleId });
    const path = join(packs, 'more.json');
    const corrector = newCorrector();
    await writeFile(path, sealUpdate(pack, corrector.name, corrector.key));
    await installUpdate(client, path);
    const shot = join(packs, 'back-office.txt');
    await writeFile(shot, 'as the page says it');
    const [itemId = ''] = await takeIn(client, [shot]);
    const own = await client.rulebook.addReading({
      ...{ ruleId, confirms: rule?.readings[0]?.id ?? '', words: '后台如此', itemId },
      seenOn: '2026-11-28',
    });
    expect(own.gone).toBeNull();
    await client.rulebook.removeUpdate({ platform: 'taobao' });
    expect(await client.rulebook.ownReadings({})).toMatchObject([{ id: own.id, gone: 'rule' }]);
    const sha256 = createHash('sha256').update('as the page says it').digest('hex');
    expect(parse((await client.rulebook.corrections({})).text)).toEqual([
      {
        ...{ rule: ruleId, gone: 'rule', confirms: own.confirms, lastVerified: '2026-11-28' },
        ...{ regions: [], words: '后台如此', screenshot: { file: 'back-office.txt', sha256 } },
      },
    ]);
  });

  it.each(['TB-10', 'TB-24', 'CN-08F', 'S1-14'])(
    'as what differs in a ladder, in steps, in an amount or in what is to be proven: %s',
    async (ruleId) => {
      const { client } = desk;
      const { chosen } = await client.rulebook.rule({ ruleId });
      const value = otherwise(chosen.value);
      const { id } = await client.rulebook.addReading({ ruleId, value, words, seenOn: '2026-11-28' });
      expect(await client.rulebook.ownReadings({})).toMatchObject([{ id, ruleId, value, gone: null }]);
      const beside = (await client.rulebook.rule({ ruleId })).readings.map((reading) => reading.value);
      expect(beside).toEqual([chosen.value, value]);
    },
  );

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

/** The same with one figure, one step or the whole of it otherwise. */
function otherwise(value: ReadingValue): ReadingValue {
  switch (value.kind) {
    case 'penalty':
      return {
        ...value,
        tiers: value.tiers.map((tier, place) =>
          place > 0
            ? tier
            : { ...tier, consequences: tier.consequences.map((each) => ({ ...each, points: 4 })) },
        ),
      };
    case 'burden':
      return { ...value, steps: value.steps.map((step) => ({ ...step, shows: { zh: '原件', en: '原件' } })) };
    case 'sum':
      return { ...value, max: 100_000_000 };
    case 'dimension':
      return { kind: 'dimension', dimension: value.dimension === 'order' ? 'account' : 'order' };
    default:
      throw new Error(value.kind);
  }
}
