import { sql } from 'kysely';
import type { CaseExhibit, CustodyEvent, EvidenceItem } from '../../../shared/evidence/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { containing, type ReadHandle, type Tables } from '../../workspace/index.ts';

type ItemRow = Tables['evidence_items'];

export async function findItemRow(read: ReadHandle, itemId: string): Promise<ItemRow> {
  const row = await read.query
    .selectFrom('evidence_items')
    .selectAll()
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'evidence', id: itemId });
  return row;
}

export async function findItem(read: ReadHandle, itemId: string): Promise<EvidenceItem> {
  const row = await findItemRow(read, itemId);
  return (await withCases(read, [row]))[0] ?? toItem(row, []);
}

/**
 * An item still in use with these very bytes, if a client has one: the same file is never taken in twice. One client's
 * label and file name are not another's to see; an item of no client is known to whoever's cases alone it is in. A file
 * that comes into no case is known wherever it is: the evidence room lists them all.
 */
export async function findItemByBytes(
  read: ReadHandle,
  sha256: string,
  clientId: string | null,
): Promise<ItemRow | null> {
  const row = await read.query
    .selectFrom('evidence_items')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('kind', '=', 'file')
    .where('removed_at', 'is', null)
    .$if(clientId !== null, (found) =>
      found.where((item) => {
        const elsewhere = item
          .selectFrom('case_evidence')
          .innerJoin('cases', 'cases.id', 'case_evidence.case_id')
          .select('cases.id')
          .whereRef('case_evidence.item_id', '=', 'evidence_items.id')
          .where('cases.client_id', '!=', clientId ?? '');
        const ofNobody = item.and([item('client_id', 'is', null), item.not(item.exists(elsewhere))]);
        return item.or([item('client_id', '=', clientId), ofNobody]);
      }),
    )
    // The client's own before one of nobody's.
    .orderBy('client_id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export interface ItemFilter {
  readonly caseId?: string | undefined;
  readonly text?: string | undefined;
  readonly removed: boolean;
}

/** One page of items, newest first. The cursor names the last of the page before. */
export async function listItems(
  read: ReadHandle,
  filter: ItemFilter,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: EvidenceItem[]; nextCursor: string | null; total: number }> {
  const { total } = await filtered(read, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = filtered(read, filter).selectAll('evidence_items');
  if (cursor !== undefined) {
    const [time = '0', id = ''] = cursor.split('|');
    page = page.where((builder) =>
      builder.or([
        builder('taken_in_at', '<', Number(time)),
        builder.and([builder('taken_in_at', '=', Number(time)), builder('evidence_items.id', '<', id)]),
      ]),
    );
  }
  const rows = await page
    .orderBy('taken_in_at', 'desc')
    .orderBy('evidence_items.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await withCases(read, shown),
    nextCursor: rows.length > limit && last !== undefined ? `${last.taken_in_at}|${last.id}` : null,
    total,
  };
}

/** The exhibits of a case in order; their place among those handed over is their number. */
export async function caseExhibits(read: ReadHandle, caseId: string): Promise<CaseExhibit[]> {
  const rows = await read.query
    .selectFrom('case_evidence')
    .innerJoin('evidence_items', 'evidence_items.id', 'case_evidence.item_id')
    .selectAll('evidence_items')
    .where('case_evidence.case_id', '=', caseId)
    .orderBy('case_evidence.position')
    .orderBy('case_evidence.id')
    .execute();
  const items = await withCases(read, rows);
  const withheld = await withheldItems(read, caseId);
  let number = 0;
  return items.map((item) => ({
    itemId: item.id,
    exhibitNumber: withheld.has(item.id) ? 0 : ++number,
    item,
  }));
}

/**
 * Items that are not handed over. Records of the matter itself: the screenshot of a notice, a receipt, the platform's own
 * answer, what an earlier attempt sent. And those that serve only orders which the material does not show: vouchers of an
 * order that is not contested, requests made for one that is not listed. They stay with the case and get no number. One
 * that a fact cites or that was ticked is used, and shown.
 */
async function withheldItems(read: ReadHandle, caseId: string): Promise<Set<string>> {
  const orders = await read.query
    .selectFrom('case_orders')
    .select(['order_number', 'class', 'class_item_id'])
    .where('case_id', '=', caseId)
    .execute();
  const disclosed = await read.query
    .selectFrom('notices')
    .select(['lists_unproven', 'discloses_admitted'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const shown = new Set(
    orders
      .filter(
        (order) =>
          order.class === 'documented-genuine' ||
          (order.class === 'cannot-be-proven' && disclosed?.lists_unproven === 1) ||
          (order.class === 'admitted' && disclosed?.discloses_admitted === 1),
      )
      .map((order) => order.order_number),
  );
  const serving = await recordItems(read, caseId);
  const used = new Set<string>();
  const note = (itemIds: readonly string[], orderNumbers: readonly string[]) => {
    const handedOver = orderNumbers.length === 0 || orderNumbers.some((number) => shown.has(number));
    for (const itemId of itemIds) (handedOver ? used : serving).add(itemId);
  };
  for (const tick of await read.query
    .selectFrom('requirement_ticks')
    .select(['order_number', 'item_ids_json'])
    .where('case_id', '=', caseId)
    .execute()) {
    note(JSON.parse(tick.item_ids_json) as string[], tick.order_number === '' ? [] : [tick.order_number]);
  }
  for (const ask of await read.query
    .selectFrom('asks')
    .select(['item_id', 'answer_item_id', 'order_numbers_json'])
    .where('case_id', '=', caseId)
    .execute()) {
    const itemIds = [ask.item_id, ask.answer_item_id].filter((itemId) => itemId !== null);
    note(itemIds, JSON.parse(ask.order_numbers_json) as string[]);
  }
  for (const order of orders)
    if (order.class_item_id !== null) note([order.class_item_id], [order.order_number]);
  for (const { item_id: cited } of await read.query
    .selectFrom('citations')
    .innerJoin('facts', 'facts.id', 'citations.fact_id')
    .select('citations.item_id')
    .where('facts.case_id', '=', caseId)
    .execute()) {
    used.add(cited);
  }
  return new Set([...serving].filter((itemId) => !used.has(itemId)));
}

/**
 * Items that record what happened in a case: its notice, filings, decisions, earlier attempts, what came of a win, and what
 * the platform's record showed before it was out of reach.
 */
async function recordItems(read: ReadHandle, caseId: string): Promise<Set<string>> {
  const { query } = read;
  const single = [
    ...(await query.selectFrom('notices').select('item_id').where('case_id', '=', caseId).execute()),
    ...(await query.selectFrom('decisions').select('item_id').where('case_id', '=', caseId).execute()),
    ...(await query.selectFrom('effect_ticks').select('item_id').where('case_id', '=', caseId).execute()),
    ...(await query
      .selectFrom('submissions')
      .select('receipt_item_id as item_id')
      .where('case_id', '=', caseId)
      .execute()),
    // What a link showed may be shown on; what the platform's own record showed is a record here too.
    ...(await query
      .selectFrom('captures')
      .select('item_id')
      .where('case_id', '=', caseId)
      .where('clock_id', 'is not', null)
      .execute()),
  ];
  const attempts = await query
    .selectFrom('attempts')
    .select('item_ids_json')
    .where('case_id', '=', caseId)
    .execute();
  return new Set([
    ...single.flatMap(({ item_id: itemId }) => itemId ?? []),
    ...attempts.flatMap((attempt) => JSON.parse(attempt.item_ids_json) as string[]),
  ]);
}

export async function caseEvidenceRows(read: ReadHandle, caseId: string): Promise<Tables['case_evidence'][]> {
  return await read.query
    .selectFrom('case_evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** An item that may be leaned on: there, and not taken out of use. @throws AppError NOT_FOUND */
export async function requireItemInUse(read: ReadHandle, itemId: string): Promise<void> {
  const row = await findItemRow(read, itemId);
  if (row.removed_at !== null) throw new AppError('NOT_FOUND', { kind: 'evidence', id: itemId });
}

/** How much of a case, or of all there is (`caseId` null), stands on an item. Zero where it can go. */
export async function usesOf(read: ReadHandle, itemId: string, caseId: string | null): Promise<number> {
  const listed = containing(itemId);
  const uses = sql<{ case_id: string | null }>`(
    SELECT facts.case_id FROM citations JOIN facts ON facts.id = citations.fact_id
      WHERE citations.item_id = ${itemId}
    UNION ALL SELECT case_id FROM requirement_ticks WHERE item_ids_json LIKE ${listed}
    UNION ALL SELECT case_id FROM asks WHERE item_id = ${itemId} OR answer_item_id = ${itemId}
    UNION ALL SELECT case_id FROM case_orders WHERE class_item_id = ${itemId}
    UNION ALL SELECT case_id FROM notices WHERE item_id = ${itemId}
    UNION ALL SELECT case_id FROM campaigns WHERE item_ids_json LIKE ${listed}
    UNION ALL SELECT case_id FROM attempts WHERE item_ids_json LIKE ${listed}
    UNION ALL SELECT case_id FROM submissions WHERE receipt_item_id = ${itemId}
    UNION ALL SELECT case_id FROM decisions WHERE item_id = ${itemId}
    UNION ALL SELECT case_id FROM case_events WHERE item_id = ${itemId}
    UNION ALL SELECT case_id FROM contacts WHERE item_id = ${itemId}
    UNION ALL SELECT case_id FROM effect_ticks WHERE item_id = ${itemId}
    UNION ALL SELECT case_id FROM captures WHERE item_id = ${itemId}
  )`.as('uses');
  let query = read.query.selectFrom(uses).select(({ fn }) => fn.countAll<number>().as('count'));
  if (caseId !== null) query = query.where('uses.case_id', '=', caseId);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** Whether frozen material holds these bytes. */
export async function isFrozen(read: ReadHandle, sha256: string): Promise<boolean> {
  const row = await read.query
    .selectFrom('packet_files')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row !== undefined;
}

export async function custodyOf(read: ReadHandle, itemId: string): Promise<CustodyEvent[]> {
  const rows = await read.query
    .selectFrom('custody_events')
    .leftJoin('operators', 'operators.id', 'custody_events.operator_id')
    .selectAll('custody_events')
    .select('operators.name as operator_name')
    .where('item_id', '=', itemId)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    zone: row.zone,
    operatorName: row.operator_name ?? '',
    itemId: row.item_id,
    act: row.act as CustodyEvent['act'],
    sha256: row.sha256,
    detail: JSON.parse(row.detail_json) as CustodyEvent['detail'],
    hash: row.hash,
  }));
}

/** The cases that an item's last removal took it from, as far as they are still there. */
export async function casesRemovedFrom(read: ReadHandle, itemId: string): Promise<string[]> {
  const removal = (await custodyOf(read, itemId)).findLast(({ act }) => act === 'removed');
  const noted = removal?.detail['cases'];
  if (typeof noted !== 'string') return [];
  const rows = await read.query
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', noted.split(','))
    .execute();
  return rows.map(({ id }) => id);
}

function filtered(read: ReadHandle, filter: ItemFilter) {
  let found = read.query
    .selectFrom('evidence_items')
    .where('removed_at', filter.removed ? 'is not' : 'is', null);
  const { caseId } = filter;
  if (caseId !== undefined) {
    found = found.where('evidence_items.id', 'in', (builder) =>
      builder.selectFrom('case_evidence').select('item_id').where('case_id', '=', caseId),
    );
  }
  const text = filter.text?.trim() ?? '';
  if (text !== '') {
    const like = containing(text);
    found = found.where((builder) =>
      builder.or([
        builder('label', 'like', like),
        builder('file_name', 'like', like),
        builder('note', 'like', like),
      ]),
    );
  }
  return found;
}

async function withCases(read: ReadHandle, rows: readonly ItemRow[]): Promise<EvidenceItem[]> {
  if (rows.length === 0) return [];
  const links = await read.query
    .selectFrom('case_evidence')
    .select(['item_id', 'case_id'])
    .where(
      'item_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('case_id')
    .execute();
  return rows.map((row) =>
    toItem(
      row,
      links.filter((link) => link.item_id === row.id).map((link) => link.case_id),
    ),
  );
}

function toItem(row: ItemRow, caseIds: string[]): EvidenceItem {
  return {
    id: row.id,
    kind: row.kind as EvidenceItem['kind'],
    label: row.label,
    fileName: row.file_name,
    mediaType: row.media_type,
    fileKind: row.file_kind as EvidenceItem['fileKind'],
    size: row.size,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    pages: row.pages,
    damaged: row.damaged === 1,
    obtained: row.obtained as EvidenceItem['obtained'],
    note: row.note,
    takenInAt: row.taken_in_at,
    takenInZone: row.taken_in_zone,
    fileModifiedAt: row.file_modified_at,
    operatorId: row.operator_id,
    caseIds,
    removedAt: row.removed_at,
    removeReason: row.remove_reason,
  };
}
