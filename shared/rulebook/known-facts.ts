import { Temporal } from 'temporal-polyfill';
import type { ClockEnds } from '../deadlines/index.ts';
import type { Instant, LegalDate } from '../kernel/index.ts';
import type { Bilingual, CaseMeasure, DatedEvent, FactDefinition, FactValue } from './format/index.ts';
import { scenarioParts } from './look-up.ts';
import type { Facts, Rulebook } from './types.ts';

/** What is on record of a matter, from which facts follow that nobody has to be asked. */
export interface OnRecord {
  readonly measures: Readonly<Partial<Record<CaseMeasure, number>>>;
  /** What the seller answered, and on which day. */
  readonly answers: ReadonlyMap<string, { readonly value: FactValue; readonly on: LegalDate }>;
  /** On which days something happened: more than one where each order of the case has its own. */
  readonly days: Readonly<Partial<Record<DatedEvent, readonly LegalDate[]>>>;
  /** The seller's own clocks. */
  readonly clocks: readonly OwnClock[];
  /** In which the platform's days begin and end. */
  readonly zone: string;
  /** When it is judged; a whole day where no hour is known: `from` its first moment, `to` its last. */
  readonly at: { readonly from: Instant; readonly to: Instant };
  /** The day up to which ages count: today, or that of the filing that the platform has. */
  readonly today: LegalDate;
  /** Whether the platform has what was filed, so that nothing that was answered for it grows old. */
  readonly isFiled: boolean;
  /** When the platform reviewed. */
  readonly reviews: readonly { readonly from: LegalDate; readonly to: LegalDate }[];
}

/** One of the seller's own clocks, as a question of whether there is still time needs it. */
export interface OwnClock extends ClockEnds {
  readonly specId: string;
  readonly title: Bilingual;
  readonly startedAt: Instant;
  /** When what it counted down to was filed; null while it was not. */
  readonly filedAt: Instant | null;
}

/** Why a fact is what it is, beside what was answered. */
export type FactGround =
  | {
      readonly kind: 'since';
      readonly event: DatedEvent;
      readonly on: LegalDate;
      readonly until: LegalDate;
      /** Whether it counts up to the day on which it is judged, and not to another event. */
      readonly isUpToNow: boolean;
    }
  | {
      readonly kind: 'clock';
      readonly title: Bilingual;
      /** `between`: over by one account and not by another · `unsure`: nobody knows when it began. */
      readonly state: 'runs' | 'between' | 'unsure' | 'ended' | 'filed';
      /** Its end, the first that is still to come; or when it was filed. */
      readonly at: Instant;
      /** The platform's. */
      readonly zone: string;
    }
  /** The answer is so many days old: `grown` by them, or `faded` so that it is to be given again. */
  | { readonly kind: 'grown' | 'faded'; readonly answeredOn: LegalDate; readonly days: number };

/** A fact as it is known of a matter. */
export interface KnownFact {
  readonly factId: string;
  /** What acts; null where it is to be asked (again). */
  readonly value: FactValue | null;
  readonly source: 'asked' | 'derived';
  readonly ground: FactGround | null;
  /** What was answered, where that is not what acts. */
  readonly given: FactValue | null;
}

/**
 * What is known of a matter: what its records tell by themselves, and what was answered, as old as it is. What is on record
 * acts before an answer; only that there is no way in any more is believed though the time runs.
 *
 * @returns the facts of which anything is known, in the order of the vocabulary
 * @throws AppError NOT_FOUND for an unknown scenario.
 */
export function knownFacts(rulebook: Rulebook, scenarioId: string, record: OnRecord): KnownFact[] {
  const { vocabulary, scene } = scenarioParts(rulebook, scenarioId, null);
  const known: KnownFact[] = [];
  for (const definition of vocabulary) {
    const { id: factId } = definition;
    const answer = record.answers.get(factId) ?? null;
    const { value: told, ground } = tell(definition, scene.id, record, answer);
    const value = told ?? (ground?.kind === 'faded' ? null : (answer?.value ?? null));
    if (value === null && ground === null) continue;
    known.push({
      ...{ factId, value, ground },
      source: told !== null && ground?.kind !== 'grown' ? 'derived' : 'asked',
      given: answer !== null && answer.value !== value ? answer.value : null,
    });
  }
  return known;
}

/** The values of what is known, as conditions look at them. */
export function factsOfKnown(known: readonly KnownFact[]): Facts {
  return Object.fromEntries(known.flatMap(({ factId, value }) => (value === null ? [] : [[factId, value]])));
}

type Answer = { readonly value: FactValue; readonly on: LegalDate } | null;

interface Told {
  /** Null: the answer acts, unless it faded. */
  readonly value: FactValue | null;
  readonly ground: FactGround | null;
}

const NOTHING: Told = { value: null, ground: null };

function tell(definition: FactDefinition, sceneId: string, record: OnRecord, answer: Answer): Told {
  const { source } = definition;
  if (source.from === 'derived') {
    return { value: measured(source, record) ?? null, ground: null };
  }
  if (source.daysSince !== undefined && definition.type === 'count')
    return ageOf(definition, source, record, answer);
  if (source.whileRuns === undefined) return NOTHING;
  const clocks = source.whileRuns
    .filter(({ scenes }) => scenes === undefined || scenes.includes(sceneId))
    .map(({ clock }) => clock);
  return windowOf(clocks, record, answer);
}

type DerivedSource = Extract<FactDefinition['source'], { from: 'derived' }>;

function measured({ measure, clocks }: DerivedSource, record: OnRecord): number | undefined {
  if (measure === 'hours-left') return hoursLeft(clocks, record);
  if (measure === 'page-countdowns') return pageCountdowns(clocks, record);
  return record.measures[measure];
}

/** How many of these clocks run by the page's own countdown, or ran by it when what they counted down to was filed. */
function pageCountdowns(clocks: readonly string[] | undefined, { clocks: own, at }: OnRecord): number {
  return own.filter(
    ({ specId, isOnPage, last, filedAt }) =>
      isOnPage && (clocks?.includes(specId) ?? true) && last > (filedAt ?? at.to),
  ).length;
}

const HOUR = 3_600_000;

/** Whole hours until the first of these clocks ends that has not ended yet; undefined while none runs. */
function hoursLeft(clocks: readonly string[] | undefined, { clocks: own, at }: OnRecord): number | undefined {
  const ends = own
    .filter(({ specId, filedAt }) => filedAt === null && (clocks?.includes(specId) ?? true))
    .map(({ first }) => first)
    .filter((end) => end > at.to);
  return ends.length === 0 ? undefined : Math.floor((Math.min(...ends) - at.to) / HOUR);
}

type CountDefinition = Extract<FactDefinition, { type: 'count' }>;
type AskedSource = Extract<FactDefinition['source'], { from: 'asked' }>;

/** How many days, or full months, lie between what happened and today, or what happened after it. */
function ageOf(
  { favours, unit }: CountDefinition,
  source: AskedSource,
  record: OnRecord,
  answer: Answer,
): Told {
  // Where each order has a day of its own, the one that helps least counts.
  const dayOf = (events: readonly DatedEvent[], wanted: 'first' | 'last') => {
    for (const event of events) {
      const days = [...(record.days[event] ?? [])].sort();
      const on = wanted === 'first' ? days[0] : days.at(-1);
      if (on !== undefined) return { event, on };
    }
    return null;
  };
  const from = dayOf(source.daysSince ?? [], favours === 'fewer' ? 'first' : 'last');
  const until =
    source.until === undefined
      ? record.today
      : (dayOf(source.until, favours === 'fewer' ? 'last' : 'first')?.on ?? null);
  const reviewed = (first: LegalDate, last: LegalDate): number =>
    source.notInReview === true ? wholeDaysOfReview(record.reviews, first, last) : 0;
  if (from !== null && until !== null) {
    const value =
      unit === 'month'
        ? monthsBetween(from.on, until, 'full')
        : Math.max(0, daysBetween(from.on, until) - reviewed(from.on, until));
    return { value, ground: { kind: 'since', ...from, until, isUpToNow: source.until === undefined } };
  }
  if (answer === null || typeof answer.value !== 'number' || source.until !== undefined) return NOTHING;
  const days = daysBetween(answer.on, record.today) - reviewed(answer.on, record.today);
  if (days <= 0) return NOTHING;
  // What was answered in full months may have been almost one more: of two readings the one that helps less.
  const grown =
    unit === 'month' ? monthsBetween(answer.on, record.today, favours === 'fewer' ? 'begun' : 'full') : days;
  return { value: answer.value + grown, ground: { kind: 'grown', answeredOn: answer.on, days } };
}

/** Whether there is still time by the latest of these clocks; of several that began at once, by the one that ends last. */
function windowOf(clocks: readonly string[], record: OnRecord, answer: Answer): Told {
  const [clock] = record.clocks
    .filter(({ specId }) => clocks.includes(specId))
    .sort((one, other) => other.startedAt - one.startedAt || other.last - one.last);
  const ground = clock === undefined ? null : groundOf(clock, record);
  if (ground?.state === 'ended') return { value: false, ground };
  // A way in that is closed for another reason than the time is seen by the seller alone.
  if (ground?.state === 'runs' || ground?.state === 'filed')
    return { value: answer?.value === false ? null : true, ground };
  if (answer?.value !== true || record.isFiled) return { value: null, ground };
  const days = daysBetween(answer.on, record.today);
  if (days <= 0) return { value: null, ground };
  return { value: null, ground: { kind: 'faded', answeredOn: answer.on, days } };
}

function groundOf(clock: OwnClock, { at, zone }: OnRecord): Extract<FactGround, { kind: 'clock' }> {
  const { title, first, last, isFirstSure, filedAt } = clock;
  const is = { kind: 'clock', title, zone } as const;
  if (filedAt !== null) return { ...is, state: 'filed', at: filedAt };
  if (last <= at.from) return { ...is, state: 'ended', at: last };
  if (first <= at.to) return { ...is, state: 'between', at: last };
  return { ...is, state: isFirstSure ? 'runs' : 'unsure', at: first };
}

function monthsBetween(from: LegalDate, to: LegalDate, counted: 'full' | 'begun'): number {
  const { months, days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' });
  return Math.max(0, months + (counted === 'begun' && days > 0 ? 1 : 0));
}

function daysBetween(from: LegalDate, to: LegalDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/**
 * The days from the one after `first` to `last` that the platform reviewed from their first moment to their last. Where the
 * review ended on `last`, that day is the rest of the one on which it began.
 */
function wholeDaysOfReview(reviews: OnRecord['reviews'], first: LegalDate, last: LegalDate): number {
  return reviews
    .map(({ from, to }) => {
      const days = daysBetween(from < first ? first : from, to > last ? last : to);
      return to === last ? days : days - 1;
    })
    .reduce((sum, days) => sum + Math.max(0, days), 0);
}
