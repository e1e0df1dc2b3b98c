import { Temporal } from 'temporal-polyfill';
import type { QuietHours, WaitingReminder } from '../../shared/reminders/index.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** By so much the network may correct a clock without anything being told again. */
export const CORRECTION = 5 * MINUTE;

/** What has to come, kept beside the program in the plainest way there is. */
export interface Expected {
  readonly clockId: string;
  readonly step: string;
  readonly dueAt: number;
  readonly plannedAt: number;
  /** Later than planned where it was put off. */
  firesAt: number;
  /** When somebody put it off, until it comes. */
  putOffAt: number | null;
  /** By the computer's clock, as all of these; null: it waits. */
  appearedAt: number | null;
  ended: boolean;
  /** Read in the line of a newer one of its clock that was put off. */
  seen: boolean;
}

/** What the computer's clock said, and what time it was. */
export interface TimeKept {
  /** The true time of each look, by what the computer's clock said. */
  readonly trueAt: ReadonlyMap<number, number>;
  /** When the clock was put right, by itself. */
  readonly putRight: readonly number[];
}

/** What rang or was said: when, by the computer's clock. */
export interface Said {
  readonly at: number;
}

/** Whether a reminder is still in the workspace: what had not come yet when its clock stopped or moved is gone. */
export function isKept({ appearedAt, ended }: Pick<Expected, 'appearedAt' | 'ended'>): boolean {
  return appearedAt !== null || !ended;
}

const inZone = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const dateOf = (at: number, zone: string): string => inZone(at, zone).toPlainDate().toString();

/** Whether the clock on the wall shows quiet hours. */
export function isQuietAt(at: number, quiet: QuietHours | null, zone: string): boolean {
  if (quiet === null) return false;
  const shown = inZone(at, zone).toPlainTime().toString().slice(0, 5);
  const [isAfter, isBefore] = [shown >= quiet.from, shown < quiet.to];
  return quiet.from < quiet.to ? isAfter && isBefore : isAfter || isBefore;
}

/** Whether somebody may be woken for it: their own clock ends within a day. No quiet hours here are longer than that. */
export function mayWake({ owner, dueAt }: Pick<WaitingReminder, 'owner' | 'dueAt'>, now: number): boolean {
  return owner === 'mine' && dueAt <= now + DAY;
}

/** Whether something noted when the clock was ahead stands although it was put right before that time came. */
function isOfNoTime(noted: number, due: number, { trueAt, putRight }: TimeKept): boolean {
  const at = trueAt.get(noted);
  return at !== undefined && putRight.some((right) => at <= right && due > right + CORRECTION);
}

/**
 * What went wrong with the digests: each was said out of the quiet hours, on a date of its own that was claimed for it; none was
 * lost to a clock that was ahead; and the last whole day had one.
 *
 * @param said those that were not of a day that had not come
 */
export function digestFaults(
  said: readonly Said[],
  days: readonly { readonly day: string; readonly claimed_at: number }[],
  { now, zone, quiet, time }: { now: number; zone: string; quiet: QuietHours | null; time: TimeKept },
): string[] {
  const dates = said.map(({ at }) => dateOf(at, zone));
  const yesterday = dateOf(now - DAY, zone);
  return [
    ...dates.filter((date, index) => dates.indexOf(date) !== index).map((date) => `${date} has two digests`),
    ...dates.filter((date) => !days.some(({ day }) => day === date)).map((date) => `${date} was not claimed`),
    ...said
      .filter(({ at }) => isQuietAt(at, quiet, zone))
      .map(({ at }) => `a digest was said at ${inZone(at, zone).toString()}`),
    ...days
      .filter(({ claimed_at: at }) => isOfNoTime(at, at, time))
      .map(({ day }) => `the digest of ${day} is taken for said, and that day had not come`),
    ...(days.some(({ day }) => day === yesterday) ? [] : [`${yesterday} has no digest`]),
  ];
}

interface Row {
  readonly id: string;
  readonly clock_id: string;
  readonly step: string;
  readonly due_at: number;
  readonly planned_at: number;
  readonly appeared_at: number | null;
  readonly claimed_at: number | null;
  readonly shown_at: number | null;
  readonly seen_at: number | null;
  readonly ended_at: number | null;
}

/** Under what a bell is counted: it may ring once for each time its reminder came, which a clock that is put back may show twice. */
export function bellOf(
  { id, appeared_at: at }: Pick<Row, 'id' | 'appeared_at'>,
  trueAt: TimeKept['trueAt'],
): string {
  return `${id} that came at ${at}, in truth ${at === null ? 'never' : trueAt.get(at)}`;
}

/**
 * What went wrong with the reminders: each is in the list exactly once, came when its time had come whatever the clock had said
 * before, rang at most once each time it came, and is told of where it may not have rung.
 *
 * @param rang how often each rang, by {@link bellOf}
 */
export function reminderFaults(
  rows: readonly Row[],
  expected: readonly Expected[],
  rang: ReadonlyMap<string, number>,
  time: TimeKept,
): string[] {
  const faults: string[] = [...rang]
    .filter(([, times]) => times > 1)
    .map(([bell, times]) => `${bell} rang ${times} times`);
  const keyOf = (clockId: string, step: string, dueAt: number, plannedAt: number) =>
    `${clockId} ${step} at ${plannedAt} of ${dueAt}`;
  const wanted = new Map(
    expected.filter(isKept).map((each) => [keyOf(each.clockId, each.step, each.dueAt, each.plannedAt), each]),
  );
  const there = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row.clock_id, row.step, row.due_at, row.planned_at);
    there.set(key, (there.get(key) ?? 0) + 1);
    const each = wanted.get(key);
    if (each === undefined) faults.push(`${key} is there, and nobody asked for it`);
    if (row.appeared_at === null) faults.push(`${key} never came into the list`);
    else if (isOfNoTime(row.appeared_at, row.planned_at, time))
      faults.push(`${key} came while the clock was ahead, and not when its time came`);
    if (each !== undefined && each.appearedAt !== row.appeared_at)
      faults.push(`${key} came at ${row.appeared_at} and not at ${each.appearedAt}`);
    if (each !== undefined && each.ended !== (row.ended_at !== null))
      faults.push(`${key} ${each.ended ? 'goes on after' : 'ended before'} its clock`);
    const times = rang.get(bellOf(row, time.trueAt)) ?? 0;
    if (times === 1 && row.claimed_at === null) faults.push(`${key} rang without being claimed`);
    if (row.shown_at !== null && times === 0) faults.push(`${key} is said to have rung and did not`);
    if (each !== undefined && each.seen !== (row.seen_at !== null))
      faults.push(`${key} ${each.seen ? 'is still in the list' : 'is out of the list, and nobody saw it'}`);
    // What did not ring is told of: as claimed and not confirmed, or it was seen or ended before anybody could.
    if (times === 0 && row.claimed_at === null && row.ended_at === null && row.seen_at === null)
      faults.push(`${key} neither rang nor is said not to have`);
  }
  for (const [key, each] of wanted) {
    if (there.get(key) !== 1)
      faults.push(`${key} is in the list ${there.get(key) ?? 0} times, of ${each.firesAt}`);
  }
  return faults;
}
