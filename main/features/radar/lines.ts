import type { Instant } from '../../../shared/kernel/index.ts';
import type { RadarLine } from '../../../shared/radar/index.ts';
import { caseEvents, clocksFor, type PackCapture } from '../../../shared/rulebook/index.ts';
import { computedOf, titleOf, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { lastEnd } from '../deadlines/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { orderLosses, scenariosThatLose, type OrderLoss } from './order-clocks.ts';
import { captureRows, casesOnRadar, isOfLink, isWon, linksOfCase, vanishingClocks } from './radar.repo.ts';

type CaseRow = Awaited<ReturnType<typeof casesOnRadar>>[number];
type CaseFields = Pick<RadarLine, 'caseId' | 'caseNumber' | 'caseTitle' | 'storeAlias'>;
type CaptureRow = Awaited<ReturnType<typeof captureRows>>[number];

/**
 * Everything that vanishes in a case, or in all cases in use. Over all of them only what can still be saved, and what was
 * already lost stands with its case.
 */
export async function radarLines(
  read: ReadHandle,
  rulebooks: Rulebooks,
  caseId: string | undefined,
  now: Instant,
): Promise<RadarLine[]> {
  const lines: RadarLine[] = [];
  const losing = scenariosThatLose(await rulebooks.current(read));
  for (const row of await casesOnRadar(read, caseId, losing))
    lines.push(...(await linesOfCase(read, await rulebooks.ofCase(read, row), row, now)));
  const shown = caseId === undefined ? lines.filter((line) => isOpen(line, now)) : lines;
  return shown.sort((left, right) => (left.vanishesAt ?? 0) - (right.vanishesAt ?? 0));
}

function isOpen({ state, vanishesAt, lastsUntil }: RadarLine, now: Instant): boolean {
  return state === 'open' && (vanishesAt === null || (lastsUntil ?? vanishesAt) > now);
}

async function linesOfCase(
  read: ReadHandle,
  rules: CaseRules,
  row: CaseRow,
  now: Instant,
): Promise<RadarLine[]> {
  const fields = { caseId: row.id, caseNumber: row.number, caseTitle: row.title, storeAlias: row.alias };
  const captures = await captureRows(read, row.id);
  const clocks = await vanishingClocks(read, row.id);
  const losses = (await isWon(read, row.id)) ? [] : await orderLosses(read, rules, row, now);
  const ofOrders = new Set(losses.map(({ spec }) => spec.id));
  return [
    ...losses.flatMap((loss) => linesOfLoss(fields, loss, clocks)),
    ...clocks
      .filter((clock) => !ofOrders.has(clock.spec_id) && !isStoppedOrderClock(clock, captures))
      .map((clock) => lineOfClock(fields, rules, row.scenario_id, clock, captures)),
    ...(await linksOfCase(read, row.id)).map((link) => lineOfLink(fields, link, captures)),
  ];
}

/** A clock that stopped without a capture of its own tells of nothing any more. */
function isStoppedOrderClock(clock: Tables['clocks'], captures: readonly CaptureRow[]): boolean {
  return clock.stopped_at !== null && !captures.some(({ clock_id: id }) => id === clock.id);
}

const NOTHING = {
  clockId: null,
  itemId: null,
  linkId: null,
  address: null,
  capture: null,
  vanishesAt: null,
  lastsUntil: null,
} as const;

function linesOfLoss(fields: CaseFields, loss: OrderLoss, clocks: readonly Tables['clocks'][]): RadarLine[] {
  const { spec } = loss;
  const common = {
    ...NOTHING,
    ...fields,
    ...wordsOf(spec.capture),
    kind: 'orders' as const,
    title: spec.title,
    says: spec.says,
    requirementId: spec.capture?.requirement ?? null,
    state: 'open' as const,
  };
  const key = (what: string | number): string => `${fields.caseId}/${spec.id}/${what}`;
  const settled = (['saved', 'given-up'] as const).flatMap((state) => {
    const orderNumbers = state === 'saved' ? loss.saved : loss.givenUp;
    return orderNumbers.length === 0
      ? []
      : { ...common, key: key(state), orderNumbers: [...orderNumbers], state };
  });
  return [
    ...(loss.gone === null
      ? []
      : [
          {
            ...common,
            key: key('gone'),
            orderNumbers: [...loss.gone.orderNumbers],
            vanishesAt: loss.gone.clock.dueAt,
            lastsUntil: lastEnd(loss.gone.clock.computed),
          },
        ]),
    ...(loss.undated.length === 0
      ? []
      : [{ ...common, key: key('undated'), orderNumbers: [...loss.undated] }]),
    ...loss.groups.map(({ startsAt, orderNumbers, clock }) => ({
      ...common,
      key: key(startsAt),
      orderNumbers: [...orderNumbers],
      clockId:
        clocks.find(
          (row) => row.spec_id === spec.id && row.started_at === startsAt && row.stopped_at === null,
        )?.id ?? null,
      vanishesAt: clock.dueAt,
      lastsUntil: lastEnd(clock.computed),
    })),
    ...settled,
  ];
}

function lineOfClock(
  fields: CaseFields,
  rules: CaseRules,
  scenarioId: string,
  row: Tables['clocks'],
  captures: readonly CaptureRow[],
): RadarLine {
  const { readings } = computedOf(row);
  return {
    ...NOTHING,
    ...fields,
    ...wordsOf(captureOf(rules, scenarioId, row.spec_id)),
    key: row.id,
    kind: 'case',
    title: titleOf(row),
    says: JSON.parse(row.says_json) as RadarLine['says'],
    requirementId: null,
    orderNumbers: [],
    clockId: row.id,
    vanishesAt: row.due_at,
    lastsUntil: lastEnd({ readings, dueAt: row.due_at }),
    ...endOf(captures.find(({ clock_id: id }) => id === row.id)),
  };
}

/** What the rules of the case say to save before a clock ends. */
function captureOf({ rulebook, pins }: CaseRules, scenarioId: string, specId: string): PackCapture | null {
  for (const event of caseEvents) {
    const spec = clocksFor(rulebook, scenarioId, event, pins).find(({ id }) => id === specId);
    if (spec !== undefined) return spec.capture;
  }
  return null;
}

function lineOfLink(
  fields: CaseFields,
  link: Tables['evidence_links'],
  captures: readonly CaptureRow[],
): RadarLine {
  return {
    ...NOTHING,
    ...fields,
    ...wordsOf(null),
    key: `${fields.caseId}/${link.id}`,
    kind: 'link',
    title: null,
    says: null,
    requirementId: null,
    orderNumbers: [],
    itemId: link.item_id,
    linkId: link.id,
    address: link.address,
    ...endOf(captures.find((capture) => isOfLink(capture, link))),
  };
}

function endOf(capture: CaptureRow | undefined): Pick<RadarLine, 'state' | 'capture'> {
  if (capture === undefined) return { state: 'open', capture: null };
  return {
    state: capture.item_id === null ? 'given-up' : 'saved',
    capture: {
      id: capture.id,
      itemId: capture.item_id,
      reason: capture.reason,
      at: capture.captured_at,
      operatorName: capture.operator_name,
    },
  };
}

function wordsOf(capture: PackCapture | null): Pick<RadarLine, 'does' | 'whereFound'> {
  return { does: capture?.does ?? null, whereFound: capture?.whereFound ?? null };
}
