import { planReminders, type PlannedClock } from '../../shared/reminders/index.ts';
import { CORRECTION, isKept, type Expected } from './scheduler-laws.ts';

/** What a desk should tell of its clocks, kept beside the program in the plainest way there is: without rows, in one list. */
export class SchedulerModel {
  readonly running = new Map<string, PlannedClock>();
  #expected: Expected[] = [];
  /** When each clock was last otherwise, by the computer's clock, and how it is since then. */
  readonly #changed = new Map<string, { at: number; shape: string }>();

  get expected(): readonly Expected[] {
    return this.#expected;
  }

  /**
   * A clock is otherwise from now on; null: it stops.
   *
   * @param stoodSince since when nobody was told, where it stood still; what passed before it was written down is known
   */
  change(clockId: string, planned: PlannedClock | null, now: number, stoodSince = Infinity): void {
    if (planned !== null) this.running.set(clockId, planned);
    else this.running.delete(clockId);
    const shape = JSON.stringify(planned);
    const before = this.#changed.get(clockId);
    if (before?.shape !== shape) this.#changed.set(clockId, { at: now, shape });
    // A clock that stopped at a time that has not come yet stands still since nobody knows when.
    const isUnknown = Number.isFinite(stoodSince) && stoodSince > now + CORRECTION;
    this.#expect(clockId, planned, now, isUnknown ? -Infinity : stoodSince);
  }

  #expect(clockId: string, planned: PlannedClock | null, now: number, untoldSince: number): void {
    const asked = planned === null ? [] : planReminders(planned);
    const isOf = ({ step, firesAt }: (typeof asked)[number]) =>
      this.#expected.find(
        (each) =>
          each.clockId === clockId &&
          each.step === step &&
          each.dueAt === planned?.dueAt &&
          each.plannedAt === firesAt &&
          isKept(each),
      );
    const standing = new Set(asked.map(isOf));
    for (const each of this.#expected)
      if (each.clockId === clockId && isKept(each)) each.ended = !standing.has(each);
    const missing = asked.filter((each) => isOf(each) === undefined);
    const told = [...standing].flatMap((each) => (each === undefined ? [] : each.plannedAt));
    const since = Math.max(untoldSince, ...told.filter((at) => at <= now));
    // In the order of a plan: of two steps of one moment the later one is the one that is told.
    const last = missing.findLast(({ firesAt }) => firesAt <= now);
    for (const each of missing) {
      const { step, firesAt } = each;
      if (planned === null || (firesAt <= now && (each !== last || firesAt <= since))) continue;
      this.#expected.push({
        ...{ clockId, step, dueAt: planned.dueAt, plannedAt: firesAt, firesAt: Math.max(firesAt, now) },
        ...{ putOffAt: null, appearedAt: null, ended: false, seen: false },
      });
    }
  }

  /** The program begins to look: what came at a time that has not come yet never came. */
  looks(now: number): void {
    const isAhead = (at: number): boolean => at > now + CORRECTION;
    const ahead = this.#expected.filter(({ appearedAt }) => appearedAt !== null && isAhead(appearedAt));
    this.#expected = this.#expected.filter((each) => !each.ended || !ahead.includes(each));
    for (const each of ahead)
      Object.assign(each, { appearedAt: null, putOffAt: null, seen: false, firesAt: each.plannedAt });
    for (const each of this.#expected)
      if (each.appearedAt === null && each.firesAt > each.plannedAt && isAhead(each.putOffAt ?? each.firesAt))
        Object.assign(each, { putOffAt: null, firesAt: each.plannedAt });
    for (const [clockId, change] of this.#changed)
      if (isAhead(change.at)) {
        change.at = now;
        const planned = this.running.get(clockId);
        if (planned !== undefined) this.#expect(clockId, planned, now, -Infinity);
      }
  }

  /** It has looked: what is due is in the list. */
  looked(now: number): void {
    for (const each of this.#expected)
      if (!each.ended && each.appearedAt === null && each.firesAt <= now)
        Object.assign(each, { appearedAt: now, putOffAt: null });
  }

  /** When the next one is due; null where none is to come. */
  next(): number | null {
    const toCome = this.#expected.filter(({ appearedAt, ended }) => appearedAt === null && !ended);
    return toCome.length === 0 ? null : Math.min(...toCome.map(({ firesAt }) => firesAt));
  }

  /** What stands in the list, seen or not. */
  came(): readonly Expected[] {
    return this.#expected.filter(({ appearedAt, ended }) => appearedAt !== null && !ended);
  }

  /** Put off: it comes again; what came before it of its clock is read with it. */
  putOff(one: Expected, until: number, now: number): void {
    for (const each of this.came())
      if (each.clockId === one.clockId && each !== one && each.firesAt <= one.firesAt) each.seen = true;
    Object.assign(one, { firesAt: until, putOffAt: now, appearedAt: null, seen: false });
  }
}
