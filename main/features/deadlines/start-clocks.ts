import { computeClock, findCalendar, type ClockRecord } from '../../../shared/deadlines/index.ts';
import { AppError, type Instant } from '../../../shared/kernel/index.ts';
import {
  clocksFor,
  platforms,
  type CaseEvent,
  type ClockSpec,
  type Rulebook,
} from '../../../shared/rulebook/index.ts';
import type { Tables, WriteHandle } from '../../workspace/index.ts';
import { runningClockRows, stoppedClockRows } from './deadlines.repo.ts';

/** A clock computed from its rules, or null for one whose rules give no number. */
export interface StartedClock {
  readonly spec: ClockSpec;
  readonly lookAt: Instant;
  readonly dueAt: Instant;
  readonly computed: ClockRecord['computed'];
}

/** Computes the clocks that an event of a case starts, in the platform's zone. */
export function computeClocks(
  rulebook: Rulebook,
  scenarioId: string,
  platformId: string,
  event: CaseEvent,
  at: Instant,
  pageDeadline: Instant | null,
): StartedClock[] {
  // What the law gives runs for years beside the case: the rulebook shows it, a case's own list stays with its steps.
  const ofCase = clocksFor(rulebook, scenarioId, event).filter(({ ofLaw }) => !ofLaw);
  return ofCase.flatMap(
    (spec) => computeOne(rulebook, platformId, spec, at, spec.onPage ? pageDeadline : null) ?? [],
  );
}

/** One clock from its start. The end that the platform's page shows wins over its rules, and does for rules without a number. */
export function computeOne(
  rulebook: Rulebook,
  platformId: string,
  spec: ClockSpec,
  at: Instant,
  pageDeadline: Instant | null = null,
): StartedClock | null {
  const platform = platforms(rulebook).find((candidate) => candidate.id === platformId);
  if (platform === undefined) throw new AppError('NOT_FOUND', { kind: 'platform', id: platformId });
  const { zone, calendar } = platform;
  const computed = computeClock(spec, {
    startedAt: at,
    zone,
    calendar: findCalendar(calendar),
    pageDeadline: pageDeadline ?? undefined,
  });
  const dueAt = computed.chaseAfter ?? computed.dueAt;
  if (dueAt === null) return null;
  return { spec, lookAt: computed.lookAt ?? dueAt, dueAt, computed };
}

/** Starts the clocks of an event, as rows of the same act that records the event. */
export async function startClocks(
  tx: WriteHandle,
  rulebook: Rulebook,
  found: Pick<Tables['cases'], 'id' | 'scenario_id' | 'platform'>,
  event: CaseEvent,
  at: Instant,
  pageDeadline: Instant | null = null,
): Promise<void> {
  for (const { spec, lookAt, dueAt, computed } of computeClocks(
    rulebook,
    found.scenario_id,
    found.platform,
    event,
    at,
    pageDeadline,
  )) {
    await tx.insert('clocks', {
      id: tx.newId(),
      case_id: found.id,
      spec_id: spec.id,
      owner: spec.owner,
      started_at: at,
      look_at: lookAt,
      due_at: dueAt,
      title_json: JSON.stringify(spec.title),
      says_json: JSON.stringify(spec.says),
      computed_json: JSON.stringify(computed),
      sources_json: JSON.stringify(sourcesOf(spec, computed)),
      stopped_at: null,
    });
  }
}

/**
 * Stops the running clocks of a case: a spent or closed slot never counts down. Records that vanish go on, unless the
 * submission they are the record of was none.
 */
export async function stopClocks(
  tx: WriteHandle,
  caseId: string,
  which: 'all' | 'but-vanishing' = 'but-vanishing',
): Promise<void> {
  for (const row of await runningClockRows(tx, caseId)) {
    if (which === 'all' || row.owner !== 'vanishing')
      await tx.update('clocks', row.id, { stopped_at: tx.now });
  }
}

/** Lets the seller's own clocks run on that an act of this instant stopped: the act was none. */
export async function resumeClocks(tx: WriteHandle, caseId: string, stoppedAt: Instant): Promise<void> {
  for (const row of await stoppedClockRows(tx, caseId, stoppedAt)) {
    if (row.owner === 'mine') await tx.update('clocks', row.id, { stopped_at: null });
  }
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
