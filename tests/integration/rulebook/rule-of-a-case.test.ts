import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading } from '../../../shared/rulebook/index.ts';
import { MALICIOUS_ORDER, newStore, orderNumbers } from '../../helpers/case.ts';
import { openTestCore, type TestCore } from '../../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { installUpdate, SAID_BEFORE, signedUpdate, SHORTER, WINDOW } from '../../helpers/pack-update.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.core.close());

/** It said 5 days until an upgrade, and 7 since; the day of the notice decides. */
const [BANNED, APPEAL_WINDOW] = ['aliexpress.sales-ban.restricted', 'AE-15'];

const longest = ({ value }: Reading): number | null | undefined =>
  value.kind === 'duration' ? value.max : undefined;

describe('a rule as it stands for a case', () => {
  it('is the reading of the case’s own day, with that day', async () => {
    const { client } = desk;
    const storeId = await newStore(client);
    const scenarioId = (await client.rulebook.rule({ ruleId: APPEAL_WINDOW })).scenarios[0] ?? BANNED;
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, noticeDate: '2020-09-01' });
    const then = await client.cases.rule({ caseId, ruleId: APPEAL_WINDOW });
    expect(then).toMatchObject({ chosenByInstant: 'notice', day: '2020-09-01', inForce: true, filed: false });
    expect(then?.rule.chosen.id).toBe('before-upgrade');
    expect(then?.version).toBe(then?.versionToday);
    await client.cases.update({ caseId, noticeDate: '2026-11-01' });
    const later = await client.cases.rule({ caseId, ruleId: APPEAL_WINDOW });
    expect(later).toMatchObject({ day: '2026-11-01', rule: { chosen: { id: 'stated' } } });
    // Without its day the day of filing counts, which is today until it is filed.
    await client.cases.update({ caseId, noticeDate: null });
    const open = await client.cases.rule({ caseId, ruleId: APPEAL_WINDOW });
    expect(open).toMatchObject({ chosenByInstant: 'filing', rule: { chosen: { id: 'stated' } } });
    // What any citation of the case says is what its page shows.
    const [cited] = await client.cases.citations({ caseId, ruleIds: [APPEAL_WINDOW] });
    expect(open?.rule.chosen.id).toBe(cited?.readingId);
  });

  it('is that of the edition the case keeps, until it takes the newer one', async () => {
    const { client, clock } = desk;
    const issuedAt = clock.now();
    const caseId = await openFromNotice(client, await noticeStore(client), flaggedNumbers(1), { issuedAt });
    await installUpdate(client, await signedUpdate('taobao', [SHORTER]));
    const kept = await client.cases.rule({ caseId, ruleId: WINDOW });
    expect(kept?.rule.chosen === undefined ? null : longest(kept.rule.chosen)).toBe(72);
    expect(kept).toMatchObject({ versionToday: '2027.1.1' });
    expect(kept?.version).not.toBe('2027.1.1');
    expect(longest((await client.rulebook.rule({ ruleId: WINDOW })).chosen)).toBe(48);
    await client.cases.takeRules({ caseId, take: true });
    const taken = await client.cases.rule({ caseId, ruleId: WINDOW });
    expect(taken?.rule.chosen === undefined ? null : longest(taken.rule.chosen)).toBe(48);
    expect(taken?.version).toBe('2027.1.1');
  });

  it('is the one that somebody chose for it, and none where its rules have none', async () => {
    const { client } = desk;
    const [order = ''] = orderNumbers(1);
    const { id: caseId } = await client.cases.create({
      ...{ storeId: await newStore(client), scenarioId: MALICIOUS_ORDER, orderNumbers: [order] },
    });
    expect(await client.cases.rule({ caseId, ruleId: 'ZZ-99' })).toBeNull();
    const matters = await client.cases.disputed({ caseId });
    const matter = matters.find(
      ({ conflictId, positions }) => conflictId === null && positions.some(({ mayAct }) => mayAct),
    );
    const other = matter?.positions.find(({ mayAct }) => mayAct);
    const ruleId = other?.ruleId ?? '';
    await client.cases.chooseReading({ caseId, ruleId, readingId: other?.id ?? '', reason: '后台写的' });
    const found = await client.cases.rule({ caseId, ruleId });
    expect(found?.rule.chosen.id).toBe(other?.id);
    expect((await client.rulebook.rule({ ruleId })).chosen.id).not.toBe(other?.id);
  });
});

describe('what the sources do not agree on before there is a case', () => {
  it('is what a case of that notice would show', async () => {
    const { client } = desk;
    await installUpdate(client, await signedUpdate('pinduoduo', SAID_BEFORE));
    const { id: storeId } = await client.stores.create({
      ...{ platform: 'pinduoduo', name: '多多小店', exportZone: 'Asia/Shanghai' },
    });
    const scenarioId = 'pinduoduo.violation.fake-transaction';
    const readings = (all: Awaited<ReturnType<typeof client.cases.disputed>>) =>
      all
        .filter(({ onChances }) => onChances)
        .flatMap(({ positions }) => positions.map(({ ruleId, id }) => `${ruleId} ${id}`));
    for (const [noticeDate, reading] of [
      ['2026-09-10', 'before'],
      ['2026-10-02', 'stated'],
      [null, 'stated'],
    ] as const) {
      const before = await client.cases.disputedBefore({ storeId, scenarioId, noticeDate });
      expect(readings(before)).toContain(`PD-05N ${reading}`);
      const { id: caseId } = await client.cases.create({ storeId, scenarioId, noticeDate });
      expect(before).toEqual(await client.cases.disputed({ caseId }));
    }
  });
});
