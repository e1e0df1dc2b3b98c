import { describe, expect, it } from 'vitest';
import { chancesAt } from '../../helpers/chances.ts';
import { withDatabase } from '../../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { filed, fresh } = chancesAt(desk);
const at = (text: string): number => Date.parse(text);
const between = (from: string, to: string) => desk.client.deadlines.between({ from: at(from), to: at(to) });

describe('what a calendar says of its days', () => {
  it('names days off, worked weekends and what no notice covers yet', async () => {
    const { client } = desk;
    const days = await client.deadlines.days({ calendar: 'CN', from: '2026-09-28', to: '2026-11-01' });
    expect(days).toHaveLength(35);
    expect(days.find(({ date }) => date === '2026-10-10')).toMatchObject({
      works: true,
      reason: 'makeup-day',
    });
    expect(days.every(({ estimate }) => !estimate)).toBe(true);
    const [newYear] = await client.deadlines.days({ calendar: 'CN', from: '2027-01-01', to: '2027-01-01' });
    expect(newYear).toMatchObject({ reason: 'holiday', estimate: true, library: false });
  });

  it('says of another region that a library has it, and what may still move', async () => {
    const { client } = desk;
    const day = async (calendar: string, date: string) =>
      (await client.deadlines.days({ calendar, from: date, to: date }))[0];
    expect(await day('US', '2026-07-03')).toMatchObject({
      ...{ works: false, reason: 'holiday', estimate: false, library: true },
    });
    expect(await day('US', '2026-07-06')).toMatchObject({ works: true, estimate: false, library: true });
    const [from, to] = ['2027-03-05', '2027-03-16'];
    const fasting = await client.deadlines.days({ calendar: 'MY', from, to });
    expect(fasting.filter(({ reason, estimate }) => reason === 'holiday' && estimate)).not.toHaveLength(0);
    expect(fasting.every(({ library }) => library)).toBe(true);
  });

  it('refuses a calendar it has not, days the wrong way round, and more than 62 of them', async () => {
    const { days } = desk.client.deadlines;
    const asked = { calendar: 'CN', from: '2026-01-01', to: '2026-03-03' };
    expect(await days(asked)).toHaveLength(62);
    await expect(days({ ...asked, to: '2026-03-04' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(days({ ...asked, to: '2025-12-31' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(days({ ...asked, calendar: 'XX' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(between('2026-03-02', '2026-03-01')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('what lies between two instants', () => {
  it("is one's own end, what vanishes, and the platform's promise by its end or its first look; own first", async () => {
    const { client, clock } = desk;
    clock.set('2026-11-12T10:00:00+08:00');
    await filed([fresh()]);
    const noticeCase = await openFromNotice(client, await noticeStore(client), flaggedNumbers(1), {
      pageDeadline: at('2026-11-28T00:00:00+08:00'),
    });
    const listed = (await client.deadlines.list({ limit: 500 })).items;
    const theirs = listed.find(({ owner, lookAt, dueAt }) => owner === 'theirs' && lookAt < dueAt);
    if (theirs === undefined) throw new Error('no promise of the platform runs');
    const whole = await between('2026-01-01', '2028-01-01');
    expect(whole).toMatchObject({ left: 0, lateBefore: 0 });
    expect(whole.items.map(({ id }) => id).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
    expect(whole.items[0]).toMatchObject({ caseId: noticeCase, owner: 'mine' });
    const ids = async (from: number, to: number) =>
      (await client.deadlines.between({ from, to })).items.map(({ id }) => id);
    for (const moment of [theirs.lookAt, theirs.dueAt]) {
      expect(await ids(moment, moment + 1)).toContain(theirs.id);
      expect(await ids(moment + 1, moment + 2)).not.toContain(theirs.id);
      expect(await ids(moment - 1, moment)).not.toContain(theirs.id);
    }
  });

  it('counts what is late from before, and leaves out what is stopped or put away', async () => {
    const { client, clock } = desk;
    const mine = (await between('2026-11-27', '2026-11-29')).items.find(({ owner }) => owner === 'mine');
    if (mine === undefined) throw new Error('the deadline of the notice is not there');
    expect((await between('2026-11-30', '2026-12-31')).lateBefore).toBe(0);
    clock.set('2026-11-28T00:01:00+08:00');
    expect((await between('2026-11-30', '2026-12-31')).lateBefore).toBe(1);
    expect((await between('2026-11-27', '2026-12-31')).lateBefore).toBe(0);
    await client.cases.archive({ caseId: mine.caseId, archived: true });
    const after = await between('2026-11-27', '2026-12-31');
    expect(after.items.map(({ id }) => id)).not.toContain(mine.id);
    expect((await between('2026-11-30', '2026-12-31')).lateBefore).toBe(0);
  });

  it("says how many more there are than it tells of, and leaves another's out before one's own", async () => {
    const { client, folder } = desk;
    await openFromNotice(client, await noticeStore(client, '示例二店'), flaggedNumbers(1, 50), {
      pageDeadline: at('2029-01-01T00:00:00+08:00'),
    });
    const before = await between('2026-01-01', '2030-01-01');
    const copied = before.items.find(({ owner }) => owner === 'theirs');
    withDatabase(
      folder,
      (database) => {
        database
          .prepare(
            `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 1000)
             INSERT INTO clocks SELECT printf('01890000-0000-7000-8000-%012d', n), case_id, spec_id, owner, started_at,
               look_at - 1, due_at, title_json, says_json, computed_json, sources_json, stopped_at, plan_json, awaits,
               stop_reason
             FROM clocks, counted WHERE id = ?`,
          )
          .run(copied?.id);
      },
      { write: true },
    );
    const after = await between('2026-01-01', '2030-01-01');
    expect(after.items).toHaveLength(1000);
    expect(after.left).toBe(before.items.length);
    const mine = (view: typeof after): number => view.items.filter(({ owner }) => owner === 'mine').length;
    expect(mine(before)).toBe(1);
    expect(mine(after)).toBe(1);
  });
});
