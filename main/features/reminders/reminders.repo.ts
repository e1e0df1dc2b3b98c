import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { doubtOf, type Doubt } from '../../../shared/deadlines/index.ts';
import {
  kindOfRound,
  snoozedRound,
  type Reminder,
  type SnoozedClock,
  type WaitingReminder,
} from '../../../shared/reminders/index.ts';
import { computedOf, titleOf, type ReadHandle, type Tables } from '../../workspace/index.ts';

/** Reminders with the clocks and cases they are of. */
function ofCases(read: ReadHandle) {
  return read.query
    .selectFrom('reminders')
    .innerJoin('clocks', 'clocks.id', 'reminders.clock_id')
    .innerJoin('cases', 'cases.id', 'clocks.case_id');
}

/** Reminders that came into the list, of cases in use, and that nobody has seen yet. */
function inList(read: ReadHandle) {
  return ofCases(read).where(isListed).where('cases.archived_at', 'is', null);
}

/** A reminder that came, and that nobody has seen. */
export function isListed(builder: ExpressionBuilder<Tables, 'reminders'>): Expression<SqlBool> {
  return builder.and([
    builder('reminders.appeared_at', 'is not', null),
    builder('reminders.seen_at', 'is', null),
    builder('reminders.ended_at', 'is', null),
  ]);
}

/** Whether it rang: `unconfirmed`, it was claimed, and nobody knows whether the system let it. */
export function rangOf(row: Pick<Tables['reminders'], 'shown_at' | 'claimed_at'>): Reminder['rang'] {
  if (row.shown_at !== null) return 'shown';
  return row.claimed_at === null ? 'silent' : 'unconfirmed';
}

/** The list of reminders, what ends first before the rest. Of each clock every step that came: none is hidden. */
export async function listReminders(read: ReadHandle): Promise<Reminder[]> {
  const rows = await inList(read)
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .selectAll('reminders')
    .select(['clocks.case_id', 'clocks.owner', 'clocks.title_json'])
    .select(['cases.number', 'cases.title', 'stores.alias'])
    .orderBy('reminders.due_at')
    .orderBy('reminders.fires_at', 'desc')
    .orderBy('reminders.planned_at', 'desc')
    .orderBy('reminders.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clockId: row.clock_id,
    caseId: row.case_id,
    caseNumber: row.number,
    caseTitle: row.title,
    storeAlias: row.alias,
    owner: row.owner as Reminder['owner'],
    title: titleOf(row),
    step: row.step as Reminder['step'],
    firesAt: row.fires_at,
    appearedAt: row.appeared_at ?? row.fires_at,
    dueAt: row.due_at,
    rang: rangOf(row),
  }));
}

/** How many clocks have reminders in the list: the list has one line for each. */
export async function countUnseen(read: ReadHandle): Promise<number> {
  const { clocks } = await inList(read)
    .select(({ fn }) => fn.count<number>('reminders.clock_id').distinct().as('clocks'))
    .executeTakeFirstOrThrow();
  return clocks;
}

/** Reminders in the list that nobody has claimed to ring. */
export async function waitingReminders(read: ReadHandle): Promise<WaitingReminder[]> {
  const rows = await inList(read)
    .selectAll('reminders')
    .select(['clocks.case_id', 'clocks.owner'])
    .where('reminders.claimed_at', 'is', null)
    .orderBy('reminders.fires_at')
    .orderBy('reminders.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clockId: row.clock_id,
    caseId: row.case_id,
    step: row.step as WaitingReminder['step'],
    firesAt: row.fires_at,
    owner: row.owner as WaitingReminder['owner'],
    dueAt: row.due_at,
  }));
}

/**
 * Whether anything is said to have happened after the latest instant at which it can have: the computer's clock was ahead then.
 *
 * @param horizon that instant, ms UTC
 */
export async function isToldAhead(read: ReadHandle, horizon: number): Promise<boolean> {
  const { query } = read;
  const found = await query
    .selectFrom('reminders')
    .select('id as of')
    .where('appeared_at', '>', horizon)
    .unionAll(
      query
        .selectFrom('reminders')
        .select('id as of')
        .where('appeared_at', 'is', null)
        .whereRef('fires_at', '>', 'planned_at')
        .where(({ fn }) => fn.coalesce('seen_at', 'fires_at'), '>', horizon),
    )
    .unionAll(query.selectFrom('digests').select('day as of').where('claimed_at', '>', horizon))
    .unionAll(query.selectFrom('calendar_entries').select('clock_id as of').where('changed_at', '>', horizon))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** When the next reminder is to come into the list; null where none is. */
export async function nextFiring(read: ReadHandle): Promise<number | null> {
  const row = await read.query
    .selectFrom('reminders')
    .select(({ fn }) => fn.min('fires_at').as('at'))
    .where('appeared_at', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What a bubble says of a reminder: case number, the store's alias and the act, and no word of anybody else's. */
export interface ReminderWords {
  readonly caseNumber: string;
  readonly storeAlias: string;
  readonly title: Reminder['title'];
  readonly dueAt: number;
  /** Why that end is not certain; null where it is. */
  readonly doubt: Doubt | null;
}

/** The words of one reminder; null where its case is gone. */
export async function wordsOf(read: ReadHandle, id: string): Promise<ReminderWords | null> {
  const row = await ofCases(read)
    .innerJoin('stores', 'stores.id', 'cases.store_id')
    .select(['reminders.due_at', 'clocks.title_json', 'clocks.computed_json', 'cases.number', 'stores.alias'])
    .where('reminders.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    caseNumber: row.number,
    storeAlias: row.alias,
    title: titleOf(row),
    dueAt: row.due_at,
    doubt: doubtOf(computedOf(row)),
  };
}

/** What somebody wants to put off: a reminder that has not ended, with whose clock it is; null where it is gone. */
export async function findRunning(read: ReadHandle, id: string): Promise<SnoozedClock | null> {
  const row = await read.query
    .selectFrom('reminders')
    .leftJoin('clocks', 'clocks.id', 'reminders.clock_id')
    .select(['clocks.owner', 'reminders.clock_id', 'reminders.due_at'])
    .where('reminders.id', '=', id)
    .where('reminders.ended_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { owner, clock_id: of, due_at: dueAt } = row;
  if (owner === null) return snoozedRound({ kind: kindOfRound(of), dueAt });
  return { owner: owner as SnoozedClock['owner'], dueAt };
}

/** Whether a clock has stopped; null where there is none. */
export async function hasStopped(read: ReadHandle, clockId: string): Promise<boolean | null> {
  const row = await read.query
    .selectFrom('clocks')
    .select('stopped_at')
    .where('id', '=', clockId)
    .executeTakeFirst();
  return row === undefined ? null : row.stopped_at !== null;
}
