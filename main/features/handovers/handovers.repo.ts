import { sql } from 'kysely';
import type { Handover, HandoverLine, HandoverPage } from '../../../shared/handovers/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import type { ReadHandle, Tables } from '../../workspace/index.ts';

/** One page of what was handed over, newest first. The cursor names the last of the page before. */
export async function listHandovers(
  read: ReadHandle,
  filter: { readonly waiting: boolean },
  cursor: string | undefined,
  limit: number,
): Promise<{ items: HandoverLine[]; nextCursor: string | null }> {
  let page = lines(read);
  if (filter.waiting)
    page = page.where(sql<boolean>`handovers.waits = 1`).where('handovers.acknowledged_at', 'is', null);
  if (cursor !== undefined) {
    const [time = '0', id = ''] = cursor.split('|');
    page = page.where((builder) =>
      builder.or([
        builder('handovers.made_at', '<', Number(time)),
        builder.and([builder('handovers.made_at', '=', Number(time)), builder('handovers.id', '<', id)]),
      ]),
    );
  }
  const rows = await page
    .orderBy('handovers.made_at', 'desc')
    .orderBy('handovers.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toLine),
    nextCursor: rows.length > limit && last !== undefined ? `${last.made_at}|${last.id}` : null,
  };
}

/** One handover, with its page. @throws AppError NOT_FOUND */
export async function findHandover(read: ReadHandle, handoverId: string): Promise<Handover> {
  const row = await lines(read)
    .select('handovers.page_json')
    .where('handovers.id', '=', handoverId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'handover', id: handoverId });
  return { ...toLine(row), page: JSON.parse(row.page_json) as HandoverPage };
}

/** Whether anybody but one person acts here. */
export async function othersAct(read: ReadHandle, operatorId: string): Promise<boolean> {
  const other = await read.query
    .selectFrom('operators')
    .select('id')
    .where('id', '<>', operatorId)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}

/** Handovers with the names of those concerned, without their pages. */
function lines(read: ReadHandle) {
  return read.query
    .selectFrom('handovers')
    .innerJoin('operators as giver', 'giver.id', 'handovers.from_operator_id')
    .leftJoin('operators as meant', 'meant.id', 'handovers.to_operator_id')
    .leftJoin('operators as taker', 'taker.id', 'handovers.acknowledged_by')
    .select(['handovers.id', 'handovers.from_operator_id', 'handovers.to_operator_id'])
    .select(['handovers.span_from', 'handovers.span_until', 'handovers.next_until', 'handovers.note'])
    .select(['handovers.made_at', 'handovers.waits', 'handovers.acknowledged_at', 'handovers.answer'])
    .select(['giver.name as giver_name', 'meant.name as meant_name', 'taker.name as taker_name']);
}

type LineRow = Omit<Tables['handovers'], 'page_json' | 'acknowledged_by'> & {
  readonly giver_name: string;
  readonly meant_name: string | null;
  readonly taker_name: string | null;
};

function toLine(row: LineRow): HandoverLine {
  return {
    id: row.id,
    fromId: row.from_operator_id,
    fromName: row.giver_name,
    toId: row.to_operator_id,
    toName: row.meant_name,
    from: row.span_from,
    until: row.span_until,
    nextUntil: row.next_until,
    note: row.note,
    madeAt: row.made_at,
    state: row.acknowledged_at !== null ? 'taken' : row.waits === 1 ? 'waiting' : 'kept',
    takenName: row.taker_name,
    takenAt: row.acknowledged_at,
    answer: row.answer,
  };
}
