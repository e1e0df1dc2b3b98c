import type { ReadHandle } from '../../workspace/index.ts';

export async function storeCount(read: ReadHandle): Promise<number> {
  const { count } = await read.query
    .selectFrom('stores')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
