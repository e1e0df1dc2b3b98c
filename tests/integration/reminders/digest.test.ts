import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tick } from '../../../main/scheduler/tick.ts';
import { Store } from '../../../main/workspace/sqlite/store.ts';
import type { Notification } from '../../../main/core/index.ts';
import type { DigestCounts, Outlook } from '../../../shared/reminders/index.ts';
import { HOUR, openTestCore, realRandom, type TestCore } from '../../helpers/core.ts';
import { databaseFile, withDatabase } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';

const NOON = '2026-11-12T12:00:00+08:00';
const ENDS = '2026-11-14T20:00:00+08:00';
/** A machine with other work takes its time. */
const LONG = { timeout: 15_000 };
const [orderNumber = ''] = flaggedNumbers(1, 7000);
const NOTHING: DigestCounts = {
  late: 0,
  today: 0,
  tomorrow: 0,
  toShip: 0,
  look: 0,
  vanishing: 0,
  revisits: 0,
  shops: 0,
};
const TODAY: DigestCounts = { ...NOTHING, today: 1 };
const TOMORROW: DigestCounts = { ...NOTHING, tomorrow: 1 };

/** A case that ends on the evening of the 14th, named after a buyer. */
async function openCase({ client, clock }: TestCore): Promise<string> {
  clock.set(NOON);
  const storeId = await noticeStore(client, '海港的店');
  const caseId = await openFromNotice(client, storeId, [orderNumber], { pageDeadline: Date.parse(ENDS) });
  await client.cases.update({ caseId, title: '王小姐的案子' });
  return caseId;
}

/** A program on the workspace: it looks when it is told to, and keeps what it said. */
class Program {
  readonly said: { readonly day: string; readonly counts: DigestCounts }[] = [];
  readonly #clock: TestCore['clock'];
  readonly #store: Store;
  digestAt: string | null = '09:00';
  dies = false;

  /** On the clock of the desk: both run on one computer. */
  constructor({ folder, clock }: TestCore) {
    this.#clock = clock;
    this.#store = Store.open(databaseFile(folder), clock, realRandom);
  }

  /** @param meanwhile what happens just before the day is claimed @returns when it wants to look again */
  async look(at: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<number> {
    this.#clock.set(at);
    const store = this.#store;
    const next = await tick({
      store: {
        read: store.read,
        write: async (actor, act, work) => {
          if (act.code === 'digests.claim') await meanwhile();
          return await store.write(actor, act, work);
        },
      },
      now: () => this.#clock.now(),
      zone: () => this.#clock.zone(),
      quiet: () => ({ from: '22:30', to: '08:00' }),
      digestAt: () => this.digestAt,
      sayDigest: async (counts) => {
        if (this.dies) throw new Error('the program ends here');
        await Promise.resolve(this.said.push({ day: at.slice(0, 10), counts }));
      },
    });
    return next ?? Number.POSITIVE_INFINITY;
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

describe('the digest of a day', () => {
  let desk: TestCore;
  let caseId = '';
  let programs: Program[] = [];
  const open = (): Program => {
    const program = new Program(desk);
    programs.push(program);
    return program;
  };
  beforeAll(async () => {
    // The core of the desk says none itself: nothing is lent to it that could.
    desk = await openTestCore({ settings: { idleMinutes: 0 } });
    caseId = await openCase(desk);
  });
  beforeEach(async () => {
    for (const program of programs) await program.close();
    programs = [];
    withDatabase(desk.folder, (database) => database.exec('DELETE FROM digests'), { write: true });
  });
  afterAll(async () => {
    for (const program of programs) await program.close();
    await desk.close();
  });

  it('is said once a date: at its hour, later where that was slept through, and not at night', async () => {
    const program = open();
    expect(await program.look('2026-11-13T03:00:00+08:00')).toBe(Date.parse('2026-11-13T09:00:00+08:00'));
    await program.look('2026-11-13T08:59:59+08:00');
    expect(program.said).toEqual([]);
    await program.look('2026-11-13T15:30:00+08:00');
    await program.look('2026-11-13T16:00:00+08:00');
    await program.look('2026-11-14T00:30:00+08:00');
    expect(program.said).toEqual([{ day: '2026-11-13', counts: TOMORROW }]);
    await program.look('2026-11-14T09:00:00+08:00');
    await program.look('2026-11-14T19:00:00+08:00');
    await program.look('2026-11-15T09:00:00+08:00');
    expect(program.said.slice(1)).toEqual([
      { day: '2026-11-14', counts: TODAY },
      { day: '2026-11-15', counts: { ...NOTHING, late: 1 } },
    ]);
  });

  it('of a day of which only the night is left is not made up for', async () => {
    const program = open();
    const next = await program.look('2026-11-13T22:45:00+08:00');
    expect(next).toBe(Date.parse('2026-11-14T09:00:00+08:00'));
    expect(program.said).toEqual([]);
  });

  it('that had nothing to say is over, whatever comes that day', async () => {
    const program = open();
    await desk.client.cases.archive({ caseId, archived: true });
    await program.look('2026-11-13T09:00:00+08:00');
    await desk.client.cases.archive({ caseId, archived: false });
    await program.look('2026-11-13T12:00:00+08:00');
    expect(program.said).toEqual([]);
  });

  it('is lost with the program that dies over it, and not said again by the next', async () => {
    const dying = open();
    dying.dies = true;
    await expect(dying.look('2026-11-13T09:00:00+08:00')).rejects.toThrow('the program ends here');
    const next = open();
    await next.look('2026-11-13T09:01:00+08:00');
    expect(next.said).toEqual([]);
    await next.look('2026-11-14T09:00:00+08:00');
    expect(next.said).toEqual([{ day: '2026-11-14', counts: TODAY }]);
  });

  it('is said by one of two programs that find it due at the same moment', async () => {
    const [one, other] = [open(), open()];
    await one.look('2026-11-13T09:00:00+08:00', () => other.look('2026-11-13T09:00:00+08:00'));
    expect([one.said.length, other.said.length]).toEqual([0, 1]);
  });

  it('is none where nobody wants one, and leaves the day to whoever does', async () => {
    const program = open();
    program.digestAt = null;
    await program.look('2026-11-13T12:00:00+08:00');
    expect(program.said).toEqual([]);
    program.digestAt = '11:00';
    await program.look('2026-11-13T12:01:00+08:00');
    expect(program.said).toHaveLength(1);
  });

  it('stands in no journal', async () => {
    const before = (await desk.client.journal.list({ limit: 1 })).items[0]?.sequence;
    await open().look('2026-11-13T09:00:00+08:00');
    expect((await desk.client.journal.list({ limit: 1 })).items[0]?.sequence).toBe(before);
  });
});

describe('a core that is lent a bell and a place beside the clock', () => {
  let desk: TestCore;
  const rung: Notification[] = [];
  const shown: Outlook[] = [];
  const last = (): Outlook | undefined => shown.at(-1);
  let caseId = '';
  beforeAll(async () => {
    desk = await openTestCore({
      settings: { idleMinutes: 0 },
      ports: {
        notify: async (notification) => await Promise.resolve(rung.push(notification) > 0),
        showOutlook: (outlook) => shown.push(outlook),
      },
    });
  });
  afterAll(() => desk.close());

  it('shows that nothing waits, and the ends to come as soon as there are any, by number, alias and act', async () => {
    await expect.poll(last, LONG).toEqual({ unseen: 0, late: 0, next: [], zone: 'Asia/Shanghai' });
    caseId = await openCase(desk);
    const { record } = await desk.client.cases.get({ caseId });
    await expect.poll(() => last()?.next.length, LONG).toBe(1);
    const [end] = last()?.next ?? [];
    expect(end).toMatchObject({ caseId, caseNumber: record.number, storeAlias: '海港的店' });
    expect(end?.dueAt).toBe(Date.parse(ENDS));
  });

  it('says what is due today in numbers, and nobody’s name', async () => {
    await desk.client.asks.record({
      ...{ caseId, addressee: 'courier', requirementIds: [], orderNumbers: [], text: '底单' },
      ...{ askedAt: desk.clock.now(), revisitAt: Date.parse('2026-11-14T15:00:00+08:00') },
    });
    desk.clock.set('2026-11-14T09:00:00+08:00');
    desk.core.wake();
    const digest = (): Notification | undefined => rung.find(({ title }) => title === '今日摘要');
    await expect
      .poll(digest, LONG)
      .toEqual({ title: '今日摘要', body: '今天截止 1 个 · 该回访 1 处 · 1 家店的后台该看了', caseId: null });
  });

  it('counts what nobody has seen, one for each clock and one for the back offices, until it is seen', async () => {
    await expect.poll(() => last()?.unseen, LONG).toBe(2);
    const [round] = await desk.client.reminders.rounds({});
    await desk.client.reminders.see({ reminderIds: round?.reminderIds ?? [] });
    await expect.poll(() => last()?.unseen, LONG).toBe(1);
    const list = await desk.client.reminders.list({});
    await desk.client.reminders.see({ reminderIds: list.map(({ id }) => id) });
    await expect.poll(() => last()?.unseen, LONG).toBe(0);
  });

  it('lets an end go that is over, and what is put away; and says nothing of them', async () => {
    await desk.client.cases.archive({ caseId, archived: true });
    await expect.poll(() => last()?.next, LONG).toEqual([]);
    await desk.client.cases.archive({ caseId, archived: false });
    await expect.poll(() => last()?.next.length, LONG).toBe(1);
    desk.clock.set(ENDS);
    desk.clock.pass(HOUR);
    desk.core.wake();
    await expect.poll(() => last()?.next, LONG).toEqual([]);
    const told = JSON.stringify([shown, rung]);
    for (const secret of ['王小姐', orderNumber, '虚假交易']) expect(told).not.toContain(secret);
  });

  it('tells at most five ends, the next one first, and nothing twice', async () => {
    desk.clock.set(NOON);
    const storeId = await noticeStore(desk.client, '忙店');
    for (let number = 7; number >= 1; number -= 1)
      await openFromNotice(desk.client, storeId, flaggedNumbers(1, 7100 + number), {
        pageDeadline: desk.clock.now() + number * HOUR,
      });
    await expect
      .poll(() => last()?.next.map(({ dueAt }) => (dueAt - desk.clock.now()) / HOUR), LONG)
      .toEqual([1, 2, 3, 4, 5]);
    const texts = shown.map((outlook) => JSON.stringify(outlook));
    expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([]);
  });

  it('follows a computer that travels, at once, but not where the person chose a zone', async () => {
    await desk.client.system.tellZone({ zone: 'America/New_York' });
    await expect.poll(() => last()?.zone, LONG).toBe('America/New_York');
    // A zone that the person chose is what the host's own clock goes by: here Shanghai's, and no window is asked.
    await desk.client.settings.update({ zone: 'Asia/Shanghai' });
    await desk.client.system.tellZone({ zone: 'Asia/Tokyo' });
    desk.core.wake();
    await expect.poll(() => last()?.zone, LONG).toBe('Asia/Shanghai');
    await desk.client.settings.update({ zone: '' });
    desk.core.wake();
    await expect.poll(() => last()?.zone, LONG).toBe('Asia/Tokyo');
    await expect(desk.client.system.tellZone({ zone: 'Mars/Olympus' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
