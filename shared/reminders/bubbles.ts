import type { ClockOwner } from '../deadlines/index.ts';
import type { Instant } from '../kernel/index.ts';
import { newestStep, type PlannedReminder } from './plan.ts';
import { mayRing, quietUntil, type QuietHours } from './quiet.ts';

/** A reminder that appeared and has not rung yet. */
export interface WaitingReminder extends PlannedReminder {
  readonly id: string;
  readonly clockId: string;
  readonly caseId: string;
  readonly owner: ClockOwner;
  readonly dueAt: Instant;
}

/**
 * What rings: one clock; or many in one, because they were `missed`, as nobody could ring when they came, because the person's
 * own quiet hours `held` them back, or because they come `together` and would be too many. Of many the first is the one to look at first.
 */
export type Bubble =
  | { readonly kind: 'clock'; readonly reminder: WaitingReminder; readonly ids: readonly string[] }
  | {
      readonly kind: TogetherKind;
      readonly reminders: readonly WaitingReminder[];
      readonly ids: readonly string[];
    };

type TogetherKind = 'missed' | 'held' | 'together';

/** Later than this it was missed: the computer slept, or the program was closed. */
const MISSED_AFTER = 5 * 60_000;

/** Whether a reminder was missed, for somebody who is told of it only at `toldAt`. */
export function isMissed({ firesAt }: { readonly firesAt: Instant }, toldAt: Instant): boolean {
  return toldAt - firesAt > MISSED_AFTER;
}

/** The reminders of one clock: its newest step, and the ids of all of them. */
export interface RemindersOfClock<R> {
  readonly newest: R;
  readonly ids: readonly string[];
}

/** Gathers reminders by their clocks, in the order in which the clocks first stand in the list. */
export function gatherByClock<R extends PlannedReminder & Pick<WaitingReminder, 'id' | 'clockId'>>(
  reminders: readonly R[],
): RemindersOfClock<R>[] {
  return [...Map.groupBy(reminders, ({ clockId }) => clockId).values()].flatMap((ofClock) => {
    const newest = newestStep(ofClock);
    return newest === null ? [] : [{ newest, ids: ofClock.map(({ id }) => id) }];
  });
}

/** More clocks than this at one moment are told in one. */
const MOST_AT_ONCE = 3;

/**
 * What rings for these reminders: of each clock its newest step alone; in one what was missed, in another what quiet hours held
 * back until now, and in another what would be too many at once. What comes just now is never told among what was missed. Every
 * reminder is in exactly one bubble's `ids`.
 */
export function bubblesOf(
  waiting: readonly WaitingReminder[],
  now: Instant,
  quiet: QuietHours | null,
  zone: string,
): Bubble[] {
  const told = gatherByClock(waiting).sort((left, right) => left.newest.firesAt - right.newest.firesAt);
  const kinds = Map.groupBy(told, ({ newest }) => kindOf(newest, now, quiet, zone));
  return [
    ...bubblesFor('missed', kinds.get('missed') ?? [], 1),
    ...bubblesFor('held', kinds.get('held') ?? [], 1),
    ...bubblesFor('together', kinds.get('together') ?? [], MOST_AT_ONCE),
  ];
}

/** Why it rings now. What the person's own hours kept quiet is late only from their end on: nobody failed to ring. */
function kindOf(
  reminder: WaitingReminder,
  now: Instant,
  quiet: QuietHours | null,
  zone: string,
): TogetherKind {
  const { firesAt } = reminder;
  const heldUntil = mayRing(reminder, firesAt, quiet, zone) ? null : quietUntil(firesAt, quiet, zone);
  if (heldUntil === null) return isMissed(reminder, now) ? 'missed' : 'together';
  return isMissed({ firesAt: heldUntil }, now) ? 'missed' : 'held';
}

function bubblesFor(
  kind: TogetherKind,
  told: readonly RemindersOfClock<WaitingReminder>[],
  mostAlone: number,
): Bubble[] {
  if (told.length <= mostAlone)
    return told.map(({ newest, ids }) => ({ kind: 'clock', reminder: newest, ids }));
  const reminders = told.map(({ newest }) => newest).sort(byUrgency);
  return [{ kind, reminders, ids: told.flatMap(({ ids }) => ids) }];
}

/** The seller's own before the rest, and then what ends first. */
function byUrgency(left: WaitingReminder, right: WaitingReminder): number {
  return Number(right.owner === 'mine') - Number(left.owner === 'mine') || left.dueAt - right.dueAt;
}
