import { dayAfter, type ClockOwner, type ClockPlan } from '../deadlines/index.ts';
import { dateIn, type Instant } from '../kernel/index.ts';
import { looksByDay, type DueLook } from '../look-ups/index.ts';
import { hourOn } from './digest.ts';
import { planReminders, type PlannedReminder } from './plan.ts';
import { mayRing, type QuietHours } from './quiet.ts';
import type { SnoozedClock } from './snooze.ts';

/**
 * Due work that is of no one clock, told for all shops or orders together: back offices to look into on a day (`look-ups`),
 * and orders under suspicion that somebody has to decide on before they have to be shipped (`to-ship`).
 */
export interface Round {
  readonly kind: 'look-ups' | 'to-ship';
  /** Shops to look into, or orders to decide on. */
  readonly count: number;
  /** The aliases of the shops, each once: all that is named of them outside the window. */
  readonly shops: readonly string[];
  /** The end of the day, or when the first of the orders has to be shipped. */
  readonly dueAt: Instant;
}

/** A round with what it asks for. */
export interface PlannedRound extends Round {
  /** The same for the same day, or the same hours of a shop, however often it is planned. */
  readonly id: string;
  readonly reminders: readonly PlannedReminder[];
  /** Whether what has passed by now is told all the same, where nobody was: a day's round is due as long as the day lasts. */
  readonly catchesUp: boolean;
}

/** What a calendar shows of a round; the shape of a clock has no `round`. */
export interface RoundShape {
  readonly round: Round;
  /** When it is told, the earliest first. */
  readonly firesAt: readonly Instant[];
  /** The person's, who does the round. */
  readonly zone: string;
}

/** What rounds are planned by. */
export interface RoundGround {
  readonly now: Instant;
  /** The person's zone: the days and hours are theirs. */
  readonly zone: string;
  /** The person's hour for what is said once a day, `HH:MM`; null where no digest is wanted. */
  readonly digestAt: string | null;
  readonly quiet: QuietHours | null;
}

/** Every round's id begins so, and no clock's does. */
export const ROUND_IDS = 'round-';

const TO_SHIP = `${ROUND_IDS}to-ship-`;

/** As whose end each kind is told. */
const OWNERS: Readonly<Record<Round['kind'], ClockOwner>> = { 'look-ups': 'vanishing', 'to-ship': 'mine' };

/** When a day's look-ups are told where no digest is wanted: people are at work, and the day is not over. */
const USUAL_HOUR = '10:00';

/** A calendar has the look-ups of so many days: what comes after them depends on looks that nobody has made. */
const DAYS_AHEAD = 30;

/** The look-ups as one round for each day that has any, today's with all that is late. */
export function planLookUpRounds(
  looks: readonly (DueLook & { readonly storeId: string; readonly storeAlias: string })[],
  { now, zone, digestAt, quiet }: RoundGround,
): PlannedRound[] {
  const today = dateIn(now, zone);
  const days = looksByDay(looks, { now, first: today, last: dayAfter(today, DAYS_AHEAD - 1), zone });
  return [...days].map(([day, due]) => {
    const shops = new Map(due.map(({ storeId, storeAlias }) => [storeId, storeAlias]));
    return {
      id: `${ROUND_IDS}look-ups-${day}`,
      kind: 'look-ups',
      count: shops.size,
      shops: aliases(shops.values()),
      dueAt: hourOn(dayAfter(day, 1), '00:00', null, zone),
      reminders: [{ step: 'look', firesAt: hourOn(day, digestAt ?? USUAL_HOUR, quiet, zone) }],
      catchesUp: true,
    };
  });
}

/** An order that nobody has decided on. */
export interface UndecidedOrder {
  readonly storeId: string;
  readonly storeAlias: string;
  readonly shipBy: Instant;
}

/** Orders of one shop that have to be shipped within these hours are told together: forty ring twice, not eighty times. */
const TOGETHER = 4 * 60 * 60_000;

/** No source says how early to decide; a day leaves time to ask the platform, four hours to ship. */
const SHIP_PLAN: ClockPlan = { steps: ['24h', '4h'], cutOffMinutes: 0 };

/** What has been over for longer than this is told by the list alone. */
export const ROUND_STAYS = 7 * 24 * 60 * 60_000;

/** The orders to decide on as one round for the hours in which those of one shop have to be shipped. */
export function planShipRounds(orders: readonly UndecidedOrder[], now: Instant): PlannedRound[] {
  const recent = orders.filter(({ shipBy }) => shipBy > now - ROUND_STAYS);
  const groups = Map.groupBy(
    recent,
    ({ storeId, shipBy }) => `${TO_SHIP}${storeId}-${Math.floor(shipBy / TOGETHER)}`,
  );
  return [...groups].map(([id, together]) => {
    const dueAt = Math.min(...together.map(({ shipBy }) => shipBy));
    return {
      id,
      kind: 'to-ship',
      count: together.length,
      shops: aliases(together.map(({ storeAlias }) => storeAlias)),
      dueAt,
      reminders: planReminders({ owner: 'mine', lookAt: dueAt, dueAt, plan: SHIP_PLAN }),
      catchesUp: false,
    };
  });
}

/** Several rounds of one kind as they are told at once; null where there are none. */
export function gatherRounds(alike: readonly Round[]): Round | null {
  const [first] = alike;
  if (first === undefined) return null;
  return {
    kind: first.kind,
    count: alike.reduce((sum, { count }) => sum + count, 0),
    shops: aliases(alike.flatMap(({ shops }) => shops)),
    dueAt: Math.min(...alike.map(({ dueAt }) => dueAt)),
  };
}

/**
 * Whether a round rings now: an order's time to ship by as an end of one's own, whose last day no quiet hours silence; a look
 * into a back office never through them.
 */
export function mayRingRound(
  { kind, dueAt }: Pick<Round, 'kind' | 'dueAt'>,
  now: Instant,
  quiet: QuietHours | null,
  zone: string,
): boolean {
  return mayRing({ owner: OWNERS[kind], dueAt }, now, quiet, zone);
}

/** What kind of round an id is of. */
export function kindOfRound(id: string): Round['kind'] {
  return id.startsWith(TO_SHIP) ? 'to-ship' : 'look-ups';
}

/** A round as it is put off: as an end of one's own, or as one of what vanishes. */
export function snoozedRound({ kind, dueAt }: Pick<Round, 'kind' | 'dueAt'>): SnoozedClock {
  return { owner: OWNERS[kind], dueAt };
}

function aliases(all: Iterable<string>): string[] {
  return [...new Set(all)].toSorted((left, right) => (left < right ? -1 : 1));
}
