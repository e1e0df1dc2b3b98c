import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrderNumber } from '../../../shared/orders/index.ts';
import { newStore } from '../../helpers/case.ts';
import { openTestCore, resultOf, type TestCore } from '../../helpers/core.ts';
import { testFolder } from '../../helpers/files.ts';

const RUNS = 200;

/** Text as buyers write it: any script, quotes, commas, line breaks; no control characters, no white space at its ends. */
const words = fc
  .string({ unit: fc.constantFrom(...'ab7,;"\'|\t\n 单备注é😀=+-@', 'Ольга', '空 格'), maxLength: 24 })
  .map((text) => text.trim())
  .filter((text) => !/^[='"]/.test(text));

const row = fc.record({
  orderNumber: fc.bigInt({ min: 10n ** 15n, max: 10n ** 17n }).map(String),
  buyerName: words,
  remark: words,
  minor: fc.integer({ min: 0, max: 10 ** 9 }),
  // Whole minutes: exports write no seconds.
  orderedAt: fc.option(fc.integer({ min: 27_000_000, max: 30_000_000 }).map((minutes) => minutes * 60_000)),
});

const shape = fc.record({
  rows: fc.uniqueArray(row, { selector: (each) => each.orderNumber, minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  mark: fc.boolean(),
  wrap: fc.constantFrom<(number: string) => string>(
    (number) => number,
    (number) => `="${number}"`,
    (number) => `\t${number}`,
    (number) => `'${number}`,
  ),
  encode: fc.constantFrom<(text: string) => Uint8Array>(
    (text) => Buffer.from(text),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  ),
});

let desk: TestCore;
let files: string;
beforeAll(async () => {
  desk = await openTestCore({ settings: { idleMinutes: 0 } });
  files = await testFolder();
});
afterAll(() => desk.close());

describe('whatever stands in an export arrives as it stood there', () => {
  it(`writes ${RUNS} files of every shape and reads each back equal`, { timeout: 120_000 }, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(shape, async ({ rows, delimiter, lineEnd, mark, wrap, encode }) => {
        run += 1;
        const storeId = await newStore(desk.client, `店 ${run}`);
        const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const table = [
          ['订单号', '买家名称', '订单备注', '订单金额', '下单时间'],
          ...rows.map((each) => [
            wrap(each.orderNumber),
            each.buyerName,
            each.remark,
            `US $${(each.minor / 100).toFixed(2)}`,
            each.orderedAt === null ? '' : shanghai(each.orderedAt),
          ]),
        ];
        const text =
          (mark ? '\ufeff' : '') + table.map((cells) => cells.map(cell).join(delimiter)).join(lineEnd);
        const path = join(files, `${run}.csv`);
        await writeFile(path, encode(text));
        await resultOf(desk.client, await desk.client.orders.startImport({ storeId, file: { path } }));
        try {
          const { items } = await desk.client.orders.list({ storeId });
          const arrived = new Map(items.map((order) => [order.orderNumber, order]));
          expect(arrived.size).toBe(rows.length);
          for (const each of rows) {
            expect(arrived.get(each.orderNumber)).toMatchObject({
              buyerName: each.buyerName,
              remark: each.remark,
              totalMinor: each.minor,
              currency: 'USD',
              orderedAt: each.orderedAt,
            });
          }
        } finally {
          // The next file may hold the same numbers by chance; this store's must not make it look like another's.
          const {
            items: [imported],
          } = await desk.client.orders.imports({ storeId });
          await desk.client.orders.undoImport({ importId: imported?.id ?? '' });
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true },
    );
  });

  it('reads any order number back through any wrapping, and never makes one out of two', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1000n, max: 10n ** 30n }).map(String), (number) => {
        for (const wrapped of [number, `="${number}"`, `'${number}`, `\t${number}\t`, fullWidth(number)]) {
          expect(readOrderNumber(wrapped)).toEqual({ ok: true, orderNumber: number });
        }
        for (const between of [' ', '\n', ',', '/', '、']) {
          expect(readOrderNumber(number + between + number).ok).toBe(false);
        }
      }),
    );
  });
});

/** The minute as the back office in China shows it. */
function shanghai(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function fullWidth(digits: string): string {
  return Array.from(digits, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}
