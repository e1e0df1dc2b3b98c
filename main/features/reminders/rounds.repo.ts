import {
  gatherByClock,
  ROUND_IDS,
  type PlannedReminder,
  type Round,
  type RoundReminder,
  type RoundShape,
} from '../../../shared/reminders/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import { isListed, rangOf } from './reminders.repo.ts';

/** A reminder of a round that came and has not rung yet. */
export interface WaitingRound extends PlannedReminder {
  readonly id: string;
  /** Of the round: its steps ring once. */
  readonly clockId: string;
  readonly round: Round;
}

/** With it the ids of rounds are a range that an index finds: this is looked at with every tick, among those of all clocks. */
const AFTER_ROUNDS = `${ROUND_IDS}\uFFFF`;

/** Reminders of rounds that came into the list and that nobody has seen, with what is known of their rounds. */
function inList(read: ReadHandle) {
  return read.query
    .selectFrom('reminders')
    .innerJoin('calendar_entries', 'calendar_entries.clock_id', 'reminders.clock_id')
    .where('reminders.clock_id', '>', ROUND_IDS)
    .where('reminders.clock_id', '<', AFTER_ROUNDS)
    .where(isListed);
}

/** The rounds in the list, what ends first before the rest. */
export async function listRounds(read: ReadHandle): Promise<RoundReminder[]> {
  const rows = await inList(read)
    .selectAll('reminders')
    .select('calendar_entries.shape_json')
    .orderBy('reminders.due_at')
    .orderBy('reminders.clock_id')
    .execute();
  const known = rows.map((row) => ({
    id: row.id,
    clockId: row.clock_id,
    step: row.step as PlannedReminder['step'],
    firesAt: row.fires_at,
    appearedAt: row.appeared_at ?? row.fires_at,
    rang: rangOf(row),
    round: roundOf(row),
  }));
  return gatherByClock(known).map(({ newest, ids }): RoundReminder => {
    const { id, firesAt, appearedAt, rang, round } = newest;
    return { id, reminderIds: [...ids], ...round, shops: [...round.shops], firesAt, appearedAt, rang };
  });
}

/** How many lines the list has for rounds. */
export async function countRounds(read: ReadHandle): Promise<number> {
  const { rounds } = await inList(read)
    .select(({ fn }) => fn.count<number>('reminders.clock_id').distinct().as('rounds'))
    .executeTakeFirstOrThrow();
  return rounds;
}

/** Reminders of rounds in the list that nobody has claimed to ring. */
export async function waitingRounds(read: ReadHandle): Promise<WaitingRound[]> {
  const rows = await inList(read)
    .select(['reminders.id', 'reminders.step', 'reminders.fires_at', 'reminders.clock_id'])
    .select('calendar_entries.shape_json')
    .where('reminders.claimed_at', 'is', null)
    .orderBy('reminders.fires_at')
    .orderBy('reminders.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clockId: row.clock_id,
    step: row.step as PlannedReminder['step'],
    firesAt: row.fires_at,
    round: roundOf(row),
  }));
}

function roundOf({ shape_json: json }: { readonly shape_json: string }): Round {
  return (JSON.parse(json) as RoundShape).round;
}
