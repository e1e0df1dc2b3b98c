import { clockEnds } from '../../../shared/deadlines/index.ts';
import { dateIn, madeAt, type Instant, type LegalDate } from '../../../shared/kernel/index.ts';
import {
  timeOf,
  type DatedEvent,
  type FactValue,
  type OnRecord,
  type OwnClock,
} from '../../../shared/rulebook/index.ts';
import { computedOf, titleOf, type ReadHandle, type Tables } from '../../workspace/index.ts';
import { reviewPauses, runningClockRows, stoppedOwnRows } from '../deadlines/index.ts';
import type { CaseRules } from '../editions/index.ts';
import { eventRows } from '../events/index.ts';
import { findNotice } from '../notices/index.ts';
import { orderDays } from '../radar/index.ts';
import { answerRows, caseOrders, caseProgress, isWithPlatform } from './cases.repo.ts';

/** What is on record of a case, in the days of its platform: it is judged as of now, or as it was filed. */
export async function onRecord(
  read: ReadHandle,
  { rulebook, pins }: CaseRules,
  found: Tables['cases'],
  now: Instant,
): Promise<OnRecord> {
  const { zone } = timeOf(rulebook, found.scenario_id, pins.region);
  const progress = await caseProgress(read, found.id);
  const heldSince = isWithPlatform(progress) ? progress.filedAt : null;
  return {
    measures: measuresOf(await caseOrders(read, found)),
    answers: new Map(
      (await answerRows(read, found.id)).map((row) => [
        row.fact_id,
        { value: JSON.parse(row.value_json) as FactValue, on: dateIn(madeAt(row.id), zone) },
      ]),
    ),
    days: await daysOf(read, found, zone),
    clocks: await ownClocks(read, found.id, heldSince),
    zone,
    at: { from: now, to: now },
    today: dateIn(heldSince ?? now, zone),
    isFiled: heldSince !== null,
    reviews: (await reviewPauses(read, found.id)).map(({ from, to }) => ({
      from: dateIn(from, zone),
      to: dateIn(to, zone),
    })),
  };
}

type Measures = OnRecord['measures'];

function measuresOf(orders: Awaited<ReturnType<typeof caseOrders>>): Measures {
  // Without an imported row nothing is known of a buyer or a payment: the count is left to be asked, never guessed.
  const known = orders.filter((order) => order.orderId !== null);
  const complete = orders.length > 0 && known.length === orders.length;
  return {
    ...(orders.length === 0 ? {} : { 'order-count': orders.length }),
    ...(complete
      ? {
          'buyer-count': new Set(known.map((order) => order.buyerName)).size,
          'unpaid-order-count': known.filter((order) => order.paidAt === null).length,
        }
      : {}),
    ...(orders.length === 0 ? {} : classMeasures(orders)),
  };
}

function classMeasures(orders: readonly { readonly class: string | null }[]): Measures {
  const count = (wanted: string | null) => orders.filter((order) => order.class === wanted).length;
  const documented = count('documented-genuine');
  const unsorted = count(null);
  return {
    // None yet is not none: as long as orders wait for their vouchers, nobody knows.
    ...(documented === 0 && unsorted > 0 ? {} : { 'documented-order-count': documented }),
    'unproven-order-count': count('cannot-be-proven'),
    'admitted-order-count': count('admitted'),
    'unsorted-order-count': unsorted,
  };
}

/** The days of what was recorded, the latest of each kind; and those of the orders, where the list has them of all. */
async function daysOf(read: ReadHandle, found: Tables['cases'], zone: string): Promise<OnRecord['days']> {
  const days: Partial<Record<DatedEvent, readonly LegalDate[]>> = {};
  const orders = await orderDays(read, found);
  for (const event of ['ordered', 'paid', 'shipped', 'delivered', 'order-completed'] as const) {
    const dated = orders.flatMap((order) => order.days[event] ?? []);
    if (orders.length > 0 && dated.length === orders.length)
      days[event] = dated.map((at) => dateIn(at, zone));
  }
  const issuedAt = (await findNotice(read, found.id))?.issued_at ?? null;
  const issued = issuedAt === null ? found.notice_date : dateIn(issuedAt, zone);
  if (issued !== null) days['notice-issued'] = [issued];
  for (const row of (await eventRows(read, found.id)).reverse())
    days[row.event as DatedEvent] = [dateIn(row.happened_at, zone)];
  return days;
}

/**
 * The seller's own clocks of a case, those that a filing ended among them. One that was stopped for another reason, or by
 * hand, tells nothing.
 *
 * @param filedAt when what the platform has was filed; null while it has nothing
 */
async function ownClocks(read: ReadHandle, caseId: string, filedAt: Instant | null): Promise<OwnClock[]> {
  const running = (await runningClockRows(read, caseId)).filter(({ owner }) => owner === 'mine');
  const stopped = filedAt === null ? [] : await stoppedOwnRows(read, caseId);
  return [...running, ...stopped].flatMap((row) => {
    const ends = clockEnds(computedOf(row));
    const wasFiled = filedAt !== null && row.started_at <= filedAt;
    if (ends === null || (row.stopped_at !== null && !wasFiled)) return [];
    return {
      specId: row.spec_id,
      title: titleOf(row),
      startedAt: row.started_at,
      ...ends,
      filedAt: wasFiled ? filedAt : null,
    };
  });
}
