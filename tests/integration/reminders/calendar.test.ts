import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTranslator } from '../../../shared/i18n/index.ts';
import { dueWords } from '../../../shared/handovers/index.ts';
import { exportCase, file, newStore, orderNumbers, prepareCase } from '../../helpers/case.ts';
import { HOUR, openTestCore, type TestCore } from '../../helpers/core.ts';
import { withDatabase } from '../../helpers/database.ts';
import { testFolder } from '../../helpers/files.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

const LONG = { timeout: 15_000 };
const NAME = 'appealdesk.ics';

let desk: TestCore;
let storeId: string;
let folder: string;
let cases = 0;
beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  storeId = await noticeStore(desk.client, '日历的店');
});
afterAll(() => desk.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-kept-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function caseEndingIn(
  hours: number,
): Promise<{ caseId: string; clockId: string; orders: readonly string[] }> {
  cases += 1;
  const orders = flaggedNumbers(1, 5000 + cases);
  const caseId = await openFromNotice(desk.client, storeId, orders, {
    pageDeadline: desk.clock.now() + hours * HOUR,
  });
  const { items } = await desk.client.deadlines.list({ caseId });
  return { caseId, clockId: items.find(({ owner }) => owner === 'mine')?.id ?? '', orders };
}

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly ends: number;
}

const entriesOf = (text: string): Entry[] =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status') as string,
      ends: event.endDate.toJSDate().getTime(),
    };
  });

const ofClock = (text: string, clockId: string): Entry | undefined =>
  entriesOf(text).find(({ uid }) => uid === `${clockId}@appealdesk`);

describe('a deadline in somebody’s calendar', () => {
  it('keeps its name, counts its changes, and is called off when it is over', async () => {
    const { caseId, clockId } = await caseEndingIn(60);
    const file = async (): Promise<Entry | undefined> =>
      ofClock((await desk.client.reminders.calendarFile({ caseId, language: 'en' })).text, clockId);
    const first = await file();
    const due = desk.clock.now() + 60 * HOUR;
    expect(first).toMatchObject({ sequence: 0, status: 'CONFIRMED', ends: due });
    await desk.client.deadlines.setPlan({ clockId, plan: { steps: ['2h'], cutOffMinutes: 0 } });
    expect(await file()).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
    await desk.client.decisions.record({
      caseId,
      outcome: 'not-filed',
      decidedAt: desk.clock.now(),
      reason: '凭证不足',
    });
    expect(await file()).toMatchObject({ sequence: 2, status: 'CANCELLED' });
    await desk.client.journal.undo({});
    expect(await file()).toMatchObject({ sequence: 3, status: 'CONFIRMED', ends: due });
  });

  it('is called off where its case was opened by mistake', async () => {
    const { clockId } = await caseEndingIn(60);
    await desk.client.journal.undo({});
    const { text } = await desk.client.reminders.calendarFile({ language: 'en' });
    expect(ofClock(text, clockId)).toMatchObject({ status: 'CANCELLED' });
  });

  it('is called off while its case is put away, and stands again when the case does', async () => {
    const { caseId, clockId } = await caseEndingIn(60);
    const inAll = async (): Promise<Entry | undefined> =>
      ofClock((await desk.client.reminders.calendarFile({ language: 'en' })).text, clockId);
    const inOwn = async (): Promise<Entry | undefined> =>
      ofClock((await desk.client.reminders.calendarFile({ caseId, language: 'en' })).text, clockId);
    await desk.client.cases.archive({ caseId, archived: true });
    expect(await inAll()).toMatchObject({ sequence: 1, status: 'CANCELLED' });
    expect(await inOwn()).toEqual(await inAll());
    await desk.client.cases.archive({ caseId, archived: false });
    expect(await inAll()).toMatchObject({ sequence: 2, status: 'CONFIRMED' });
    expect(await inOwn()).toEqual(await inAll());
  });

  it('is called off where its case was put away by a program that did not know of that', async () => {
    const { caseId, clockId } = await caseEndingIn(60);
    await desk.client.cases.archive({ caseId, archived: true });
    withDatabase(
      desk.folder,
      (database) =>
        database
          .prepare('UPDATE calendar_entries SET cancelled = 0, sequence = 0 WHERE clock_id = ?')
          .run(clockId),
      { write: true },
    );
    desk = await desk.restart();
    await expect
      .poll(
        async () => ofClock((await desk.client.reminders.calendarFile({ language: 'en' })).text, clockId),
        LONG,
      )
      .toMatchObject({ sequence: 1, status: 'CANCELLED' });
  });

  it('counts as a change that its shop is called otherwise or sits in another zone, and no other', async () => {
    const { clockId } = await caseEndingIn(60);
    const file = async (): Promise<Entry | undefined> =>
      ofClock((await desk.client.reminders.calendarFile({ language: 'en' })).text, clockId);
    const shop = (await desk.client.stores.list({})).find(({ id }) => id === storeId);
    await desk.client.stores.update({ storeId, alias: '新名字的店' });
    expect(await file()).toMatchObject({ sequence: 1 });
    await desk.client.stores.update({ storeId, zone: 'America/New_York' });
    expect(await file()).toMatchObject({ sequence: 2 });
    await desk.client.stores.update({ storeId, name: `${shop?.name ?? ''}（总店）` });
    expect(await file()).toMatchObject({ sequence: 2 });
    await desk.client.stores.update({ storeId, alias: shop?.alias, zone: shop?.zone });
    expect(await file()).toMatchObject({ sequence: 3 });
  });

  it('says case number, alias and act to whoever it is handed to, and nobody’s name or order', async () => {
    const { caseId, clockId, orders } = await caseEndingIn(60);
    const { record, storeAlias } = await desk.client.cases.get({ caseId });
    const shared = await desk.client.reminders.share({ clockId, language: 'zh-CN' });
    const { text } = await desk.client.reminders.calendarFile({ language: 'zh-CN' });
    for (const words of [shared.message, shared.code, shared.file.text.replaceAll(/\r\n /g, '')]) {
      expect(words).toContain(record.number);
      expect(words).toContain(storeAlias);
      for (const number of orders) expect(words).not.toContain(number);
    }
    expect(ofClock(text, clockId)).toEqual(ofClock(shared.file.text, clockId));
    expect(ofClock(shared.code, clockId)?.ends).toBe(ofClock(text, clockId)?.ends);
  });

  it('accuses nobody, where the rules of an older edition called it so', async () => {
    const { caseId, clockId } = await caseEndingIn(60);
    const title = JSON.stringify({ zh: '恶意买家举报截止', en: 'Time to report the malicious buyer' });
    withDatabase(
      desk.folder,
      (database) => database.prepare('UPDATE clocks SET title_json = ? WHERE id = ?').run(title, clockId),
      { write: true },
    );
    // What calendars are handed is written anew with the next change.
    await desk.client.deadlines.setPlan({ clockId, plan: { steps: ['2h'], cutOffMinutes: 0 } });
    for (const language of ['zh-CN', 'en'] as const) {
      const { message, code, file } = await desk.client.reminders.share({ clockId, language });
      const all = await desk.client.reminders.calendarFile({ caseId, language });
      for (const words of [message, code, file.text, all.text])
        expect(words.replaceAll(/\r\n /g, '')).not.toMatch(/举报|恶意|report|malicious/i);
    }
  });

  it('is refused once it has stopped: whoever is handed it would take it for one that runs', async () => {
    const { caseId, clockId } = await caseEndingIn(60);
    await desk.client.decisions.record({
      caseId,
      outcome: 'not-filed',
      decidedAt: desk.clock.now(),
      reason: '凭证不足，留着机会',
    });
    await expect(desk.client.reminders.share({ clockId, language: 'zh-CN' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'clock-over' } },
    });
  });

  it('says in every form that it is an estimate, where nobody knows when it began, and no more once that is known', async () => {
    cases += 1;
    const caseId = await openFromNotice(desk.client, storeId, flaggedNumbers(1, 5000 + cases), {
      seenAt: desk.clock.now(),
    });
    const { items } = await desk.client.deadlines.list({ caseId });
    const clockId = items.find(({ owner }) => owner === 'mine')?.id ?? '';
    const forms = async (): Promise<string[]> => {
      const { message, code, file } = await desk.client.reminders.share({ clockId, language: 'zh-CN' });
      const page = await desk.client.handovers.preview({
        from: desk.clock.now() - HOUR,
        nextUntil: desk.clock.now() + 100 * HOUR,
      });
      const due = page.due.items.find((each) => each.clockId === clockId);
      const line =
        due === undefined ? '' : dueWords(due, desk.clock.now(), createTranslator('zh-CN'), 'Asia/Shanghai');
      return [message, code, file.text, line].map((text) => text.replaceAll('\r\n ', ''));
    };
    for (const text of await forms()) expect(text).toContain('（估算，可能更早）');
    const [message, , file] = await forms();
    for (const text of [message, file]) expect(text).toMatch(/平台什么时候发的还不清楚，真正的截止可能更早/);
    await desk.client.notices.save({ caseId, issuedAt: desk.clock.now() - HOUR });
    for (const text of await forms()) expect(text).not.toContain('估算');
  });

  it('is written anew with its doubt where a program of before left that out', async () => {
    cases += 1;
    const caseId = await openFromNotice(desk.client, storeId, flaggedNumbers(1, 5000 + cases), {
      seenAt: desk.clock.now(),
    });
    const { items } = await desk.client.deadlines.list({ caseId });
    const clockId = items.find(({ owner }) => owner === 'mine')?.id ?? '';
    const file = async (): Promise<string> =>
      (await desk.client.reminders.calendarFile({ caseId, language: 'en' })).text.replaceAll('\r\n ', '');
    expect(ofClock(await file(), clockId)).toMatchObject({ sequence: 0 });
    withDatabase(
      desk.folder,
      (database) =>
        database
          .prepare(
            "UPDATE calendar_entries SET shape_json = json_remove(shape_json, '$.doubt') WHERE clock_id = ?",
          )
          .run(clockId),
      { write: true },
    );
    expect(await file()).not.toContain('estimate');
    desk = await desk.restart();
    await expect.poll(file, LONG).toContain('Due (estimate\\, may be earlier)');
    expect(ofClock(await file(), clockId)).toMatchObject({ sequence: 1 });
  });

  it('takes the first look out of calendars where none is left, also once it is all over', async () => {
    const { client, clock } = desk;
    const promised = await newStore(client, '等平台的店');
    const files = await testFolder();
    const prepared = await prepareCase(client, files, {
      ...{ storeId: promised, orders: orderNumbers(1, 800), seed: 81, pictures: 1 },
    });
    const { caseId } = prepared;
    await file(client, prepared, await exportCase(client, caseId), clock.now());
    const theirs = (await client.deadlines.list({ caseId })).items.find(({ owner }) => owner === 'theirs');
    const clockId = theirs?.id ?? '';
    expect(theirs?.lookAt).toBeLessThan(theirs?.dueAt ?? 0);
    const inFile = async () =>
      entriesOf((await client.reminders.calendarFile({ caseId, language: 'en' })).text)
        .filter(({ uid }) => uid.startsWith(clockId))
        .map(({ uid, sequence, status }) => [uid.replace(clockId, ''), sequence, status]);
    /** As a reading of the rules that is taken back, or comes again, sets it. */
    const lookAt = async (at: number) => {
      withDatabase(
        desk.folder,
        (database) => database.prepare('UPDATE clocks SET look_at = ? WHERE id = ?').run(at, clockId),
        { write: true },
      );
      await client.stores.update({ storeId: promised, alias: `看 ${String(at)}` });
    };
    const first = [
      ['-look@appealdesk', 0, 'CONFIRMED'],
      ['@appealdesk', 0, 'CONFIRMED'],
    ];
    expect(await inFile()).toEqual(first);
    await lookAt(theirs?.dueAt ?? 0);
    const gone = [
      ['-look@appealdesk', 1, 'CANCELLED'],
      ['@appealdesk', 1, 'CONFIRMED'],
    ];
    expect(await inFile()).toEqual(gone);
    // What goes to a phone is the moment that is left.
    const { code } = await client.reminders.share({ clockId, language: 'en' });
    expect(entriesOf(code)).toMatchObject([{ uid: `${clockId}@appealdesk`, status: 'CONFIRMED' }]);
    await client.stores.update({ storeId: promised, alias: '又改名' });
    expect((await inFile())[0]).toEqual(['-look@appealdesk', 2, 'CANCELLED']);
    await lookAt(theirs?.lookAt ?? 0);
    expect((await inFile())[0]).toEqual(['-look@appealdesk', 3, 'CONFIRMED']);
    await lookAt(theirs?.dueAt ?? 0);
    await client.cases.archive({ caseId, archived: true });
    expect(await inFile()).toEqual([
      ['-look@appealdesk', 5, 'CANCELLED'],
      ['@appealdesk', 5, 'CANCELLED'],
    ]);
  });

  it('is NOT_FOUND where there is no such clock', async () => {
    const { caseId } = await caseEndingIn(60);
    await expect(desk.client.reminders.share({ clockId: caseId, language: 'en' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a calendar file that is kept', () => {
  const kept = async (): Promise<string> => await readFile(join(folder, NAME), 'utf8').catch(() => '');

  it('follows every change of a deadline, and is written again where somebody threw it away', async () => {
    const state = await desk.client.reminders.keepCalendar({ folder });
    expect(state).toMatchObject({ path: join(folder, NAME), problem: null });
    const { clockId } = await caseEndingIn(70);
    await expect.poll(async () => ofClock(await kept(), clockId)?.sequence, LONG).toBe(0);
    await desk.client.deadlines.setPlan({ clockId, plan: { steps: [], cutOffMinutes: 60 } });
    await expect.poll(async () => ofClock(await kept(), clockId)?.sequence, LONG).toBe(1);
    await rm(join(folder, NAME));
    desk.core.wake();
    await expect.poll(async () => ofClock(await kept(), clockId)?.sequence, LONG).toBe(1);
    await desk.client.reminders.keepCalendar({ folder: null });
    expect(await desk.client.reminders.keptCalendar({})).toEqual({
      path: null,
      writtenAt: null,
      problem: null,
    });
  });

  it('goes on after a restart', async () => {
    await desk.client.reminders.keepCalendar({ folder });
    await rm(join(folder, NAME));
    desk = await desk.restart();
    await expect.poll(kept, LONG).toContain('END:VCALENDAR');
    await desk.client.reminders.keepCalendar({ folder: null });
  });

  it.skipIf(process.platform === 'win32')('rings all the same while its drive does not answer', async () => {
    // A pipe that nobody reads takes a writer in and never lets it go, as a network drive that is gone does.
    const rung: string[] = [];
    const slow = await openTestCore({
      settings: { idleMinutes: 0, digestAt: null, quietHours: null, calendarFolder: folder },
      ports: { notify: (bubble) => Promise.resolve(rung.push(bubble.title) > 0) },
    });
    try {
      await expect.poll(kept, LONG).toContain('END:VCALENDAR');
      await promisify(execFile)('mkfifo', [join(folder, `${NAME}.part`)]);
      const shop = await noticeStore(slow.client, '慢盘的店');
      await openFromNotice(slow.client, shop, flaggedNumbers(1, 6100), {
        pageDeadline: slow.clock.now() + 25 * HOUR,
      });
      slow.clock.pass(2 * HOUR);
      slow.core.wake();
      await expect.poll(() => rung.length, LONG).toBe(1);
    } finally {
      // Whoever reads the pipe lets the writer go.
      await promisify(execFile)('cat', [join(folder, `${NAME}.part`)]).catch(() => undefined);
      await slow.close();
    }
  });

  it('says that its folder is gone, loses nothing, and is there again with the folder', async () => {
    const inside = join(folder, 'cloud');
    await expect(desk.client.reminders.keepCalendar({ folder: inside })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await desk.client.settings.get({})).calendarFolder).toBe('');
    await expect(desk.client.reminders.keepCalendar({ folder: 'cloud' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await desk.client.reminders.keepCalendar({ folder });
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file in its place');
    desk.core.wake();
    await expect
      .poll(async () => (await desk.client.reminders.keptCalendar({})).problem, LONG)
      .toBe('NOT_FOUND');
    const { clockId } = await caseEndingIn(80);
    await rm(folder);
    folder = await mkdtemp(join(tmpdir(), 'appealdesk-kept-'));
    await desk.client.reminders.keepCalendar({ folder });
    expect(ofClock(await kept(), clockId)?.status).toBe('CONFIRMED');
    await desk.client.reminders.keepCalendar({ folder: null });
  });
});
