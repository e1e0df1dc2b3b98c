import { beforeEach } from 'vitest';
import type { ImportPreview, Order } from '../../shared/orders/index.ts';
import { newStore, orderNumbers } from './case.ts';
import { resultOf } from './core.ts';
import { dumpOrders } from './database.ts';
import { putFile } from './files.ts';
import { oneDesk } from './one-desk.ts';

/** One workspace for all tests of a file, and in it for each test a store and order numbers of its own. */
export function ownStore() {
  const desk = oneDesk();
  let range = 0;
  let own = { id: '', name: '' };
  const mine = (count: number, start = 0) => orderNumbers(count, range * 100_000 + start);
  const number = (place: number) => mine(1, place)[0] ?? '';
  beforeEach(async () => {
    range += 1;
    const name = `示例店 ${range}`;
    own = { id: await newStore(desk.client, name), name };
  });
  return {
    get client() {
      return desk.client;
    },
    get clock() {
      return desk.clock;
    },
    get folder() {
      return desk.folder;
    },
    get files() {
      return desk.files;
    },
    get storeId() {
      return own.id;
    },
    get storeName() {
      return own.name;
    },
    get first() {
      return number(0);
    },
    get second() {
      return number(1);
    },
    get third() {
      return number(2);
    },
    get fourth() {
      return number(3);
    },
    /** Order numbers of this test, counted up from `start`; the first four are `first` to `fourth`. */
    mine,
    /** Every row of the store's orders as it lies in the database. */
    dump: () => dumpOrders(desk.folder, own.id),
    count: async () => (await desk.client.orders.list({ storeId: own.id })).total,
    orders: async (): Promise<readonly Order[]> =>
      (await desk.client.orders.list({ storeId: own.id, limit: 500 })).items,
    /** Newest first. The clock stands still between two imports unless a test moves it. */
    imports: async () => (await desk.client.orders.imports({ storeId: own.id })).items,
    preview: async (name: string, content: string | Uint8Array, more: object = {}): Promise<ImportPreview> =>
      await desk.client.orders.previewImport({
        storeId: own.id,
        file: { path: await putFile(desk.files, name, content) },
        ...more,
      }),
    importFile: async (name: string, content: string | Uint8Array): Promise<{ importId: string }> =>
      await resultOf(
        desk.client,
        await desk.client.orders.startImport({
          storeId: own.id,
          file: { path: await putFile(desk.files, name, content) },
        }),
      ),
  };
}
