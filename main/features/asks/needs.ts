import { Temporal } from 'temporal-polyfill';
import { askMessages, type Ask, type OpenNeed } from '../../../shared/asks/index.ts';
import { addressees } from '../../../shared/rulebook/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { runningClockRows } from '../deadlines/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { askRows, ordersToProve, toAsk, waybillsOf } from './asks.repo.ts';

/**
 * What is missing, by the person to ask for it, as one message each. A group of alternates is asked for by its first
 * member; what the form does not ask of an order, and what was said not to be had, is not asked for.
 */
export async function openNeeds(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<OpenNeed[]> {
  const { requirements, orders } = await caseCoverage(read, rulebooks, caseId);
  const toProve = await ordersToProve(read, caseId);
  const pending = (await askRows(read, caseId)).map(toAsk).filter((ask) => ask.state === 'open');
  const waybills = await waybillsOf(read, caseId);
  const by = await ownDeadline(read, caseId);
  const groups = new Set<string>();
  const wanted = requirements.filter((requirement) => {
    if (requirement.per !== 'order' || requirement.level === 'recommended') return false;
    if (requirement.group === null) return true;
    const first = !groups.has(requirement.group);
    groups.add(requirement.group);
    return first;
  });
  return addressees.flatMap((addressee): OpenNeed[] => {
    const needs = wanted
      .filter((requirement) => requirement.askOf === addressee)
      .flatMap((requirement): OpenNeed['needs'] => {
        const unit = requirements.filter(
          (each) =>
            each.id === requirement.id || (requirement.group !== null && each.group === requirement.group),
        );
        const orderNumbers = orders
          .filter((order) => toProve.has(order.orderNumber))
          .filter((order) =>
            unit.every(({ id }) => order.items.find((slot) => slot.requirementId === id)?.state === 'open'),
          )
          .map((order) => order.orderNumber);
        if (orderNumbers.length === 0) return [];
        const { id, title, whereFound } = requirement;
        return [
          {
            requirementId: id,
            title,
            whereFound,
            orderNumbers,
            askedFor: askedFor(pending, id, orderNumbers),
          },
        ];
      });
    if (needs.length === 0) return [];
    // A courier looks by waybill, and knows no order number.
    const shown = needs.map((need) => ({
      ...need,
      orderNumbers: need.orderNumbers.map((number) =>
        addressee === 'courier' && waybills.has(number)
          ? `${number} / ${waybills.get(number) ?? ''}`
          : number,
      ),
    }));
    return [
      {
        addressee,
        needs,
        message: askMessages({ addressee, needs: shown }, by === undefined ? undefined : { zh: by, en: by }),
      },
    ];
  });
}

/** When the seller's own clock ends, as a message names it: by the platform's day and hour. */
async function ownDeadline(read: ReadHandle, caseId: string): Promise<string | undefined> {
  const [first] = (await runningClockRows(read, caseId))
    .filter((clock) => clock.owner === 'mine')
    .sort((left, right) => left.due_at - right.due_at);
  if (first === undefined) return undefined;
  const { zone } = JSON.parse(first.computed_json) as { zone: string };
  return Temporal.Instant.fromEpochMilliseconds(first.due_at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

function askedFor(pending: readonly Ask[], requirementId: string, orderNumbers: readonly string[]): string[] {
  const asked = new Set(
    pending.filter((ask) => ask.requirementIds.includes(requirementId)).flatMap((ask) => ask.orderNumbers),
  );
  return orderNumbers.filter((number) => asked.has(number));
}
