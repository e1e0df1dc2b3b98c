import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../shared/orders/index.ts';
import { HARASSMENT, importRows, newStore, orderNumbers } from '../../helpers/case.ts';
import { finished, openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { dumpCaseTables, dumpOrders } from '../../helpers/database.ts';
import { orderExport, putFile, testFolder } from '../../helpers/files.ts';

let desk: TestCore;
let files: string;
/** Each test has a store and order numbers of its own. */
let storeId: string;
let storeName: string;
let range = 0;
let NUMBERS: string[];
let [FIRST, SECOND, THIRD, FOURTH] = ['', '', '', ''];

beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  files = await testFolder();
});
afterAll(() => desk.close());
beforeEach(async () => {
  range += 1;
  NUMBERS = mine(4);
  [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = NUMBERS;
  storeName = `示例店 ${range}`;
  storeId = await newStore(desk.client, storeName);
});

const mine = (count: number, start = 0) => orderNumbers(count, range * 100_000 + start);
const ownOrders = () => dumpOrders(desk.folder, storeId);
const ownCount = async () => (await desk.client.orders.list({ storeId })).total;
/** Newest first. The clock stands still between two imports unless a test moves it. */
const ownImports = () => desk.client.orders.imports({ storeId });
const preview = async (
  name: string,
  content: string | Uint8Array,
  more: object = {},
): Promise<ImportPreview> =>
  await desk.client.orders.previewImport({
    storeId,
    file: { path: await putFile(files, name, content) },
    ...more,
  });
const importFile = async (name: string, content: string | Uint8Array, more: object = {}) =>
  await resultOf<{ importId: string }>(
    desk.client,
    await desk.client.orders.startImport({
      storeId,
      file: { path: await putFile(files, name, content) },
      ...more,
    }),
  );
const all = async () => (await desk.client.orders.list({ storeId, limit: 500 })).items;

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
    await expect(preview('orders.csv', await content())).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason } },
    });
    expect((await ownImports()).length).toBe(0);
  });

  it('a folder, and a file that is gone', async () => {
    for (const [path, reason] of [
      [files, 'not-a-file'],
      [join(files, 'gone.csv'), 'gone'],
    ] as const) {
      await expect(desk.client.orders.previewImport({ storeId, file: { path } })).rejects.toMatchObject({
        code: 'INVALID_FILE',
        data: { params: { reason } },
      });
    }
  });

  it('a table of something else asks which column is the order number', async () => {
    const shown = await preview('addresses.csv', '姓名,电话\r\n张三,138\r\n');
    expect(shown).toMatchObject({ mapping: {}, unmapped: ['姓名', '电话'], counts: { rows: 0 } });
    const path = join(files, 'addresses.csv');
    await expect(desk.client.orders.startImport({ storeId, file: { path } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'order-number-unmapped' } },
    });
  });

  it('an encoding that cannot be the right one is refused, and the file can be read with another', async () => {
    const gb = await toGb18030(orderExport([{ orderNumber: FIRST, buyerName: '伊万' }]));
    await expect(preview('gb.csv', gb, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason: 'encoding' } },
    });
    expect(await preview('gb.csv', gb)).toMatchObject({ encoding: 'gb18030', counts: { added: 1 } });
  });

  it('a file whose numbers went through Excel is refused as a whole', async () => {
    const rounded = Array.from({ length: 8 }, (_, place) => ({
      orderNumber: `801234567890${String(100 + place)}0`,
    }));
    await expect(preview('rounded.csv', orderExport(rounded))).rejects.toMatchObject({
      code: 'INVALID_FILE',
      data: { params: { reason: 'order-numbers-rounded', example: '8012345678901000' } },
    });
  });
});

describe('an export is read however it was saved', () => {
  const text = () =>
    orderExport([
      { orderNumber: FIRST, buyerName: '伊万', remark: '第一行\n第二行，带逗号,和"引号"' },
      { orderNumber: SECOND, buyerName: '娜塔莎' },
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
    const shown = await preview('orders.csv', await encode(text()));
    expect(shown).toMatchObject({ encoding, counts: { rows: 2, added: 2, rejected: 0 } });
    await importFile('orders.csv', await encode(text()));
    const found = await desk.client.orders.get({ storeId, orderNumber: FIRST });
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
      [FIRST, 'Ivan', '2026-11-02 20:14'],
    ];
    const shown = await preview('orders.csv', table.map((cells) => cells.join(delimiter)).join('\n'));
    expect(shown).toMatchObject({ delimiter, counts: { rows: 1, added: 1 } });
  });

  it('with a title line above the header and a total line below', async () => {
    const lines = [
      '速卖通订单导出,,',
      '订单号,买家名称,订单金额',
      `${FIRST},Ivan,US $1.00`,
      '合计,,US $1.00',
      '',
    ];
    await importFile('titled.csv', lines.join('\r\n'));
    expect(await all()).toMatchObject([{ orderNumber: FIRST, totalMinor: 100 }]);
  });

  it('and tells of each row it cannot take its number, column, value and reason', async () => {
    const rows = [
      { orderNumber: FIRST },
      { orderNumber: '8.01235E+15' },
      { orderNumber: SECOND, orderedAt: '昨天' },
      { orderNumber: THIRD, amount: '面议' },
      { orderNumber: '' },
    ];
    const shown = await preview('orders.csv', orderExport(rows));
    expect(shown.counts).toMatchObject({ rows: 5, added: 1, rejected: 4 });
    expect(shown.rejects).toEqual([
      { row: 3, column: '订单号', value: '8.01235E+15', reason: 'order-number-scientific' },
      { row: 4, column: '下单时间', value: '昨天', reason: 'time-unreadable' },
      { row: 5, column: '订单金额', value: '面议', reason: 'amount-unreadable' },
      { row: 6, column: '订单号', value: '', reason: 'order-number-missing' },
    ]);
    await importFile('orders.csv', orderExport(rows));
    expect((await all()).map((order) => order.orderNumber)).toEqual([FIRST]);
  });
});

describe('the clock of an export is asked for once per store', () => {
  it('refuses to import times nobody has placed, then remembers the answer', async () => {
    const { id } = await desk.client.stores.create({ platform: 'aliexpress', name: `新店 ${range}` });
    const path = await putFile(files, 'a.csv', orderExport([{ orderNumber: FIRST }]));
    expect(await desk.client.orders.previewImport({ storeId: id, file: { path } })).toMatchObject({
      needsZone: true,
    });
    await expect(desk.client.orders.startImport({ storeId: id, file: { path } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      data: { params: { reason: 'zone-needed' } },
    });
    await resultOf(
      desk.client,
      await desk.client.orders.startImport({ storeId: id, file: { path }, zone: 'America/Los_Angeles' }),
    );
    const store = (await desk.client.stores.list({})).find((each) => each.id === id);
    expect(store?.exportZone).toBe('America/Los_Angeles');
    const next = await putFile(files, 'b.csv', orderExport([{ orderNumber: SECOND }]));
    expect(await desk.client.orders.previewImport({ storeId: id, file: { path: next } })).toMatchObject({
      needsZone: false,
    });
    await resultOf(desk.client, await desk.client.orders.startImport({ storeId: id, file: { path: next } }));
    const orders = (await desk.client.orders.list({ storeId: id })).items;
    expect(new Set(orders.map((order) => order.orderedAt))).toEqual(
      new Set([Date.parse('2026-11-03T04:14:00Z')]),
    );
  });

  it('refuses a zone that does not exist and imports nothing', async () => {
    const path = await putFile(files, 'a.csv', orderExport([{ orderNumber: FIRST }]));
    await expect(
      desk.client.orders.startImport({ storeId, file: { path }, zone: 'Mars/Base' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await ownCount()).toBe(0);
  });
});

describe('nothing doubles, and the later word wins', () => {
  it('folds an order that stands several times in one file into its last row', async () => {
    const rows = [
      { orderNumber: FIRST, remark: '旧' },
      { orderNumber: SECOND },
      { orderNumber: FIRST, remark: '新' },
      { orderNumber: FIRST, remark: '最新' },
    ];
    expect(await preview('orders.csv', orderExport(rows))).toMatchObject({
      counts: { rows: 4, added: 2, changed: 0, unchanged: 0, repeated: 2 },
    });
    await importFile('orders.csv', orderExport(rows));
    expect((await all()).length).toBe(2);
    expect(await desk.client.orders.get({ storeId, orderNumber: FIRST })).toMatchObject({ remark: '最新' });
  });

  it('folds it also where the rows lie far apart', async () => {
    const many = mine(1200, 1000).map((orderNumber) => ({ orderNumber }));
    const rows = [{ orderNumber: FIRST, remark: '旧' }, ...many, { orderNumber: FIRST, remark: '新' }];
    await importFile('orders.csv', orderExport(rows));
    const [imported] = await ownImports();
    expect(imported).toMatchObject({ added: 1201, changed: 0, unchanged: 0, state: 'done' });
    expect(await desk.client.orders.get({ storeId, orderNumber: FIRST })).toMatchObject({ remark: '新' });
    expect(await ownCount()).toBe(1201);
  });

  it('lets a later export update what an earlier one brought, and counts honestly', async () => {
    await importRows(desk.client, files, storeId, [
      { orderNumber: FIRST },
      { orderNumber: SECOND, remark: '旧' },
      { orderNumber: THIRD },
    ]);
    const later = [{ orderNumber: SECOND, remark: '新' }, { orderNumber: THIRD }, { orderNumber: FOURTH }];
    const counts = { added: 1, changed: 1, unchanged: 1, rejected: 0 };
    expect(await preview('later.csv', orderExport(later))).toMatchObject({ counts });
    desk.clock.pass(1000);
    await importFile('later.csv', orderExport(later));
    expect((await ownImports())[0]).toMatchObject(counts);
    expect((await all()).map((order) => order.orderNumber).sort()).toEqual([...NUMBERS].sort());
    expect(await desk.client.orders.get({ storeId, orderNumber: SECOND })).toMatchObject({ remark: '新' });
  });

  it('changes no byte when the same file comes again', async () => {
    const text = orderExport(NUMBERS.map((orderNumber) => ({ orderNumber })));
    await importFile('orders.csv', text);
    const before = ownOrders();
    desk.clock.pass(1000);
    await importFile('orders.csv', text);
    expect(ownOrders()).toBe(before);
    expect((await ownImports())[0]).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 4,
    });
  });

  it('does not let the same export in twice at once, as a double click would', async () => {
    const path = await putFile(
      files,
      'orders.csv',
      orderExport(mine(3000).map((orderNumber) => ({ orderNumber }))),
    );
    const starts = await Promise.allSettled(
      [1, 2].map(() => desk.client.orders.startImport({ storeId, file: { path } })),
    );
    for (const start of starts) {
      if (start.status === 'fulfilled') await finished(desk.client, start.value.jobId);
    }
    expect(await ownCount()).toBe(3000);
    const imports = await ownImports();
    expect(imports.filter((each) => each.state === 'running')).toEqual([]);
    for (const each of imports.filter((candidate) => candidate.state === 'done')) {
      await desk.client.orders.undoImport({ importId: each.id });
    }
    expect(await ownCount()).toBe(0);
  });
});

describe('the export of another store is not taken for this one', () => {
  it('is recognised by the shop it names, with the store that fits', async () => {
    const otherName = `${storeName} 分店`;
    const otherId = await newStore(desk.client, otherName);
    const text = `订单号,买家名称,店铺名称\r\n${FIRST},Ivan,${otherName}\r\n`;
    expect(await preview('other.csv', text)).toMatchObject({
      otherStore: { shopName: otherName, storeId: otherId },
    });
    await expect(
      desk.client.orders.startImport({ storeId, file: { path: join(files, 'other.csv') } }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'other-store', name: otherName, store: storeName } },
    });
    expect(await ownCount()).toBe(0);
    expect(await preview('own.csv', text.replace(otherName, storeName))).toMatchObject({
      otherStore: null,
    });
  });

  it('is recognised by orders that the other store is known to have', async () => {
    const otherName = `${storeName} 分店`;
    const otherId = await newStore(desk.client, otherName);
    await importRows(
      desk.client,
      files,
      otherId,
      NUMBERS.map((orderNumber) => ({ orderNumber })),
    );
    const text = orderExport([...NUMBERS, ...mine(2, 50)].map((orderNumber) => ({ orderNumber })));
    expect(await preview('again.csv', text)).toMatchObject({
      otherStore: { shopName: otherName, storeId: otherId },
    });
    await expect(
      desk.client.orders.startImport({ storeId, file: { path: join(files, 'again.csv') } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('an import can be taken back, or stopped on the way', () => {
  it('restores every row to its earlier version, byte for byte', async () => {
    await importRows(desk.client, files, storeId, [
      { orderNumber: FIRST, remark: '旧' },
      { orderNumber: SECOND },
    ]);
    const before = ownOrders();
    const { importId } = await importFile(
      'later.csv',
      orderExport([{ orderNumber: FIRST, remark: '新' }, { orderNumber: THIRD }]),
    );
    expect(await desk.client.orders.undoImport({ importId })).toMatchObject({ state: 'undone' });
    expect(ownOrders()).toBe(before);
    await expect(desk.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'import-not-in-force' } },
    });
    expect(await ownImports()).toHaveLength(2);
  });

  it('is refused when a later import changed the same order, naming it', async () => {
    const { importId } = await importFile('a.csv', orderExport([{ orderNumber: FIRST, remark: '一' }]));
    await importFile('b.csv', orderExport([{ orderNumber: FIRST, remark: '二' }]));
    const before = dumpCaseTables(desk.folder);
    await expect(desk.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-changed-since', orderNumber: FIRST } },
    });
    expect(dumpCaseTables(desk.folder)).toEqual(before);
  });

  it('is refused while a case uses an order that only it brought', async () => {
    const { importId } = await importFile('a.csv', orderExport([{ orderNumber: FIRST }]));
    const opened = await desk.client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [FIRST] });
    await expect(desk.client.orders.undoImport({ importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { params: { reason: 'order-in-case', orderNumber: FIRST, caseNumber: opened.number } },
    });
    await desk.client.cases.setOrders({ caseId: opened.id, orderNumbers: [] });
    await desk.client.orders.undoImport({ importId });
    expect(await ownCount()).toBe(0);
  });

  it('rolls 20,000 rows back when it is cancelled, and nobody has seen one of them', async () => {
    const old = mine(50).map((orderNumber) => ({ orderNumber, remark: '旧' }));
    await importRows(desk.client, files, storeId, old);
    const before = ownOrders();
    const path = join(files, 'large.csv');
    desk.clock.pass(1000);
    await writeFile(path, orderExport(mine(20_000).map((orderNumber) => ({ orderNumber, remark: '新' }))));
    const { jobId } = await desk.client.orders.startImport({ storeId, file: { path } });
    let seen = 0;
    for await (const state of await desk.client.jobs.watch({ jobId })) {
      if (state.state !== 'running') {
        expect(state).toMatchObject({ state: 'cancelled', result: null });
        break;
      }
      if (state.done === 0) continue;
      seen += 1;
      // Rows of an import that is not in force yet are written, but shown to nobody.
      expect((await desk.client.orders.list({ storeId })).total).toBe(50);
      expect((await desk.client.search.find({ text: mine(1, 60)[0] ?? '' })).length).toBe(0);
      if (seen === 3) await desk.client.jobs.cancel({ jobId });
    }
    expect(seen).toBeGreaterThanOrEqual(3);
    expect(ownOrders()).toBe(before);
    const imports = await ownImports();
    expect(imports.map((each) => each.state)).toEqual(['cancelled', 'done']);
  });

  it('takes thousands of rows in and gives them all back', async () => {
    const path = join(files, 'large.csv');
    await writeFile(path, orderExport(mine(4_000).map((orderNumber) => ({ orderNumber }))));
    const { importId } = await resultOf<{ importId: string }>(
      desk.client,
      await desk.client.orders.startImport({ storeId, file: { path } }),
    );
    expect((await desk.client.orders.list({ storeId })).total).toBe(4_000);
    await desk.client.orders.undoImport({ importId });
    expect(ownOrders()).toBe('[]');
    await desk.client.journal.undo({});
    expect((await desk.client.orders.list({ storeId })).total).toBe(4_000);
  });
});

describe('orders are found and paged', () => {
  it('finds a buyer by a part of the name, underscores and percent signs included', async () => {
    await importRows(desk.client, files, storeId, [
      { orderNumber: FIRST, buyerName: 'ivan_petrov' },
      { orderNumber: SECOND, buyerName: 'ivanXpetrov' },
      { orderNumber: THIRD, buyerName: 'Ольга 100%' },
    ]);
    const names = async (text: string) =>
      (await desk.client.orders.list({ storeId, text })).items.map((order) => order.buyerName);
    expect(await names('n_p')).toEqual(['ivan_petrov']);
    expect(await names('0%')).toEqual(['Ольга 100%']);
    expect((await names('ivan')).length).toBe(2);
    expect(
      (await desk.client.orders.buyers({ storeId, text: 'n_p' })).map((buyer) => buyer.buyerName),
    ).toEqual(['ivan_petrov']);
  });

  it('gives every order once over all pages, newest first, those without a time last', async () => {
    const rows = mine(57).map((orderNumber, place) => ({
      orderNumber,
      orderedAt: place % 7 === 0 ? '' : `2026-11-0${1 + (place % 3)} 10:00`,
    }));
    const text = orderExport(rows.map((row) => ({ ...row, orderedAt: row.orderedAt || '-' })));
    await importFile('paged.csv', text);
    const seen: { orderNumber: string; orderedAt: number | null }[] = [];
    let cursor: string | null = null;
    do {
      const page = await desk.client.orders.list({
        storeId,
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
