import { beforeAll, describe, expect, it } from 'vitest';
import { newStore } from '../../helpers/case.ts';
import { HOUR } from '../../helpers/core.ts';
import { noticeStore } from '../../helpers/notice-case.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const at = (text: string): number => Date.parse(text);
const rows = (storeId: string) =>
  desk.client.lookUps.list({}).then((all) => all.filter((row) => row.storeId === storeId));
const row = async (storeId: string, kind: string) => {
  const found = (await rows(storeId)).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`nothing is looked for as ${kind}`);
  return found;
};
const undo = () => desk.client.journal.undo({});

describe('what has to be looked for in a back office', () => {
  let storeId = '';
  beforeAll(async () => {
    desk.clock.set('2026-11-12T10:00:00+08:00');
    storeId = await newStore(desk.client, '巡查店');
  });

  it('is what the pack names, first due the days after the store is there', async () => {
    const found = await rows(storeId);
    expect(
      found.map(({ kind, everyDays, usual, dueAt, last }) => [kind, everyDays, usual, dueAt, last]),
    ).toEqual([
      ['alerts', 1, true, at('2026-11-13T00:00:00+08:00'), null],
      ['violations', 1, true, at('2026-11-13T00:00:00+08:00'), null],
      ['results', 2, true, at('2026-11-14T00:00:00+08:00'), null],
    ]);
    expect(found[0]?.says?.zh).toContain('恶意订单预警列表');
    expect((await rows(await noticeStore(desk.client, '另一平台'))).map(({ kind }) => kind)).toEqual([
      'violations',
      'results',
    ]);
  });

  it('is put off by a look, which names who looked and what came of it; undo takes the look back', async () => {
    const { client, clock } = desk;
    clock.set('2026-11-14T23:30:00+08:00');
    await client.lookUps.look({ storeId, kind: 'alerts', found: 'something' });
    const looked = await row(storeId, 'alerts');
    expect(looked).toMatchObject({ dueAt: at('2026-11-15T00:00:00+08:00') });
    expect(looked.last).toMatchObject({ at: clock.now(), found: 'something', operatorName: '店主' });
    clock.pass(HOUR);
    await client.lookUps.look({ storeId, kind: 'alerts', found: 'nothing' });
    expect((await row(storeId, 'alerts')).last?.found).toBe('nothing');
    await undo();
    expect(await row(storeId, 'alerts')).toEqual(looked);
    await undo();
    expect((await row(storeId, 'alerts')).last).toBeNull();
  });

  it('goes by the days somebody chose, or not at all, and back to what is usual', async () => {
    const { client } = desk;
    const { dueAt } = await client.lookUps.plan({ storeId, kind: 'violations', everyDays: 7 });
    expect(dueAt).toBe(at('2026-11-19T00:00:00+08:00'));
    const off = await client.lookUps.plan({ storeId, kind: 'violations', off: true });
    expect(off).toMatchObject({ off: true, dueAt: null });
    expect((await client.lookUps.list({})).at(-1)).toMatchObject({ storeId, kind: 'violations' });
    await undo();
    expect(await row(storeId, 'violations')).toMatchObject({ everyDays: 7, usual: false, off: false });
    await client.lookUps.plan({ storeId, kind: 'violations' });
    expect(await row(storeId, 'violations')).toMatchObject({ everyDays: 1, usual: true });
    for (const everyDays of [0, 91, 1.5])
      await expect(client.lookUps.plan({ storeId, kind: 'violations', everyDays })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  it('is not what its platform does not have, nor of a store that is put away', async () => {
    const { client } = desk;
    const other = await noticeStore(client, '没有预警的店');
    await expect(
      client.lookUps.look({ storeId: other, kind: 'alerts', found: 'nothing' }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await client.stores.archive({ storeId: other, archived: true });
    expect(await rows(other)).toEqual([]);
    await expect(
      client.lookUps.plan({ storeId: other, kind: 'results', everyDays: 3 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
