import type { Ask } from '../../../shared/asks/index.ts';
import {
  isShift,
  MOST_LINES,
  rankActs,
  type HandoverAsk,
  type HandoverHeld,
  type HandoverPage,
  type HandoverSpan,
  type HandoverSpent,
} from '../../../shared/handovers/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { findScenario, requirements, type Rulebook } from '../../../shared/rulebook/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { actsBetween } from '../journal/index.ts';
import { findOperatorRow } from '../operators/index.ts';
import {
  asksOf,
  caseNames,
  endsBefore,
  heldChances,
  spentChances,
  type Chances,
  type Counted,
  type Shift,
  type ShiftAsk,
} from './shift.repo.ts';

/**
 * The page of a span as it stands at this moment.
 *
 * @param now an end that is still to come, or none, means this moment
 * @throws AppError CONFLICT `no-shift` where the span is none that a shift can have; NOT_FOUND for an unknown operator
 */
export async function gatherPage(
  read: ReadHandle,
  rulebooks: Rulebooks,
  span: HandoverSpan,
  now: number,
): Promise<HandoverPage> {
  const until = Math.min(span.until ?? now, now);
  if (!isShift(span, until)) throw new AppError('CONFLICT', { reason: 'no-shift' });
  const shift: Shift = { from: span.from, until, operatorId: span.operatorId };
  const rulebook = await rulebooks.current(read);
  const due = await endsBefore(read, shift, span.nextUntil, MOST_LINES);
  const asks = await asksOf(read, shift, MOST_LINES);
  const held = await heldChances(read, shift, MOST_LINES);
  const spent = await spentChances(read, shift, MOST_LINES);
  return {
    at: now,
    from: span.from,
    until,
    nextUntil: span.nextUntil,
    operatorName: span.operatorId === null ? null : (await findOperatorRow(read, span.operatorId)).name,
    due: part(due, due.rows),
    ...(await changesOf(read, shift)),
    asks: part(asks, await Promise.all(asks.rows.map((ask) => toAskLine(read, rulebooks, ask)))),
    held: part(
      held,
      held.rows.flatMap((chances) => toHeld(chances, rulebook)),
    ),
    spent: part(
      spent,
      spent.rows.map((chances) => toSpent(chances, rulebook)),
    ),
  };
}

async function changesOf(
  read: ReadHandle,
  shift: Shift,
): Promise<Pick<HandoverPage, 'changes' | 'elsewhere'>> {
  const { cases, elsewhere } = rankActs(await actsBetween(read, shift, shift.operatorId));
  const shown = cases.slice(0, MOST_LINES);
  const names = await caseNames(
    read,
    shown.map(({ caseId }) => caseId),
  );
  const items = shown.flatMap((each) => {
    // A case whose opening was taken back has acts and no name.
    const name = names.get(each.caseId);
    return name === undefined ? [] : [{ ...name, ...each, acts: [...each.acts] }];
  });
  return { changes: { items, left: cases.length - shown.length }, elsewhere: [...elsewhere] };
}

async function toAskLine(read: ReadHandle, rulebooks: Rulebooks, ask: ShiftAsk): Promise<HandoverAsk> {
  const { rulebook, pins } = await rulebooks.ofCase(read, ask.found);
  const ids = new Set(JSON.parse(ask.requirement_ids_json) as string[]);
  const asked = rulebook.scenarios.has(ask.found.scenario_id)
    ? requirements(rulebook, ask.found.scenario_id, pins).filter(({ id }) => ids.has(id))
    : [];
  return {
    caseId: ask.case_id,
    caseNumber: ask.found.number,
    caseTitle: ask.found.title,
    storeAlias: ask.alias,
    askId: ask.id,
    addressee: ask.addressee as Ask['addressee'],
    addresseeName: ask.addressee === 'buyer' ? '' : ask.addressee_name,
    what: asked.map(({ title }) => title),
    orders: (JSON.parse(ask.order_numbers_json) as string[]).length,
    channel: ask.channel,
    askedAt: ask.asked_at,
    state: ask.state as Ask['state'],
  };
}

function toHeld(chances: Chances, rulebook: Rulebook): HandoverHeld[] {
  const { caseId, scenarioId, elsewhere: _elsewhere, ...rest } = chances;
  return caseId === null ? [] : [{ ...rest, caseId, scene: sceneOf(rulebook, scenarioId) }];
}

function toSpent({ scenarioId, ...rest }: Chances, rulebook: Rulebook): HandoverSpent {
  return { ...rest, scene: sceneOf(rulebook, scenarioId) };
}

/** A scene that the rules of today no longer have is called by its id. */
function sceneOf(rulebook: Rulebook, scenarioId: string): HandoverHeld['scene'] {
  return rulebook.scenarios.has(scenarioId)
    ? findScenario(rulebook, scenarioId).title
    : { zh: scenarioId, en: scenarioId };
}

function part<Line>({ total, rows }: Counted<unknown>, items: Line[]): { items: Line[]; left: number } {
  return { items, left: total - rows.length };
}
