import type { ReadHandle } from './handles.ts';

/** A value the workspace keeps about itself. */
export async function readMeta({ query }: ReadHandle, key: string): Promise<string | null> {
  const row = await query
    .selectFrom('workspace_meta')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value ?? null;
}
