import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { tick } from '../../main/scheduler/tick.ts';
import { migrate } from '../../main/workspace/sqlite/migrate.ts';
import { openWriter } from '../../main/workspace/sqlite/open.ts';
import { Store } from '../../main/workspace/sqlite/store.ts';
import type { Clock, Random } from '../../shared/kernel/index.ts';
import { planReminders, type Bubble, type PlannedClock } from '../../shared/reminders/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUIET = { from: '22:30', to: '08:00' };
/** Hours for the digest: by day, in the night, at its two ends. */
const DIGEST_HOURS = ['09:00', '07:00', '23:15', '08:00', '22:29'];
/** Both turns of the clocks lie within reach of these starts. */
const STARTS = ['2026-03-05T03:00:00Z', '2026-10-29T03:00:00Z', '2026-07-01T03:00:00Z'].map((at) =>
  Date.parse(at),
);
const ZONE = 'America/New_York';

/** A number from 0 to 1, the next of a seeded row (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A program on the workspace: its own connections, and bells that may fail it. */
interface Program {
  readonly store: Store;
  crashesAt: 'never' | 'before-bell' | 'after-bell';
}

class Crash extends Error {}

/** What has to come, kept beside the program in the plainest way there is. */
interface Expected {
  readonly clockId: string;
  readonly step: string;
  readonly dueAt: number;
  readonly plannedAt: number;
  /** Later than planned where it was put off. */
  firesAt: number;
  appeared: boolean;
  ended: boolean;
  /** Read in the line of a newer one of its clock that was put off. */
  seen: boolean;
}

/**
 * Lives through one random history of sleep, crashes, clock jumps, quiet nights and a second program on the same workspace,
 * and says what went wrong: a reminder that is in the list twice or not at all, one that rang twice, one that was about to
 * ring and is not told of; a date with two digests, or a digest in the night or of another date.
 */
export async function livesThrough(seed: number): Promise<string[]> {
  const chance = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const folder = mkdtempSync(join(tmpdir(), 'appealdesk-scheduler-'));
  const file = join(folder, 'appealdesk.sqlite3');
  let now = pick(STARTS) + Math.floor(chance() * DAY);
  let ids = 0;
  const clock: Clock = { now: () => now, zone: () => ZONE };
  const random: Random = {
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(chance() * 256)),
  };
  const rang = new Map<string, number>();
  const said: number[] = [];
  const digestAt = pick(DIGEST_HOURS);
  const expected: Expected[] = [];
  try {
    const writer = openWriter(file);
    migrate(writer);
    writer.exec(`
      INSERT INTO operators VALUES ('o', 'o', 'handler', NULL, NULL, 1);
      INSERT INTO clients (id, name, note, archived_at, created_at) VALUES ('c', 'c', '', NULL, 1);
      INSERT INTO stores (id, client_id, platform, name, alias, zone, export_zone, currency, archived_at, created_at)
        VALUES ('s', 'c', 'p', 's', 's', '${ZONE}', NULL, 'USD', NULL, 1);
      INSERT INTO cases (id, number, title, platform, case_type, scenario_id, client_id, store_id, owner_id, reviewer_id,
        buyer_name, conduct_date, notice_date, created_at, archived_at)
        VALUES ('k', '1', 't', 'p', 't', 's', 'c', 's', 'o', NULL, '', NULL, NULL, 1, NULL);
    `);
    writer.close();
    const open = (): Program => ({ store: Store.open(file, clock, random), crashesAt: 'never' });
    let program = open();

    const running = new Map<string, PlannedClock>();
    const expect = (clockId: string, planned: PlannedClock | null, stoodSince = Infinity): void => {
      const asked = planned === null ? [] : planReminders(planned);
      const isOf = ({ step, firesAt }: (typeof asked)[number]) =>
        expected.find(
          (each) =>
            each.clockId === clockId &&
            each.step === step &&
            each.dueAt === planned?.dueAt &&
            each.plannedAt === firesAt &&
            isKept(each),
        );
      const standing = new Set(asked.map(isOf));
      for (const each of expected)
        if (each.clockId === clockId && isKept(each)) each.ended = !standing.has(each);
      const missing = asked.filter((each) => isOf(each) === undefined);
      // In the order of a plan: of two steps of one moment the later one is the one that is told.
      const last = missing.findLast(({ firesAt }) => firesAt <= now);
      for (const each of missing) {
        if (planned === null || (each.firesAt <= now && (each !== last || each.firesAt <= stoodSince)))
          continue;
        const { step, firesAt } = each;
        expected.push({
          ...{ clockId, step, dueAt: planned.dueAt, plannedAt: firesAt, firesAt: Math.max(firesAt, now) },
          ...{ appeared: false, ended: false, seen: false },
        });
      }
    };
    const rowOf = (clockId: string, { owner, lookAt, dueAt, plan }: PlannedClock, stopped: boolean) => ({
      ...{ id: clockId, case_id: 'k', spec_id: 'x', owner, started_at: now, look_at: lookAt, due_at: dueAt },
      ...{ title_json: '{"zh":"t","en":"t"}', says_json: '{}', computed_json: '{}', sources_json: '[]' },
      stopped_at: stopped ? now : null,
      awaits: null,
      stop_reason: '',
      plan_json: plan === null ? null : JSON.stringify(plan),
    });
    const act = (work: Parameters<Store['write']>[2]) =>
      program.store.write({ operatorId: null }, { code: 'test' }, work);

    const look = async (each: Program, store: Pick<Store, 'read' | 'write'>): Promise<number | null> => {
      const next = await tick({
        store,
        now: () => now,
        zone: () => ZONE,
        quiet: () => QUIET,
        ring: async (bubble: Bubble) => {
          if (each.crashesAt === 'before-bell') throw new Crash();
          for (const id of bubble.ids) rang.set(id, (rang.get(id) ?? 0) + 1);
          if (each.crashesAt === 'after-bell') throw new Crash();
          return await Promise.resolve(true);
        },
        digestAt: () => digestAt,
        sayDigest: async () => {
          if (each.crashesAt === 'before-bell') throw new Crash();
          said.push(now);
          if (each.crashesAt === 'after-bell') throw new Crash();
          return await Promise.resolve(true);
        },
      });
      for (const one of expected) if (!one.ended && one.firesAt <= now) one.appeared = true;
      return next;
    };
    const looks = async (
      each: Program,
      store: Pick<Store, 'read' | 'write'> = each.store,
    ): Promise<number | null> => {
      try {
        return await look(each, store);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        for (const one of expected) if (!one.ended && one.firesAt <= now) one.appeared = true;
        await each.store.close();
        if (each === program) program = open();
        return null;
      }
    };
    /** The program is awake for so long: it looks whenever something is due. */
    const awake = async (span: number): Promise<void> => {
      const until = now + span;
      for (let guard = 0; guard < 200; guard += 1) {
        const next = await looks(program);
        if (next === null || next > until) break;
        now = Math.max(now, next);
      }
      now = Math.max(now, until);
    };

    const turns = 4 + Math.floor(chance() * 8);
    for (let turn = 0; turn < turns; turn += 1) {
      switch (Math.floor(chance() * 13)) {
        case 0:
        case 1:
        case 2: {
          ids += 1;
          const clockId = `clock-${ids}`;
          const dueAt = now + Math.floor(chance() * 9 * DAY) - HOUR;
          const planned: PlannedClock = {
            owner: pick(['mine', 'mine', 'theirs', 'vanishing'] as const),
            lookAt: dueAt - Math.floor(chance() * 2 * DAY),
            dueAt,
            plan: null,
          };
          running.set(clockId, planned);
          await act((tx) => tx.insert('clocks', rowOf(clockId, planned, false)));
          expect(clockId, planned);
          break;
        }
        case 3: {
          const [clockId, planned] = pick([...running, [null, null] as const]);
          if (clockId === null) break;
          const moved = { ...planned, dueAt: planned.dueAt + Math.floor((chance() - 0.5) * 4 * DAY) };
          const { lookAt } = moved;
          moved.lookAt = Math.min(lookAt, moved.dueAt);
          running.set(clockId, moved);
          await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, moved, false))));
          expect(clockId, moved);
          break;
        }
        case 4: {
          const [clockId, planned] = pick([...running, [null, null] as const]);
          if (clockId === null) break;
          running.delete(clockId);
          await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, planned, true))));
          expect(clockId, null);
          break;
        }
        case 5:
          await awake(Math.floor(chance() * 3 * DAY));
          break;
        case 6:
          // Asleep, or closed: nobody looks, and then somebody does.
          now += Math.floor(chance() * 4 * DAY);
          if (chance() < 0.5) {
            await program.store.close();
            program = open();
          }
          await looks(program);
          break;
        case 7:
          program.crashesAt = pick(['before-bell', 'after-bell'] as const);
          await looks(program);
          program.crashesAt = 'never';
          break;
        case 8:
          now += Math.floor((chance() - 0.5) * 4 * DAY);
          await looks(program);
          break;
        case 9: {
          // Another end, another look, another plan: each alone, as acts of the product change them.
          const [clockId, planned] = pick([...running, [null, null] as const]);
          if (clockId === null) break;
          const changed: PlannedClock = pick([
            { ...planned, lookAt: planned.lookAt - Math.floor(chance() * DAY) },
            { ...planned, plan: { steps: ['2d', '12h', '30min'], cutOffMinutes: pick([0, 90, 720]) } },
            { ...planned, plan: null },
          ] as const);
          running.set(clockId, changed);
          await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, changed, false))));
          expect(clockId, changed);
          break;
        }
        case 10: {
          // Taken back, at once or days later: it runs again as it did, and tells once of what passed meanwhile.
          const [clockId, planned] = pick([...running, [null, null] as const]);
          if (clockId === null) break;
          const stoodSince = now;
          await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, planned, true))));
          expect(clockId, null);
          if (chance() < 0.6) await awake(Math.floor(chance() * 4 * DAY));
          await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, planned, false))));
          expect(clockId, planned, stoodSince);
          break;
        }
        case 11: {
          // Put off: it comes again, and may ring again; what came before it of its clock is read with it.
          const came = pick([...expected.filter((each) => each.appeared && !each.ended), null]);
          if (came === null) break;
          const { id } = await program.store.read.query
            .selectFrom('reminders')
            .select('id')
            .where('clock_id', '=', came.clockId)
            .where('step', '=', came.step)
            .where('due_at', '=', came.dueAt)
            .where('planned_at', '=', came.plannedAt)
            .executeTakeFirstOrThrow();
          const until = now + 1 + Math.floor(chance() * DAY);
          await act((tx) => tx.reminders.snooze(id, until));
          rang.delete(id);
          for (const each of expected)
            if (each.clockId === came.clockId && each.appeared && !each.ended && each.firesAt <= came.firesAt)
              each.seen = each !== came;
          came.firesAt = until;
          came.appeared = false;
          break;
        }
        default: {
          // Both wake at once, and the other, which holds a stale lock, looks in the middle of what the first one does.
          now += Math.floor(chance() * 2 * DAY);
          const other = open();
          if (chance() < 0.3) other.crashesAt = pick(['before-bell', 'after-bell'] as const);
          const at = pick([
            'reminders.appear',
            'reminders.claim',
            'reminders.confirm',
            'digests.claim',
          ] as const);
          await looks(
            program,
            interrupted(program.store, at, async () => void (await looks(other))),
          );
          await other.store.close();
        }
      }
    }
    // In the end everything is due, the program is awake, and it is day.
    now = Math.max(now, ...expected.map(({ firesAt }) => firesAt)) + DAY;
    await awake(2 * DAY);
    await looks(program);

    const rows = await program.store.read.query.selectFrom('reminders').selectAll().execute();
    const days = await program.store.read.query.selectFrom('digests').selectAll().execute();
    await program.store.close();
    return [...faultsOf(rows, expected, rang), ...digestFaults(said, days)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What went wrong with the digests: each was said by day, on a date of its own that was claimed for it. */
function digestFaults(said: readonly number[], days: readonly { readonly day: string }[]): string[] {
  const spoken = said.map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE));
  const dates = spoken.map((at) => at.toPlainDate().toString());
  const time = spoken.map((at) => at.toPlainTime().toString());
  return [
    ...dates.filter((date, index) => dates.indexOf(date) !== index).map((date) => `${date} has two digests`),
    ...dates.filter((date) => !days.some(({ day }) => day === date)).map((date) => `${date} was not claimed`),
    ...time.filter((at) => at >= '22:30' || at < '08:00').map((at) => `a digest was said at ${at}`),
  ];
}

/** A store before whose first write of a kind something else happens. */
function interrupted(
  store: Store,
  code: string,
  meanwhile: () => Promise<void>,
): Pick<Store, 'read' | 'write'> {
  let happened = false;
  return {
    read: store.read,
    write: async (actor, act, work) => {
      if (act.code === code && !happened) {
        happened = true;
        await meanwhile();
      }
      return await store.write(actor, act, work);
    },
  };
}

/** Whether a reminder is still in the workspace: what had not come yet when its clock stopped or moved is gone. */
function isKept({ appeared, ended }: Expected): boolean {
  return appeared || !ended;
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

function faultsOf(
  rows: readonly Row[],
  expected: readonly Expected[],
  rang: ReadonlyMap<string, number>,
): string[] {
  const faults: string[] = [];
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
    if (each !== undefined && each.ended !== (row.ended_at !== null))
      faults.push(`${key} ${each.ended ? 'goes on after' : 'ended before'} its clock`);
    const times = rang.get(row.id) ?? 0;
    if (times > 1) faults.push(`${key} rang ${times} times`);
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
