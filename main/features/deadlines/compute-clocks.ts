import {
  computeClock,
  type ClockRecord,
  type PageClocks,
  type Pause,
} from '../../../shared/deadlines/index.ts';
import type { Instant } from '../../../shared/kernel/index.ts';
import {
  caseEvents,
  clockDays,
  clocksFor,
  isOfOrders,
  type CaseEvent,
  type ClockEnding,
  type ClockSpec,
} from '../../../shared/rulebook/index.ts';
import { computedOf, findCaseRow, type ReadHandle, type Tables } from '../../workspace/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { countedByPage, pageClock } from './page-clock.ts';

/** A clock computed from its rules, or null for one whose rules give no number. */
export interface StartedClock {
  readonly spec: ClockSpec;
  readonly lookAt: Instant;
  readonly dueAt: Instant;
  readonly computed: ClockRecord['computed'];
}

/** An event of a case that clocks count from. */
export interface Happening {
  readonly event: CaseEvent;
  readonly at: Instant;
  /** The end that the platform's page shows with it. */
  readonly pageDeadline?: Instant | null;
  /** When somebody read it there. */
  readonly pageReadAt?: Instant | null;
  /** The id of the clock that somebody said it is of. */
  readonly pageClock?: string | undefined;
  /** Nobody knows when it happened, only that it was no later than `at`. */
  readonly startIsLatest?: boolean;
}

/**
 * Computes the clocks that an event of a case starts, by the rules it stands on and in the days of its platform; and where the
 * page counts down what is none of them, that as well.
 */
export function computeClocks(
  { rulebook, pins }: CaseRules,
  scenarioId: string,
  { event, at, pageDeadline = null, pageReadAt, pageClock: chosen, startIsLatest = false }: Happening,
): StartedClock[] {
  const rules = { rulebook, pins };
  const ruled = ruledClocks(rules, scenarioId, { event, at, startIsLatest });
  if (pageDeadline === null) return ruled.flatMap(({ clock }) => clock ?? []);
  const counted = countedOf(ruled, { event, at, pageClock: chosen }, pageDeadline);
  const pageChosen = counted.id === chosen;
  return [
    ...ruled.flatMap(({ spec, clock }) => (spec === counted ? [] : (clock ?? []))),
    ...[
      computeOne(rules, scenarioId, counted, at, { pageDeadline, pageReadAt, pageChosen, startIsLatest }),
    ].filter((clock) => clock !== null),
  ];
}

/** The clocks that an event starts by its rules alone, each as they let it end; null where they give no number. */
function ruledClocks(
  rules: CaseRules,
  scenarioId: string,
  { event, at, startIsLatest = false }: Happening,
): readonly { readonly spec: ClockSpec; readonly clock: StartedClock | null }[] {
  return clocksOfCase(rules, scenarioId, event).map((spec) => ({
    spec,
    clock: computeOne(rules, scenarioId, spec, at, { startIsLatest }),
  }));
}

/** Which of them the page's countdown is of: what somebody said, else the nearest, else one of its own. */
function countedOf(
  ruled: ReturnType<typeof ruledClocks>,
  { event, at, pageClock: chosen }: Happening,
  pageDeadline: Instant,
): ClockSpec {
  const clocks = ruled.map(({ spec, clock }) => ({ spec, dueAt: clock?.dueAt ?? null }));
  return countedByPage(clocks, at, pageDeadline, chosen) ?? pageClock(event);
}

/**
 * The clocks that an event of a case starts by its rules. What the law gives runs for years beside the case: the rulebook shows
 * it, a case's own list stays with its steps.
 */
function clocksOfCase({ rulebook, pins }: CaseRules, scenarioId: string, event: CaseEvent): ClockSpec[] {
  return clocksFor(rulebook, scenarioId, event, pins).filter(
    ({ ofLaw, capture }) => !ofLaw && !isOfOrders(capture),
  );
}

/**
 * Which clocks of the seller's the page's countdown of an event may be of, and which of these rows it is taken for. A countdown
 * of a time of its own is always one of them.
 *
 * @param rows the clocks that count from the event
 */
export async function pageClocksOf(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string,
  event: CaseEvent,
  rows: readonly Tables['clocks'][],
): Promise<PageClocks> {
  const found = await findCaseRow(read, caseId);
  const own = clocksOfCase(await rulebooks.ofCase(read, found), found.scenario_id, event).filter(
    ({ owner }) => owner === 'mine',
  );
  const counted = rows.find((row) => row.stopped_at === null && pageOf(row) !== null);
  return pageClocks(own, event, counted?.spec_id ?? null);
}

/**
 * The same where there is no case yet: which clocks of the seller's the page's countdown of an event could be of, and which it
 * would be taken for.
 *
 * @param rules those that a case would begin with
 */
export function pageClocksBefore(rules: CaseRules, scenarioId: string, since: Happening): PageClocks {
  const ruled = ruledClocks(rules, scenarioId, since);
  const own = ruled.map(({ spec }) => spec).filter(({ owner }) => owner === 'mine');
  const { event, pageDeadline = null } = since;
  return pageClocks(own, event, pageDeadline === null ? null : countedOf(ruled, since, pageDeadline).id);
}

/** Nothing is asked where there is one only. */
function pageClocks(own: readonly ClockSpec[], event: CaseEvent, counted: string | null): PageClocks {
  if (own.length < 2) return { clocks: [], counted: null };
  return { clocks: [...own, pageClock(event)].map(({ id, title }) => ({ id, title })), counted };
}

/** The end that the page showed of a clock, and when it was read there; null where it showed none. */
function pageOf(row: Pick<Tables['clocks'], 'computed_json'>): Page | null {
  const page = computedOf(row).readings.find(({ ruleId }) => ruleId === null);
  if (page === undefined) return null;
  const [step] = page.explanation;
  return { pageDeadline: page.latest, pageReadAt: step?.kind === 'page' ? step.readAt : undefined };
}

type Page = Pick<Circumstances, 'pageDeadline' | 'pageReadAt'>;

/** What decides about a clock beside its rules and its start. */
interface Circumstances {
  readonly pageDeadline?: Instant | null;
  readonly pageReadAt?: Instant | null | undefined;
  readonly pageChosen?: boolean;
  /** When the platform reviewed. */
  readonly pauses?: readonly Pause[];
  readonly startIsLatest?: boolean;
  /** It runs on after a return, and no rule says that it does. */
  readonly wasReturned?: boolean;
}

/**
 * What has come to be known of a clock since its row was written. A `pageDeadline` that is null: what the page showed before
 * holds no more, and what it shows now nobody said.
 */
export type KnownSince = Pick<Circumstances, 'pageDeadline' | 'wasReturned'>;

/** One clock from its start. The end that the platform's page shows wins over its rules, and does for rules without a number. */
export function computeOne(
  { rulebook, pins }: CaseRules,
  scenarioId: string,
  spec: ClockSpec,
  at: Instant,
  {
    pageDeadline = null,
    pageReadAt = null,
    pageChosen = false,
    pauses = [],
    startIsLatest = false,
    wasReturned = false,
  }: Circumstances = {},
): StartedClock | null {
  const computed = computeClock(spec, {
    startedAt: at,
    ...clockDays(rulebook, scenarioId, pins),
    pauses,
    startIsLatest,
    wasReturned,
    pageDeadline: pageDeadline ?? undefined,
    pageReadAt: pageReadAt ?? undefined,
    pageChosen,
  });
  const dueAt = computed.chaseAfter ?? computed.dueAt;
  if (dueAt === null) return null;
  return { spec, lookAt: computed.lookAt ?? dueAt, dueAt, computed };
}

/**
 * Whom a clock waits for. One that was started before that was kept waits for whom the rules of its case name under its id, or,
 * where those are of before as well, the rules of today.
 */
export async function awaitedBy(
  read: ReadHandle,
  rulebooks: Rulebooks,
  { awaits, owner, caseId, specId }: Pick<ClockRecord, 'awaits' | 'owner' | 'caseId' | 'specId'>,
): Promise<ClockRecord['awaits']> {
  if (awaits !== null || owner !== 'theirs') return awaits;
  const found = await findCaseRow(read, caseId);
  for (const on of ['begun', 'current'] as const) {
    const { rulebook } = await rulebooks.ofCase(read, found, on);
    const specs = caseEvents.flatMap((event) => clocksFor(rulebook, found.scenario_id, event));
    const named = specs.find(({ id, ofLaw }) => id === specId && !ofLaw)?.awaits ?? null;
    if (named !== null) return named;
  }
  return null;
}

/** Whether an event starts a clock of the seller's own, by the rules of a case. */
export async function startsOwnClock(
  read: ReadHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
  event: CaseEvent,
): Promise<boolean> {
  const { rulebook, pins } = await rulebooks.ofCase(read, found);
  return clocksFor(rulebook, found.scenario_id, event, pins).some(({ onPage }) => onPage);
}

/** What a filing ends. @param earlier how many filings the case has before it */
export function endedByFiling(earlier: number): readonly ClockEnding[] {
  return earlier === 0 ? ['submitted'] : ['submitted', 'resubmitted'];
}

/** Whether somebody said that the page counts a clock down. */
export function wasChosen(row: Tables['clocks']): boolean {
  return computedOf(row).pageChosen === true;
}

/** When the longest reading of a clock ends: after it, nothing is left by anybody's account. */
export function lastEnd({
  readings,
  dueAt,
}: Pick<StartedClock['computed'], 'readings' | 'dueAt'>): Instant | null {
  const ends = readings.map(({ latest, range }) => range?.latest ?? latest);
  return ends.length === 0 ? dueAt : Math.max(...ends);
}

/**
 * A clock beside what the rules of a case make of it now; null where they start no such clock any more.
 *
 * @param pauses when the platform reviewed
 * @param since what has come to be known: the end that the page shows now, that it runs on after a return
 */
export function recomputed(
  rules: CaseRules,
  scenarioId: string,
  row: Tables['clocks'],
  pauses: readonly Pause[],
  since: KnownSince = {},
): StartedClock | null {
  const { startIsLatest, startAssumed, wasReturned = since.wasReturned ?? false } = computedOf(row);
  for (const event of caseEvents) {
    const specs = clocksFor(rules.rulebook, scenarioId, event, rules.pins);
    const spec = specs.find(({ id, ofLaw }) => id === row.spec_id && !ofLaw);
    if (spec !== undefined)
      return computeOne(rules, scenarioId, spec, row.started_at, {
        ...(since.pageDeadline === undefined ? pageOf(row) : { pageDeadline: since.pageDeadline }),
        pageChosen: wasChosen(row),
        pauses,
        startIsLatest: startIsLatest ?? startAssumed ?? false,
        wasReturned,
      });
  }
  return null;
}

/** What of a clock's row follows from its rules. */
export function columnsOf({ spec, lookAt, dueAt, computed }: StartedClock) {
  return {
    spec_id: spec.id,
    owner: spec.owner,
    awaits: spec.awaits,
    look_at: lookAt,
    due_at: dueAt,
    title_json: JSON.stringify(spec.title),
    says_json: JSON.stringify(spec.says),
    computed_json: JSON.stringify(computed),
    sources_json: JSON.stringify(sourcesOf(spec, computed)),
  };
}

function sourcesOf(spec: ClockSpec, computed: ClockRecord['computed']): ClockRecord['sources'] {
  return computed.readings.flatMap(({ readingId, ruleId }) => {
    const found = spec.readings.find((each) => each.readingId === readingId && each.ruleId === ruleId);
    if (found === undefined) return [];
    const { reading } = found;
    return {
      ruleId: found.ruleId,
      readingId,
      quote: reading.quote?.text ?? '',
      sourceTitle: reading.source.title,
      date: reading.date,
      confidence: reading.confidence,
      secondHand: reading.secondHand,
    };
  });
}
