import { describe, expect, it } from 'vitest';
import { HARASSMENT, importRows, orderNumbers } from '../../helpers/case.ts';
import { chancesAt } from '../../helpers/chances.ts';
import { HOUR } from '../../helpers/core.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const { filed, fresh } = chancesAt(desk);

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/** Turns page after page to the end. */
async function turned<Row>(limit: number, ask: (cursor: { cursor?: string }) => Promise<Page<Row>>) {
  const rows: Row[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await ask(cursor === undefined ? {} : { cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

describe('a list that comes page by page leaves nothing out and shows nothing twice', () => {
  it('of deadlines, by what is to be looked at first, also where several fall on one moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      await filed([fresh()]);
      await filed([fresh()]);
      desk.clock.pass(HOUR);
    }
    const whole = await desk.client.deadlines.list({ stopped: true, limit: 500 });
    expect(whole.nextCursor).toBeNull();
    expect(whole.items.length).toBeGreaterThanOrEqual(12);
    expect(new Set(whole.items.map((clock) => clock.lookAt)).size).toBeLessThan(whole.items.length);
    for (const limit of [1, 5, whole.items.length]) {
      const pages = await turned(limit, (more) =>
        desk.client.deadlines.list({ stopped: true, limit, ...more }),
      );
      expect(pages).toEqual(whole.items);
    }
    expect((await desk.client.today.get({})).clocks).toEqual(
      whole.items.filter((clock) => clock.stoppedAt === null),
    );
  });

  it('and where Today shows only a part of the cases, it says how many it leaves to the case list', async () => {
    const { total } = await desk.client.cases.list({});
    for (let more = total; more < 53; more += 1)
      await desk.client.cases.create({ storeId: desk.storeId, scenarioId: HARASSMENT });
    expect((await desk.client.today.get({})).casesLeft).toBe(3);
  });

  it('of imports, newest first', async () => {
    for (const [place, orderNumber] of orderNumbers(5, 9_000).entries()) {
      await importRows(desk.client, desk.files, desk.storeId, [{ orderNumber }], `${place}.csv`);
      if (place % 2 === 1) desk.clock.pass(1000);
    }
    const whole = await desk.client.orders.imports({ storeId: desk.storeId });
    expect(whole).toMatchObject({ nextCursor: null });
    expect(whole.items.map((each) => each.startedAt)).toEqual(
      whole.items.map((each) => each.startedAt).toSorted((left, right) => right - left),
    );
    expect(whole.items).toHaveLength(5);
    for (const limit of [1, 2, 5]) {
      const pages = await turned(limit, (more) => desk.client.orders.imports({ limit, ...more }));
      expect(pages).toEqual(whole.items);
    }
  });
});
