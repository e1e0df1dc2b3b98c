import {
  ENDS_SHOWN,
  outgoingTitle,
  type DigestClock,
  type NextEnd,
} from '../../../shared/reminders/index.ts';
import { inUse } from '../deadlines/index.ts';
import { titleOf, type ReadHandle } from '../../workspace/index.ts';

/** The seller's own ends to come, the next one first. By the look, which is their end itself and has the index. */
export async function nextOwnEnds(read: ReadHandle, now: number): Promise<NextEnd[]> {
  const rows = await inUse(read)
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['clocks.case_id', 'clocks.due_at', 'clocks.title_json', 'cases.number', 'stores.alias'])
    .where('clocks.owner', '=', 'mine')
    .where('clocks.look_at', '>', now)
    .orderBy('clocks.look_at')
    .orderBy('clocks.id')
    .limit(ENDS_SHOWN)
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    caseNumber: row.number,
    storeAlias: row.alias,
    title: outgoingTitle(titleOf(row), 'mine'),
    dueAt: row.due_at,
  }));
}

/** What a digest counts. */
export async function digestClocks(read: ReadHandle): Promise<DigestClock[]> {
  const rows = await inUse(read).select(['clocks.owner', 'clocks.look_at', 'clocks.due_at']).execute();
  return rows.map((row) => ({
    owner: row.owner as DigestClock['owner'],
    lookAt: row.look_at,
    dueAt: row.due_at,
  }));
}

/** Whether the digest of a day was said, or somebody is about to say it. */
export async function isDigestClaimed(read: ReadHandle, day: string): Promise<boolean> {
  const row = await read.query.selectFrom('digests').select('day').where('day', '=', day).executeTakeFirst();
  return row !== undefined;
}
