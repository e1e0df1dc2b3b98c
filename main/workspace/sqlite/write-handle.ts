import type { Kysely } from 'kysely';
import { AppError, canonicalJson, newId, type Clock, type Random } from '../../../shared/kernel/index.ts';
import { latestTrue } from '../../../shared/reminders/index.ts';
import { CHAIN_START, custodyHash } from '../journal/index.ts';
import type { BulkOrders } from './bulk-orders.ts';
import type { CustodyNote, WriteHandle } from './handles.ts';
import { withMatterKey } from './matter-keys.ts';
import type { Connection } from './open.ts';
import type { Recorder } from './recorder.ts';
import type { ReminderPlan } from './reminder-plan.ts';
import { keepRounds } from './round-plan.ts';
import type { SearchIndex } from './search.ts';
import { prepared } from './statements.ts';
import { takeBack } from './take-back.ts';
import type { JournaledTable, Tables } from './schema.ts';

/** What a write handle stands on. */
export interface WriteGround {
  readonly writer: Connection;
  readonly queries: Kysely<Tables>;
  readonly search: SearchIndex;
  readonly bulk: BulkOrders;
  readonly plan: ReminderPlan;
  readonly clock: Clock;
  readonly random: Random;
}

type Row = Readonly<Record<string, unknown>>;

/** The handle of one act: everything it changes is noted in the recorder, before and after. */
export function writeHandle(ground: WriteGround, recorder: Recorder): WriteHandle {
  const { queries, search, plan, clock, random } = ground;
  const open = (): WriteGround => {
    recorder.refuseWhenEnded();
    return ground;
  };
  const find = (table: JournaledTable, id: string) =>
    (prepared(open().writer, `SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null) as Row | null;
  const put = (table: JournaledTable, id: string, row: Row | null) => {
    const before = find(table, id);
    const { writer } = ground;
    if (row === null) prepared(writer, `DELETE FROM ${table} WHERE id = ?`).run(id);
    else if (before === null) insertRow(writer, table, withMatterKey(table, row));
    else updateRow(writer, table, id, withMatterKey(table, row));
    const after = row === null ? null : find(table, id);
    recorder.note(table, id, before, after);
    search.refresh(table, id, after as Tables[typeof table] | null);
    refreshPlan(plan, table, id, before, after, recorder.at);
  };
  const changed = (count: number): void => {
    if (count > 0) recorder.tables.add('reminders');
  };
  return {
    query: queries,
    insert: async (table, row) => put(table, row.id, row),
    update: async (table, id, patch) => {
      const before = find(table, id);
      if (before === null) throw new AppError('NOT_FOUND', { kind: table, id });
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      const differs = given.some(([column, value]) => before[column] !== value);
      if (differs) put(table, id, { ...before, ...Object.fromEntries(given) });
      return differs;
    },
    remove: async (table, id) => put(table, id, null),
    restore: async (table, id, row) => put(table, id, row),
    custody: async (note) => {
      appendCustody(open().writer, note, recorder, clock.zone());
      recorder.tables.add('custody_events');
      recorder.logged = true;
    },
    noteBlob: async (sha256, size) => {
      open()
        .writer.prepare(
          'INSERT INTO blobs (sha256, size, stored_at) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
        )
        .run(sha256, size, recorder.at);
    },
    setMeta: async (key, value) => {
      open()
        .writer.prepare(
          'INSERT INTO workspace_meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        )
        .run(key, value);
      recorder.tables.add('workspace_meta');
      recorder.logged = true;
    },
    orders: {
      begin: async (row) => {
        open().bulk.begin(row);
        recorder.tables.add('order_imports');
      },
      settle: async (importId, counts) => open().bulk.settle(importId, counts),
      write: async (importId, rows) => {
        open().bulk.write(importId, rows);
        recorder.tables.add('orders');
      },
      remove: async (importId, ids) => {
        open().bulk.remove(importId, ids);
        recorder.tables.add('orders');
      },
      swap: async (importId) => {
        const swapped = open().bulk.swap(importId);
        if (swapped.ok) recorder.noteImport(importId);
        return swapped;
      },
      putInForce: async (importId) => recorder.noteImport(importId),
    },
    reminders: {
      fill: async () => open().plan.fill(recorder.at),
      takeBack: async () => {
        const taken = takeBack(open().writer, recorder.at, latestTrue(recorder.at));
        ground.plan.planAnew(taken.changed, recorder.at);
        changed(taken.waiting + taken.putOff + taken.changed.length);
        return taken.told;
      },
      appear: async () => changed(open().plan.appear(recorder.at)),
      claim: async (ids) => {
        const claimed = open().plan.claim(ids, recorder.at);
        changed(claimed.length);
        return claimed;
      },
      confirm: async (ids) => changed(open().plan.confirm(ids, recorder.at)),
      see: async (ids) => changed(open().plan.see(ids, recorder.at)),
      snooze: async (id, until) => changed(open().plan.snooze(id, until, recorder.at)),
      keepRounds: async (planned) => {
        const of = { now: recorder.at, zone: clock.zone(), newId: () => newId(clock, random) };
        if (!keepRounds(open().writer, planned, of)) return;
        changed(1);
        recorder.tables.add('calendar_entries');
      },
    },
    claimDigest: async (day) =>
      open()
        .writer.prepare('INSERT INTO digests (day, claimed_at) VALUES (?, ?) ON CONFLICT (day) DO NOTHING')
        .run(day, recorder.at).changes > 0,
    about: (caseId) => {
      recorder.caseId = caseId;
    },
    newId: () => newId(clock, random),
    now: recorder.at,
    operatorId: recorder.actor.operatorId,
  };
}

/** What a change of a case or a shop makes other in a calendar. */
const SHOWN_OF_CASE = ['number', 'store_id', 'archived_at'] as const;
const SHOWN_OF_STORE = ['alias', 'zone'] as const;

/** Reminders and calendars follow their clocks, and the calendars what they show of the case and its shop. */
function refreshPlan(
  plan: ReminderPlan,
  table: JournaledTable,
  id: string,
  before: Row | null,
  after: Row | null,
  now: number,
): void {
  const differs = (columns: readonly string[]): boolean =>
    columns.some((column) => before?.[column] !== after?.[column]);
  if (table === 'clocks')
    plan.refresh(id, before as Tables['clocks'] | null, after as Tables['clocks'] | null, now);
  else if (table === 'cases' && differs(SHOWN_OF_CASE)) plan.refreshCase(id, now);
  else if (table === 'stores' && differs(SHOWN_OF_STORE)) plan.refreshStore(id, now);
}

/** Column names are written into SQL; ours are plain words, and nothing else gets there. */
function columnsOf(row: Row): string[] {
  const columns = Object.keys(row);
  const odd = columns.find((column) => !/^[a-z][a-z0-9_]*$/.test(column));
  if (odd !== undefined) throw new Error(`not a column: ${odd}`);
  return columns;
}

function insertRow(writer: Connection, table: JournaledTable, row: Row): void {
  const columns = columnsOf(row);
  const values = columns.map((column) => `@${column}`);
  prepared(writer, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`).run(row);
}

function updateRow(writer: Connection, table: JournaledTable, id: string, row: Row): void {
  const changes = columnsOf(row)
    .filter((column) => column !== 'id')
    .map((column) => `${column} = @${column}`);
  prepared(writer, `UPDATE ${table} SET ${changes.join(', ')} WHERE id = @id`).run({ ...row, id });
}

function appendCustody(writer: Connection, note: CustodyNote, recorder: Recorder, zone: string): void {
  const last = writer
    .prepare('SELECT sequence, hash FROM custody_events ORDER BY sequence DESC LIMIT 1')
    .get() as { sequence: number; hash: string } | undefined;
  const previous = last?.hash ?? CHAIN_START;
  const fields = {
    sequence: (last?.sequence ?? 0) + 1,
    at: recorder.at,
    zone: zone,
    operator_id: recorder.actor.operatorId,
    item_id: note.itemId,
    act: note.act,
    sha256: note.sha256,
    detail_json: canonicalJson(note.detail),
  };
  writer
    .prepare(
      `INSERT INTO custody_events
         (sequence, at, zone, operator_id, item_id, act, sha256, detail_json, previous_hash, hash)
       VALUES (@sequence, @at, @zone, @operator_id, @item_id, @act, @sha256, @detail_json, @previous, @hash)`,
    )
    .run({ ...fields, previous, hash: custodyHash(previous, fields) });
}
