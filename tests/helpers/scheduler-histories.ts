import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { listReminders, waitingReminders } from '../../main/features/reminders/reminders.repo.ts';
import { tick } from '../../main/scheduler/tick.ts';
import { migrate } from '../../main/workspace/sqlite/migrate.ts';
import { openWriter } from '../../main/workspace/sqlite/open.ts';
import { Store } from '../../main/workspace/sqlite/store.ts';
import type { Clock, Random } from '../../shared/kernel/index.ts';
import type { Bubble, PlannedClock } from '../../shared/reminders/index.ts';
import {
  bellOf,
  CORRECTION,
  digestFaults,
  isQuietAt,
  mayWake,
  reminderFaults,
  type Said,
} from './scheduler-laws.ts';
import { SchedulerModel } from './scheduler-model.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** None, over midnight, by day. */
const QUIET_HOURS = [null, { from: '22:30', to: '08:00' }, { from: '12:00', to: '14:30' }];
/** Hours for the digest: by day, in the night, at the ends of quiet hours. */
const DIGEST_HOURS = ['09:00', '07:00', '23:15', '08:00', '22:29', '13:00'];
/** Zones without turns, with turns of an hour and of half of one, and one that left out a day. */
const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
];
/** From some of these the next turn of the clocks lies within reach. */
const STARTS = ['2026-07-01T03:00:00Z', '2026-12-30T12:00:00Z'].map((at) => Date.parse(at));
const CASES = 3;

/** When a history may begin in a zone: anywhere in the year, or a few days before the clocks turn. */
function startsIn(zone: string): number[] {
  const turns: number[] = [];
  let from = Temporal.Instant.from(zone === 'Pacific/Apia' ? '2011-10-01T00:00Z' : '2026-01-15T00:00Z');
  for (let turn = 0; turn < 2; turn += 1) {
    const next = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    if (next === null) break;
    turns.push(next.epochMilliseconds - 4 * DAY);
    from = next.toInstant();
  }
  return [...STARTS, ...turns];
}

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

/** A workspace without clocks: made once for all histories, and copied. */
let emptyWorkspace: string | null = null;

function makeEmptyWorkspace(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'appealdesk-scheduler-')), 'empty.sqlite3');
  const writer = openWriter(file);
  migrate(writer);
  writer.exec(`
    INSERT INTO operators VALUES ('o', 'o', 'handler', NULL, NULL, 1);
    INSERT INTO clients (id, name, note, archived_at, created_at) VALUES ('c', 'c', '', NULL, 1);
  `);
  for (let number = 0; number < CASES; number += 1)
    writer.exec(`
      INSERT INTO stores (id, client_id, platform, name, alias, zone, export_zone, currency, archived_at, created_at)
        VALUES ('s${number}', 'c', 'p', 's', 's${number}', '${ZONES[number] ?? 'UTC'}', NULL, 'USD', NULL, 1);
      INSERT INTO cases (id, number, title, platform, case_type, scenario_id, client_id, store_id, owner_id, reviewer_id,
        buyer_name, conduct_date, notice_date, created_at, archived_at)
        VALUES ('k${number}', '${number}', 't', 'p', 't', 's', 'c', 's${number}', 'o', NULL, '', NULL, NULL, 1, NULL);
    `);
  writer.close();
  return file;
}

/**
 * Lives through one random history of sleep, crashes, quiet hours, a clock that is wrong and put right, and a second program on
 * the same workspace, and says what went wrong: a reminder that is in the list twice or not at all, or not when its time came;
 * one that rang twice or woke somebody, one that was about to ring and is not told of; a date with two digests or none, or a
 * digest in the quiet hours or of another date.
 */
export async function livesThrough(seed: number): Promise<string[]> {
  const chance = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const folder = mkdtempSync(join(tmpdir(), 'appealdesk-scheduler-'));
  const file = join(folder, 'appealdesk.sqlite3');
  const zone = pick(ZONES);
  const quiet = pick(QUIET_HOURS);
  const digestAt = pick(DIGEST_HOURS);
  let now = pick(startsIn(zone)) + Math.floor(chance() * DAY);
  /** By how much the computer's clock is ahead of the true time, or behind it. */
  let wrongBy = 0;
  const trueAt = new Map<number, number>();
  const putRight: number[] = [];
  let ids = 0;
  const clock: Clock = { now: () => now, zone: () => zone };
  const random: Random = {
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(chance() * 256)),
  };
  const rang = new Map<string, number>();
  const faults: string[] = [];
  let said: Said[] = [];
  const model = new SchedulerModel();
  const caseOf = new Map<string, string>();
  try {
    emptyWorkspace ??= makeEmptyWorkspace();
    copyFileSync(emptyWorkspace, file);
    const open = (): Program => ({ store: Store.open(file, clock, random), crashesAt: 'never' });
    let program = open();

    const rowOf = (
      clockId: string,
      { owner, startedAt, lookAt, dueAt, plan }: PlannedClock,
      stopped: boolean,
    ) => ({
      ...{ id: clockId, case_id: caseOf.get(clockId) ?? 'k0', spec_id: 'x', owner },
      ...{ started_at: startedAt ?? now, look_at: lookAt, due_at: dueAt },
      ...{ title_json: '{"zh":"t","en":"t"}', says_json: '{}', computed_json: '{}', sources_json: '[]' },
      stopped_at: stopped ? now : null,
      awaits: null,
      stop_reason: '',
      plan_json: plan === null ? null : JSON.stringify(plan),
    });
    const act = (work: Parameters<Store['write']>[2]) =>
      program.store.write({ operatorId: null }, { code: 'test' }, work);
    const setClock = async (clockId: string, planned: PlannedClock, stopped = false): Promise<void> => {
      await act(async (tx) => void (await tx.update('clocks', clockId, rowOf(clockId, planned, stopped))));
    };
    const anyClock = () => pick([...model.running, [null, null] as const]);

    /** Nobody is woken, and each is noted under the time it came. */
    const ring = async ({ store, crashesAt }: Program, bubble: Bubble): Promise<boolean> => {
      if (crashesAt === 'before-bell') throw new Crash();
      const rows = store.read.query.selectFrom('reminders').select(['id', 'appeared_at']);
      for (const row of await rows.where('id', 'in', [...bubble.ids]).execute())
        rang.set(bellOf(row, trueAt), (rang.get(bellOf(row, trueAt)) ?? 0) + 1);
      if (isQuietAt(now, quiet, zone))
        for (const one of bubble.kind === 'clock' ? [bubble.reminder] : bubble.reminders)
          if (!mayWake(one, now)) faults.push(`${one.clockId} ${one.step} rang in quiet hours, at ${now}`);
      if (crashesAt === 'after-bell') throw new Crash();
      return true;
    };
    const begins = (): void => {
      trueAt.set(now, now - wrongBy);
      said = said.filter(({ at }) => at <= now + CORRECTION);
      model.looks(now);
    };
    const look = async (each: Program, store: Pick<Store, 'read' | 'write'>): Promise<number | null> => {
      begins();
      const next = await tick({
        store,
        now: () => now,
        zone: () => zone,
        quiet: () => quiet,
        ring: (bubble) => ring(each, bubble),
        digestAt: () => digestAt,
        sayDigest: async () => {
          if (each.crashesAt === 'before-bell') throw new Crash();
          said.push({ at: now });
          if (each.crashesAt === 'after-bell') throw new Crash();
          return await Promise.resolve(true);
        },
      });
      model.looked(now);
      const due = model.next();
      if (due !== null && (next === null || next > due)) faults.push(`the look at ${now} sleeps over ${due}`);
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
        model.looked(now);
        await each.store.close();
        if (each === program) program = open();
        return null;
      }
    };
    /** What waits although nothing keeps it from ringing, or for longer than the quiet hours last. */
    const notesLateBells = async (next: number | null): Promise<void> => {
      for (const { owner, dueAt, step, clockId } of await waitingReminders(program.store.read)) {
        const isHeld = isQuietAt(now, quiet, zone) && !mayWake({ owner, dueAt }, now);
        if (!isHeld) faults.push(`${clockId} ${step} does not ring at ${now}`);
        else if (next === null || (next - MINUTE > now && !isQuietAt(next - MINUTE, quiet, zone)))
          faults.push(`${clockId} ${step} does not ring when the quiet hours after ${now} end`);
      }
    };
    /** The program is awake for so long: it looks whenever something is due. */
    const awake = async (span: number): Promise<void> => {
      const until = now + span;
      for (let guard = 0; guard < 200; guard += 1) {
        const next = await looks(program);
        await notesLateBells(next);
        if (next === null || next > until) break;
        now = Math.max(now, next);
      }
      now = Math.max(now, until);
    };
    const putsRight = (): void => {
      now -= wrongBy;
      wrongBy = 0;
      putRight.push(now);
    };
    /** The computer's clock is put forward or back by somebody, or right again. */
    const jumps = async (): Promise<void> => {
      // Nobody is so quick that no time passes meanwhile.
      now += 1 + Math.floor(chance() * HOUR);
      if (wrongBy !== 0 && chance() < 0.6) putsRight();
      else {
        const by = Math.floor((chance() - 0.5) * 4 * DAY);
        now += by - wrongBy;
        wrongBy = by;
      }
      await looks(program);
    };

    const turns = 4 + Math.floor(chance() * 8);
    for (let turn = 0; turn < turns; turn += 1) {
      switch (Math.floor(chance() * 15)) {
        case 0:
        case 1:
        case 2: {
          ids += 1;
          const clockId = `clock-${ids}`;
          const dueAt = now + Math.floor(chance() * 9 * DAY) - HOUR;
          const planned: PlannedClock = {
            owner: pick(['mine', 'mine', 'theirs', 'vanishing'] as const),
            startedAt: now,
            lookAt: dueAt - Math.floor(chance() * 2 * DAY),
            dueAt,
            plan: null,
          };
          caseOf.set(clockId, `k${Math.floor(chance() * CASES)}`);
          await act((tx) => tx.insert('clocks', rowOf(clockId, planned, false)));
          model.change(clockId, planned, now);
          break;
        }
        case 3: {
          const [clockId, planned] = anyClock();
          if (clockId === null) break;
          const moved = { ...planned, dueAt: planned.dueAt + Math.floor((chance() - 0.5) * 4 * DAY) };
          const { lookAt } = moved;
          moved.lookAt = Math.min(lookAt, moved.dueAt);
          await setClock(clockId, moved);
          model.change(clockId, moved, now);
          break;
        }
        case 4: {
          const [clockId, planned] = anyClock();
          if (clockId === null) break;
          await setClock(clockId, planned, true);
          model.change(clockId, null, now);
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
        case 9:
          await jumps();
          break;
        case 10: {
          // Another end, another look, another plan: each alone, as acts of the product change them.
          const [clockId, planned] = anyClock();
          if (clockId === null) break;
          const changed: PlannedClock = pick([
            { ...planned, lookAt: planned.lookAt - Math.floor(chance() * DAY) },
            { ...planned, plan: { steps: ['2d', '12h', '30min'], cutOffMinutes: pick([0, 90, 720]) } },
            { ...planned, plan: null },
          ] as const);
          await setClock(clockId, changed);
          model.change(clockId, changed, now);
          break;
        }
        case 11: {
          // Taken back, at once or days later: it runs again as it did, and tells once of what passed meanwhile.
          const [clockId, planned] = anyClock();
          if (clockId === null) break;
          const stoodSince = now;
          await setClock(clockId, planned, true);
          model.change(clockId, null, now);
          if (chance() < 0.6) await awake(Math.floor(chance() * 4 * DAY));
          if (chance() < 0.3) await jumps();
          await setClock(clockId, planned);
          model.change(clockId, planned, now, stoodSince);
          break;
        }
        case 12: {
          // Put off: it comes again, and may ring again.
          const came = pick([...model.came(), null]);
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
          model.putOff(came, until, now);
          break;
        }
        case 13: {
          // Somebody sees all that stands in the list.
          const list = await listReminders(program.store.read);
          await act((tx) => tx.reminders.see(list.map(({ id }) => id)));
          for (const each of model.came()) each.seen = true;
          break;
        }
        default: {
          // Both wake at once, and the other, which holds a stale lock, looks in the middle of what the first one does.
          now += Math.floor(chance() * 2 * DAY);
          const other = open();
          if (chance() < 0.3) other.crashesAt = pick(['before-bell', 'after-bell'] as const);
          const at = pick([
            'reminders.takeBack',
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
    // In the end the clock is right, everything is due, the program is awake, and it is day.
    putsRight();
    await looks(program);
    now = Math.max(now, ...model.expected.map(({ firesAt }) => firesAt)) + DAY;
    await awake(2 * DAY);
    await looks(program);

    const rows = await program.store.read.query.selectFrom('reminders').selectAll().execute();
    const days = await program.store.read.query.selectFrom('digests').selectAll().execute();
    await program.store.close();
    const time = { trueAt, putRight };
    return [
      ...faults,
      ...reminderFaults(rows, model.expected, rang, time),
      ...digestFaults(said, days, { now, zone, quiet, time }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
