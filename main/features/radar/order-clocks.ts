import type { Instant } from '../../../shared/kernel/index.ts';
import { groupOrders, type DatedOrder, type OrderGroup } from '../../../shared/radar/index.ts';
import { orderClocks, type OrderClock, type Rulebook } from '../../../shared/rulebook/index.ts';
import { findCaseRow, type ReadHandle, type Tables, type WriteHandle } from '../../workspace/index.ts';
import { computeOne, lastEnd, placeClock, type StartedClock } from '../deadlines/index.ts';
import type { CaseRules, Rulebooks } from '../editions/index.ts';
import { casesOfImport, clocksOfSpec, isWon, orderDays, settledOrders } from './radar.repo.ts';

/** What the orders of a case lose of one kind. */
export interface OrderLoss {
  readonly spec: OrderClock;
  /** Still to be saved, those that go together in one. */
  readonly groups: readonly (OrderGroup & { readonly clock: StartedClock })[];
  /** Gone by every reading before anybody saved it; with the end of the last of them. */
  readonly gone: { readonly orderNumbers: readonly string[]; readonly clock: StartedClock } | null;
  /** Orders without the day it counts from. */
  readonly undated: readonly string[];
  readonly saved: readonly string[];
  readonly givenUp: readonly string[];
}

/** A rulebook stays as it is: its scenarios are gone through once. */
const losing = new WeakMap<Rulebook, readonly string[]>();

/** Ids of the scenarios whose orders lose something by their own days. */
export function scenariosThatLose(rulebook: Rulebook): readonly string[] {
  const known = losing.get(rulebook);
  if (known !== undefined) return known;
  const found = [...rulebook.scenarios.keys()].filter((id) => orderClocks(rulebook, id).length > 0);
  losing.set(rulebook, found);
  return found;
}

/** Everything that the orders of a case lose by themselves, as the list of orders has their days now. */
export async function orderLosses(
  read: ReadHandle,
  { rulebook, pins }: CaseRules,
  found: Tables['cases'],
  now: Instant,
): Promise<OrderLoss[]> {
  const specs = orderClocks(rulebook, found.scenario_id, pins);
  if (specs.length === 0) return [];
  const orders = await orderDays(read, found);
  const losses: OrderLoss[] = [];
  for (const spec of specs) {
    const settled = await settledOrders(read, found.id, spec.capture?.requirement ?? '');
    const open = orders.filter(({ orderNumber }) => !settled.has(orderNumber));
    const dated = open.flatMap(({ orderNumber, days }) => {
      const at = days[spec.event];
      return at === null ? [] : { orderNumber, at };
    });
    const clockAt = (at: Instant) => computeOne({ rulebook, pins }, found.scenario_id, spec, at);
    const goneBefore = firstInReach(dated, clockAt, now);
    const gone = dated.filter(({ at }) => at < goneBefore);
    const lastGone = gone.length === 0 ? null : clockAt(Math.max(...gone.map(({ at }) => at)));
    const of = (state: string) =>
      orders
        .filter(({ orderNumber }) => settled.get(orderNumber) === state)
        .map(({ orderNumber }) => orderNumber);
    losses.push({
      spec,
      groups: groupOrders(dated.filter(({ at }) => at >= goneBefore)).flatMap((group) => {
        const clock = clockAt(group.startsAt);
        return clock === null ? [] : { ...group, clock };
      }),
      gone:
        lastGone === null
          ? null
          : { orderNumbers: gone.map(({ orderNumber }) => orderNumber), clock: lastGone },
      undated: open.filter(({ days }) => days[spec.event] === null).map(({ orderNumber }) => orderNumber),
      saved: of('saved'),
      givenUp: of('given-up'),
    });
  }
  return losses;
}

/** The earliest day of these orders whose longest reading has not ended; a later day never ends before an earlier one. */
function firstInReach(
  orders: readonly DatedOrder[],
  clockAt: (at: Instant) => StartedClock | null,
  now: Instant,
): Instant {
  const days = [...new Set(orders.map(({ at }) => at))].sort((left, right) => left - right);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const clock = clockAt(days[middle] ?? 0);
    if (clock !== null && (lastEnd(clock.computed) ?? clock.dueAt) > now) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? Infinity;
}

/**
 * Lets exactly those clocks run that the orders of a case start by their days, as rows of the act that changed an order, a
 * voucher or a day. A clock that was there for the same day goes on as the same one, so that what it reminded of is its own.
 */
export async function setOrderClocks(tx: WriteHandle, rulebooks: Rulebooks, caseId: string): Promise<void> {
  const found = await findCaseRow(tx, caseId);
  const won = await isWon(tx, caseId);
  for (const { spec, groups } of await orderLosses(tx, await rulebooks.ofCase(tx, found), found, tx.now)) {
    const wanted = won ? [] : groups;
    const rows = await clocksOfSpec(tx, caseId, spec.id);
    const kept = new Set<string>();
    const without: (typeof wanted)[number][] = [];
    for (const group of wanted) {
      const row = rows.find(({ id, started_at: at }) => at === group.startsAt && !kept.has(id));
      if (row === undefined) without.push(group);
      else {
        kept.add(row.id);
        if (row.stopped_at !== null) await placeClock(tx, caseId, group.clock, group.startsAt, row.id);
      }
    }
    const free = rows.filter(({ id, stopped_at: stopped }) => !kept.has(id) && stopped === null);
    for (const group of without)
      await placeClock(tx, caseId, group.clock, group.startsAt, free.shift()?.id ?? null);
    for (const row of free) await tx.update('clocks', row.id, { stopped_at: tx.now });
  }
}

/** The same for every case whose orders an import brought or changed, or that took them back. */
export async function setClocksOfImport(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  importId: string,
): Promise<void> {
  for (const { id } of await casesOfImport(tx, importId)) await setOrderClocks(tx, rulebooks, id);
}
