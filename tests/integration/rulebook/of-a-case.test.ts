import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../shared/rulebook/index.ts';
import { HARASSMENT, MALICIOUS_ORDER, newStore, orderNumbers } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import {
  installUpdate,
  newCorrector,
  SHORTER,
  signedUpdate,
  WINDOW,
  type PackEdit,
} from '../../helpers/pack-update.ts';

/** The same window, over before the notice of this case. */
const ENDED: PackEdit = {
  file: 'taobao/fake-transaction.yaml',
  from: '  - id: "TB-01"\n',
  to: '  - id: "TB-01"\n    effective: { to: "2020-01-01" }\n',
};

/** What to do where the scene is the wrong one, in other words. */
const REWORDED: PackEdit = {
  file: 'taobao/fake-transaction.yaml',
  from: '先别提交。回页面把场景重新选对，',
  to: '先不要提交。回到页面，把场景选对，',
};

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.core.close());

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
    await installUpdate(desk.client, await signedUpdate('taobao', [SHORTER]));
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
    await installUpdate(desk.client, await signedUpdate('taobao', [SHORTER], corrector));
    await client.cases.takeRules({ caseId, take: false });
    expect(await client.cases.ruleChanges({ caseId })).toMatchObject([{ caseId, kept: true }]);
    expect(await ownDue(caseId)).toBe(issuedAt + 72 * HOUR);
    const shorterStill = { ...SHORTER, to: SHORTER.to.replace('48', '24') };
    const next = await signedUpdate(
      'taobao',
      [shorterStill, { file: 'taobao/platform.yaml', from: "'2027.1.1'", to: "'2027.2.1'" }],
      corrector,
    );
    await installUpdate(desk.client, next);
    expect(await client.cases.ruleChanges({ caseId })).toMatchObject([{ caseId, kept: false }]);
  });

  it('and a case that begins after the change stands on the new ones', async () => {
    const { client, clock } = desk;
    await installUpdate(desk.client, await signedUpdate('taobao', [SHORTER]));
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
    await installUpdate(desk.client, await signedUpdate('taobao', [SHORTER]));
    expect(await client.cases.ruleChanges({})).toMatchObject([{ caseId: second }]);
  });

  it('also where only the days of a rule are others: the day that now decides is named', async () => {
    const { client } = desk;
    const { effective, instant } = await client.rulebook.rule({ ruleId: WINDOW });
    expect([effective, instant]).toEqual([{ from: null, to: null }, 'notice']);
    await installUpdate(client, await signedUpdate('taobao', [ENDED]));
    const [found] = await client.cases.ruleChanges({});
    expect(found?.filed).toBe(false);
    expect(found?.changes.rules).toMatchObject([
      { ruleId: WINDOW, fields: [{ field: 'effective' }], byDay: { instant: 'notice', comes: 'falls' } },
    ]);
  });

  it('and is told of what is only worded anew as that, with no deadline and no answer otherwise', async () => {
    const { client } = desk;
    await installUpdate(client, await signedUpdate('taobao', [REWORDED]));
    const [found, ...others] = await client.cases.ruleChanges({});
    expect(others).toEqual([]);
    expect(found?.changes.rules).toEqual([]);
    expect(found?.changes.parts).toMatchObject([
      { how: 'changed', weight: 'words', fields: [{ field: 'remedy', worded: true }] },
    ]);
    expect(found?.clocks.items).toEqual([]);
    expect(found?.verdict.after).toBe(found?.verdict.before);
  });

  it('also with the program closed in between', async () => {
    await installUpdate(desk.client, await signedUpdate('taobao', [SHORTER]));
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
