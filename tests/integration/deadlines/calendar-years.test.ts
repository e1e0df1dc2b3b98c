import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../renderer/api/errors.ts';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { addYear, chinaYear, yearFile } from '../../helpers/calendar-year.ts';
import { prepareCase } from '../../helpers/case.ts';
import { openTestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const SPAN = { calendar: 'CN', start: '2027-01-28', zone: 'Asia/Shanghai', count: 5, unit: 'wd' } as const;
const at = (text: string) => Date.parse(text);

interface ShippedYear {
  readonly year: number;
  readonly notices: readonly object[];
  readonly makeupDays: readonly { readonly from: string }[];
}

/** A year of China's days off as the program brings it. */
async function shippedYear(year: number): Promise<ShippedYear> {
  const file = new URL('../../../shared/deadlines/calendars/cn.json', import.meta.url);
  const { years } = JSON.parse(await readFile(file, 'utf8')) as { years: ShippedYear[] };
  const found = years.find((each) => each.year === year);
  if (found === undefined) throw new Error(`no year ${year}`);
  return found;
}

const china = async () => {
  const found = (await desk.client.deadlines.calendars({})).find(({ id }) => id === 'CN');
  if (found === undefined) throw new Error('no calendar of China');
  return found;
};

describe('a new year of working days without an upgrade', { timeout: 60_000 }, () => {
  it('is shown first, then counts everywhere, and one undo takes it out again', async () => {
    const { client, clock, files } = desk;
    clock.set('2027-01-28T10:00:00+08:00');
    const { id: storeId } = await client.stores.create({
      platform: 'pinduoduo',
      name: '跨年的店',
      exportZone: 'Asia/Shanghai',
    });
    const scenarioId = 'pinduoduo.violation.not-as-described';
    const { caseId } = await prepareCase(client, files, {
      ...{ storeId, orders: [], scenarioId, seed: 41, pictures: 1 },
    });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    const clocks = async () => (await client.deadlines.list({ caseId })).items;
    const running = await clocks();
    const whatIf = async () => {
      const found = await client.deadlines.whatIf({ caseId, event: 'notice-issued', at: clock.now() });
      return found.find(({ owner }) => owner === 'mine')?.dueAt;
    };
    const due = running.find(({ owner }) => owner === 'mine')?.dueAt;
    expect(await whatIf()).toBe(due);

    // One Sunday less is worked than had to be reckoned with, so that the end moves away.
    const sunday = { from: '2027-01-31', to: '2027-01-31', name: { zh: '春节', en: 'Spring Festival' } };
    const path = await yearFile(chinaYear(2027, { makeupDays: [sunday] }));
    const shown = await client.deadlines.readYear({ file: { path } });
    expect(shown).toMatchObject({ calendar: 'CN', year: 2027, known: 'provisional' });
    expect(shown.days.length).toBeGreaterThan(6);
    // What would move is said before anything does.
    const moved = shown.clocks.items.find(({ clock: { owner } }) => owner === 'mine');
    expect(moved).toMatchObject({ clock: { caseId }, before: { dueAt: due }, zone: SPAN.zone });
    expect(moved?.after?.dueAt).not.toBe(due);
    const behind = await client.deadlines.readYear({ file: { path }, skip: 1, limit: 1 });
    expect(behind.clocks.items).toEqual(shown.clocks.items.slice(1, 2));
    expect(await clocks()).toEqual(running);
    expect((await china()).validThrough).toBe('2026-12-31');

    await client.deadlines.addYear({ file: { path }, sha256: shown.sha256 });
    expect(await china()).toMatchObject({
      validThrough: '2027-12-31',
      added: [{ year: 2027, inForce: true, notices: [{ number: '测试〔2026〕1号' }] }],
    });
    const counted = await client.deadlines.calculate(SPAN);
    expect(counted).toMatchObject({ dueAt: at('2027-02-04T00:00:00+08:00'), certainty: 'exact' });
    // What runs and what would start now end by the new year alike, as it was shown.
    expect((await clocks()).find(({ owner }) => owner === 'mine')?.dueAt).toBe(moved?.after?.dueAt);
    expect(await whatIf()).toBe(moved?.after?.dueAt);
    expect((await client.deadlines.changes({})).items).toEqual([]);

    await client.journal.undo({});
    expect(await china()).toMatchObject({ validThrough: '2026-12-31', added: [] });
    expect(await client.deadlines.calculate(SPAN)).toMatchObject({ certainty: 'estimate' });
    expect(await whatIf()).toBe(due);
    expect(await clocks()).toEqual(running);
  });

  it('leaves what runs as it stands where it is taken out, says what would move, and moves it as one act', async () => {
    const { client } = desk;
    await addYear(client, await yearFile(chinaYear(2027)));
    const running = (await client.deadlines.list({})).items;
    await client.deadlines.removeYear({ calendar: 'CN', year: 2027 });
    expect((await client.deadlines.list({})).items).toEqual(running);
    const { items, left } = await client.deadlines.changes({});
    expect(items.length).toBeGreaterThan(1);
    expect(left).toBe(0);
    // All of them can be reached, however few are told of at once.
    for (const [skip, item] of items.entries())
      expect(await client.deadlines.changes({ skip, limit: 1 })).toEqual({
        items: [item],
        left: items.length - skip - 1,
      });
    expect(await client.deadlines.changes({ skip: items.length })).toEqual({ items: [], left: 0 });
    expect((await client.deadlines.changes({})).items).toEqual(items);
    const ends = async () =>
      new Map((await client.deadlines.list({})).items.map(({ id, dueAt }) => [id, dueAt]));
    for (const { clock, before } of items) expect((await ends()).get(clock.id)).toBe(before?.dueAt);
    // Kept as it stands: nobody is asked about it again.
    expect(await client.deadlines.recalculate({ clockIds: [] })).toEqual({ changed: 0 });
    expect((await client.deadlines.changes({})).items).toEqual([]);
    expect((await client.deadlines.list({})).items).toEqual(running);
    const chosen = items.map(({ clock }) => clock.id);
    expect(await client.deadlines.recalculate({ clockIds: chosen })).toEqual({ changed: items.length });
    for (const { clock, after } of items) expect((await ends()).get(clock.id)).toBe(after?.dueAt);
    await client.journal.undo({});
    expect((await client.deadlines.list({})).items).toEqual(running);
  });

  it('goes by a later notice of the same year, until it is taken out', async () => {
    await addYear(desk.client, await yearFile(chinaYear(2027)));
    expect((await china()).validThrough).toBe('2027-12-31');
    const notices = [{ number: '测试〔2027〕2号', date: '2027-01-20', address: null }];
    await addYear(desk.client, await yearFile(chinaYear(2027, { notices, makeupDays: [] })));
    expect((await china()).added).toMatchObject([{ year: 2027, inForce: true, notices }]);
    await desk.client.deadlines.removeYear({ calendar: 'CN', year: 2027 });
    expect((await china()).validThrough).toBe('2026-12-31');
  });

  it('says by a later notice why an end stands where its days are others, and by the old one after an undo', async () => {
    const { core, client, clock } = await openTestCore();
    clock.set('2026-10-09T10:00:00+08:00');
    const { id: storeId } = await client.stores.create({ platform: 'pinduoduo', name: '国庆的店' });
    const scenarioId = 'pinduoduo.violation.not-as-described';
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [] });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    const clocks = async () => (await client.deadlines.list({ caseId })).items;
    const ladderOf = async () =>
      (await clocks())
        .find(({ owner }) => owner === 'mine')
        ?.computed.readings.flatMap(({ explanation }) => explanation)
        .flatMap((step) => (step.kind === 'day' ? [[step.date, step.reason]] : []));
    const running = await clocks();
    const old = [
      ['2026-10-10', 'makeup-day'],
      ['2026-10-11', 'weekend'],
    ];
    const now = [
      ['2026-10-10', 'weekend'],
      ['2026-10-11', 'makeup-day'],
    ];
    expect(await ladderOf()).toEqual(expect.arrayContaining(old));

    const shipped = await shippedYear(2026);
    const saturday = shipped.makeupDays.findIndex(({ from }) => from === '2026-10-10');
    const makeupDays = shipped.makeupDays.with(saturday, {
      ...{ from: '2026-10-11', to: '2026-10-11', name: { zh: '国庆节', en: 'National Day' } },
    });
    const notices = [...shipped.notices, { number: '测试〔2026〕9号', date: '2026-09-28', address: null }];
    const path = await yearFile({ calendar: 'CN', year: { ...shipped, notices, makeupDays } });
    const shown = await client.deadlines.readYear({ file: { path } });
    expect(shown.days).toHaveLength(2);
    // Nothing moves: nobody is shown a list of it.
    expect(shown.clocks).toEqual({ items: [], left: 0 });
    await client.deadlines.addYear({ file: { path }, sha256: shown.sha256 });
    const after = await clocks();
    const ends = (of: typeof running) => of.map(({ id, lookAt, dueAt }) => [id, lookAt, dueAt]);
    expect(ends(after)).toEqual(ends(running));
    expect(await ladderOf()).toEqual(expect.arrayContaining(now));
    expect((await client.deadlines.changes({})).items).toEqual([]);
    await client.journal.undo({});
    expect(await clocks()).toEqual(running);
    await client.journal.redo({});
    expect(await clocks()).toEqual(after);
    await client.deadlines.removeYear({ calendar: 'CN', year: 2026 });
    expect(await clocks()).toEqual(running);
    await core.close();
  });

  it('writes no deadline anew of which it says nothing', async () => {
    const { core, client, clock, folder } = await openTestCore();
    clock.set('2026-09-29T10:00:00+08:00');
    const { id: storeId } = await client.stores.create({ platform: 'pinduoduo', name: '不相干的店' });
    const scenarioId = 'pinduoduo.violation.not-as-described';
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [] });
    await client.notices.save({ caseId, text: '违规通知', issuedAt: clock.now() });
    const running = (await client.deadlines.list({ caseId })).items.length;
    expect(running).toBeGreaterThan(0);
    await addYear(client, await yearFile(chinaYear(2027)));
    await core.close();
    const rows = withDatabase(folder, (database) =>
      database.prepare("SELECT rows FROM journal WHERE act = 'deadlines.addYear'").pluck().all(),
    );
    // The year itself.
    expect(rows).toEqual([1]);
  });

  it('stays when the program was closed and opened again', async () => {
    const first = await openTestCore();
    await addYear(first.client, await yearFile(chinaYear(2027)));
    const again = await first.restart();
    try {
      expect(await again.client.deadlines.calculate(SPAN)).toMatchObject({ certainty: 'exact' });
    } finally {
      await again.close();
      await rm(join(first.folder, '..'), { recursive: true, force: true });
    }
  });

  it.each([
    ['not-json', '{ "calendar": "CN", '],
    ['no-calendar-year', { calendar: 'CN', year: 2027 }],
    ['no-calendar-year', chinaYear(2027, { notices: [] })],
    ['unknown-calendar', { ...chinaYear(2027), calendar: 'FR' }],
    ['no-notices', { ...chinaYear(2027), calendar: 'US' }],
    ['older-year', chinaYear(2025)],
    // The notice of 2026 is of the 4th of November 2025.
    ['known-year', chinaYear(2026, { notices: [{ number: '测试', date: '2025-11-04', address: null }] })],
    ['gap-in-years', chinaYear(2028)],
    ['no-calendar-year', ' '.repeat(200_001)],
  ])('refuses with %s, and changes nothing', async (reason, content) => {
    const path = await yearFile(content);
    const before = await china();
    const refused = expect.objectContaining({
      code: 'INVALID_FILE',
      data: { params: expect.objectContaining({ reason }) as unknown },
    }) as unknown;
    await expect(desk.client.deadlines.readYear({ file: { path } })).rejects.toEqual(refused);
    await expect(desk.client.deadlines.addYear({ file: { path }, sha256: '0'.repeat(64) })).rejects.toEqual(
      refused,
    );
    expect(await china()).toEqual(before);
  });

  const span = { from: '2027-02-04', to: '2027-02-12', name: { zh: '春节', en: 'Spring Festival' } };
  const badSpan = { ...span, to: '2027-2-12' };
  it.each([
    ['calendar', { year: {} }, '第 1 行：没写清是哪个地区的日历'],
    ['year', chinaYear(2027, { year: '2027' as never }), '第 4 行：没写清是哪一年'],
    ['notices', chinaYear(2027, { notices: [{ number: '测试' } as never] }), '第 7 行：放假通知没写全'],
    ['days-off', chinaYear(2027, { daysOff: [span, badSpan] }), '第 25 行，第 2 段放假'],
    ['makeup-days', chinaYear(2027, { makeupDays: ['2027-01-30' as never] }), '第 1 段调休上班'],
    ['dates', chinaYear(2027, { daysOff: [{ ...span, to: '2027-02-01' }] }), '合起来对不上'],
    ['extra', { ...chinaYear(2027), 备注: '内部' }, '多了一项“备注”'],
    ['whole', ' '.repeat(200_001), '文件里不是一年的放假安排'],
  ])('says of a mistake in the %s where it is, and in words', async (part, content, words) => {
    const path = await yearFile(content);
    const refused: unknown = await desk.client.deadlines.readYear({ file: { path } }).catch((error) => error);
    expect(refused).toMatchObject({ data: { params: { reason: 'no-calendar-year', part } } });
    const said = describeError(refused, createTranslator('zh-CN'));
    expect(said).toContain(words);
    expect(`${said} ${describeError(refused, createTranslator('en'))}`).not.toMatch(
      /daysOff|makeupDays|notices\.|\{\{|from|basis/,
    );
  });

  it('refuses a file that changed since it was shown, and a folder', async () => {
    const path = await yearFile(chinaYear(2027));
    const { sha256 } = await desk.client.deadlines.readYear({ file: { path } });
    await writeFile(path, JSON.stringify(chinaYear(2027, { makeupDays: [] })));
    await expect(desk.client.deadlines.addYear({ file: { path }, sha256 })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    });
    await expect(desk.client.deadlines.readYear({ file: { path: desk.files } })).rejects.toMatchObject({
      code: 'INVALID_FILE',
    });
  });
});
