import type { Store } from './store.ts';

/** A value the workspace keeps about itself. */
export async function readMeta(store: Pick<Store, 'read'>, key: string): Promise<string | null> {
  const row = await store.read.query
    .selectFrom('workspace_meta')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
}
