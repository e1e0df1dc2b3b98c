import { describe, expect, it } from 'vitest';
import { importRows } from '../../helpers/case.ts';
import { orderExport } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();

describe('orders are found and paged', () => {
  it('finds a buyer by a part of the name, underscores and percent signs included', async () => {
    await importRows(own.client, own.files, own.storeId, [
      { orderNumber: own.first, buyerName: 'ivan_petrov' },
      { orderNumber: own.second, buyerName: 'ivanXpetrov' },
      { orderNumber: own.third, buyerName: 'Ольга 100%' },
    ]);
    const names = async (text: string) =>
      (await own.client.orders.list({ storeId: own.storeId, text })).items.map((order) => order.buyerName);
    expect(await names('n_p')).toEqual(['ivan_petrov']);
    expect(await names('0%')).toEqual(['Ольга 100%']);
    expect((await names('ivan')).length).toBe(2);
    expect(
      (await own.client.orders.buyers({ storeId: own.storeId, text: 'n_p' })).map((buyer) => buyer.buyerName),
    ).toEqual(['ivan_petrov']);
  });

  it('gives every order once over all pages, newest first, those without a time last', async () => {
    const rows = own.mine(57).map((orderNumber, place) => ({
      orderNumber,
      orderedAt: place % 7 === 0 ? '' : `2026-11-0${1 + (place % 3)} 10:00`,
    }));
    const text = orderExport(rows.map((row) => ({ ...row, orderedAt: row.orderedAt || '-' })));
    await own.importFile('paged.csv', text);
    const seen: { orderNumber: string; orderedAt: number | null }[] = [];
    let cursor: string | null = null;
    do {
      const page = await own.client.orders.list({
        storeId: own.storeId,
        limit: 10,
        ...(cursor === null ? {} : { cursor }),
      });
      expect(page.total).toBe(57);
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen.map((order) => order.orderNumber)).size).toBe(57);
    const times = seen.map((order) => order.orderedAt ?? -1);
    expect(times).toEqual(times.toSorted((left, right) => right - left));
  });
});
