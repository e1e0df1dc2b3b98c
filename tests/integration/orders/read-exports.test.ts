import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { orderExport } from '../../helpers/files.ts';
import { ownStore } from '../../helpers/own-store.ts';

const own = ownStore();

describe('a file that is no order export is refused by what is wrong with it', () => {
  const html =
    '<!DOCTYPE html><html><head><meta name="viewport" content="a, b, c"></head><body>登录, 请稍候</body></html>';
  const refused: [string, () => Promise<string | Uint8Array>, string][] = [
    [
      'a picture',
      () =>
        sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      'not-a-table',
    ],
    ['a web page saved as .csv', async () => html, 'not-a-table'],
    [
      'an Excel file renamed to .csv',
      async () => new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]),
      'not-a-table',
    ],
    ['a line of prose', async () => '这不是表格', 'not-a-table'],
    ['an empty file', async () => '', 'empty'],
    ['a file of blank lines', async () => '\r\n\r\n', 'not-a-table'],
  ];
  it.each(refused)('%s', async (_, content, reason) => {
    await expect(own.preview('orders.csv', await content())).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason } },
    });
    expect((await own.imports()).length).toBe(0);
  });

  it('a folder, and a file that is gone', async () => {
    for (const [path, reason] of [
      [own.files, 'not-a-file'],
      [join(own.files, 'gone.csv'), 'gone'],
    ] as const) {
      await expect(
        own.client.orders.previewImport({ storeId: own.storeId, file: { path } }),
      ).rejects.toMatchObject({
        code: 'INVALID_FILE',
        data: { params: { reason } },
      });
    }
  });

  it('a table of something else asks which column is the order number', async () => {
    const shown = await own.preview('addresses.csv', '姓名,电话\r\n张三,138\r\n');
    expect(shown).toMatchObject({ mapping: {}, unmapped: ['姓名', '电话'], counts: { rows: 0 } });
    const path = join(own.files, 'addresses.csv');
    await expect(
      own.client.orders.startImport({ storeId: own.storeId, file: { path } }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'order-number-unmapped' } },
    });
  });

  it('an encoding that cannot be the right one is refused, and the file can be read with another', async () => {
    const gb = await toGb18030(orderExport([{ orderNumber: own.first, buyerName: '伊万' }]));
    await expect(own.preview('gb.csv', gb, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason: 'encoding' } },
    });
    expect(await own.preview('gb.csv', gb)).toMatchObject({ encoding: 'gb18030', counts: { added: 1 } });
  });

  it('a file whose numbers went through Excel is refused as a whole', async () => {
    const rounded = Array.from({ length: 8 }, (_, place) => ({
      orderNumber: `801234567890${String(100 + place)}0`,
    }));
    await expect(own.preview('rounded.csv', orderExport(rounded))).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason: 'order-numbers-rounded', example: '8012345678901000' } },
    });
  });

  it('and that as fast as any other file of its length', async () => {
    const buyers = (end: string) =>
      Array.from({ length: 40_000 }, (_, place) => `${801_234_567_800_000 + place}${end},Ivan`);
    const timed = async (lines: readonly string[]) => {
      const start = performance.now();
      const outcome = await own.preview('long.csv', ['订单号,买家名称', ...lines].join('\n')).then(
        (shown) => shown.counts.rows,
        (error: unknown) => (error as { code: string }).code,
      );
      return { outcome, took: performance.now() - start };
    };
    const whole = await timed(buyers('3'));
    const rounded = await timed(buyers('0'));
    expect([whole.outcome, rounded.outcome]).toEqual([40_000, 'INVALID_FILE']);
    // It is only read through, and nothing of it is compared; when each row weighed all before it, it took minutes.
    expect(rounded.took).toBeLessThan(whole.took * 3);
  });
});

describe('a few numbers that end in zeros are taken, and named for a second look', () => {
  const short = ['8012345678901230', '8012345678901340'];

  it('names each row of a small export whose numbers Excel may have rounded', async () => {
    const rows = [...short, 'P-2026-0001'].map((orderNumber) => ({ orderNumber }));
    const shown = await own.preview('few.csv', orderExport(rows));
    expect(shown.counts).toMatchObject({ rows: 3, added: 3, rejected: 0 });
    expect(shown.doubtful).toEqual(
      short.map((value, place) => ({
        row: place + 2,
        column: '订单号',
        value,
        reason: 'order-number-rounded',
      })),
    );
    await own.importFile('few.csv', orderExport(rows));
    expect(await own.count()).toBe(3);
  });

  it('says nothing where another number of the file is whole', async () => {
    const shown = await own.preview(
      'few.csv',
      orderExport([{ orderNumber: short[0] ?? '' }, { orderNumber: own.first }]),
    );
    expect(shown).toMatchObject({ counts: { added: 2, rejected: 0 }, doubtful: [] });
  });
});

describe('an export is read however it was saved', () => {
  const text = () =>
    orderExport([
      { orderNumber: own.first, buyerName: '伊万', remark: '第一行\n第二行，带逗号,和"引号"' },
      { orderNumber: own.second, buyerName: '娜塔莎' },
    ]);
  const saved: [string, (text: string) => Uint8Array | Promise<Uint8Array>, string][] = [
    ['UTF-8', (each) => Buffer.from(each), 'utf-8'],
    ['UTF-8 with a mark', (each) => Buffer.from(`\ufeff${each}`), 'utf-8'],
    ['GB 18030', (each) => toGb18030(each), 'gb18030'],
    ['UTF-16 with a mark', (each) => Buffer.from(`\ufeff${each}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', (each) => Buffer.from(each, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', (each) => Buffer.from(`\ufeff${each}`, 'utf16le').swap16(), 'utf-16be'],
  ];
  it.each(saved)('in %s', async (_, encode, encoding) => {
    const shown = await own.preview('orders.csv', await encode(text()));
    expect(shown).toMatchObject({ encoding, counts: { rows: 2, added: 2, rejected: 0 } });
    await own.importFile('orders.csv', await encode(text()));
    const found = await own.client.orders.get({ storeId: own.storeId, orderNumber: own.first });
    expect(found).toMatchObject({
      buyerName: '伊万',
      remark: '第一行\n第二行，带逗号,和"引号"',
      items: 'Phone case\nblack x1',
    });
  });

  it.each([
    ['tabs in a file called .csv', '\t'],
    ['semicolons', ';'],
    ['pipes', '|'],
  ])('with %s', async (_, delimiter) => {
    const table = [
      ['订单号', '买家名称', '下单时间'],
      [own.first, 'Ivan', '2026-11-02 20:14'],
    ];
    const shown = await own.preview('orders.csv', table.map((cells) => cells.join(delimiter)).join('\n'));
    expect(shown).toMatchObject({ delimiter, counts: { rows: 1, added: 1 } });
  });

  it('and says in which currencies its amounts would be taken', async () => {
    const rows = ['US $12.34', '¥88.00', '￥9', '15.00', ''].map((amount, place) => ({
      orderNumber: `80123456789012${10 + place}`,
      amount,
    }));
    const shown = await own.preview('orders.csv', orderExport(rows));
    // The store's own is what stands in where a cell names none.
    expect(shown.currencies).toEqual([
      { currency: 'USD', count: 2 },
      { currency: 'CNY', count: 2 },
    ]);
  });

  it('with a title line above the header and a total line below', async () => {
    const lines = [
      '速卖通订单导出,,',
      '订单号,买家名称,订单金额',
      `${own.first},Ivan,US $1.00`,
      '合计,,US $1.00',
      '',
    ];
    await own.importFile('titled.csv', lines.join('\r\n'));
    expect(await own.orders()).toMatchObject([{ orderNumber: own.first, totalMinor: 100 }]);
  });

  it('and tells of each row it cannot take its number, column, value and reason', async () => {
    const rows = [
      { orderNumber: own.first },
      { orderNumber: '8.01235E+15' },
      { orderNumber: own.second, orderedAt: '昨天' },
      { orderNumber: own.third, amount: '面议' },
      { orderNumber: '' },
    ];
    const shown = await own.preview('orders.csv', orderExport(rows));
    expect(shown.counts).toMatchObject({ rows: 5, added: 1, rejected: 4 });
    expect(shown.rejects).toEqual([
      { row: 3, column: '订单号', value: '8.01235E+15', reason: 'order-number-scientific' },
      { row: 4, column: '下单时间', value: '昨天', reason: 'time-unreadable' },
      { row: 5, column: '订单金额', value: '面议', reason: 'amount-unreadable' },
      { row: 6, column: '订单号', value: '', reason: 'order-number-missing' },
    ]);
    await own.importFile('orders.csv', orderExport(rows));
    expect((await own.orders()).map((order) => order.orderNumber)).toEqual([own.first]);
  });
});

/** Node writes no GB 18030 itself; the two bytes of each character are found by reading them all once. */
async function toGb18030(text: string): Promise<Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([high, low]));
      if (!bytes.has(character)) bytes.set(character, [high, low]);
    }
  }
  return new Uint8Array(
    Array.from(text).flatMap((character) =>
      character < '\u0080' ? [character.charCodeAt(0)] : [...(bytes.get(character) ?? [0x3f])],
    ),
  );
}
