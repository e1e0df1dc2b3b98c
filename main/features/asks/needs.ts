import { Temporal } from 'temporal-polyfill';
import { askMessages, numbersShown, type Ask, type OpenNeed } from '../../../shared/asks/index.ts';
import { INTERNAL_CUT_OFF } from '../../../shared/reminders/index.ts';
import { addressees } from '../../../shared/rulebook/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { runningClockRows } from '../deadlines/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { askRows, ordersToProve, toAsk, waybillsOf } from './asks.repo.ts';

/** What is missing in a case, by whom to ask for it, and what of it was asked for. */
export interface CaseNeeds {
  readonly needs: readonly Pick<OpenNeed, 'addressee' | 'needs'>[];
  /** The requests that wait for an answer. */
  readonly open: readonly Ask[];
  readonly waybills: ReadonlyMap<string, string>;
  readonly end: OwnEnd | null;
}

/** The earliest end of the seller's own that runs in a case. */
export interface OwnEnd {
  readonly dueAt: number;
  /** When the seller wants to be through (内部截止). */
  readonly cutOffAt: number;
  /** The end as a message names it: by the platform's day and hour. */
  readonly words: string;
}

/** What is missing, by the person to ask for it, as one message each. */
export async function openNeeds(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<OpenNeed[]> {
  const { needs, waybills, end } = await caseNeeds(read, rulebooks, caseId);
  const by = end === null ? undefined : { zh: end.words, en: end.words };
  return needs.map((each) => {
    const shown = each.needs.map((need) => ({
      ...need,
      orderNumbers: numbersShown(each.addressee, need.orderNumbers, waybills),
    }));
    return { ...each, message: askMessages({ addressee: each.addressee, needs: shown }, by) };
  });
}

/**
 * What is missing, by the person to ask for it. A group of alternates is asked for by its first member; what the form does
 * not ask of an order, and what was said not to be had, is not asked for.
 */
export async function caseNeeds(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<CaseNeeds> {
  const { requirements, orders } = await caseCoverage(read, rulebooks, caseId);
  const toProve = await ordersToProve(read, caseId);
  const open = (await askRows(read, caseId)).map(toAsk).filter((ask) => ask.state === 'open');
  const waybills = await waybillsOf(read, caseId);
  const end = await ownEnd(read, caseId);
  const groups = new Set<string>();
  const wanted = requirements.filter((requirement) => {
    if (requirement.per !== 'order' || requirement.level === 'recommended') return false;
    if (requirement.group === null) return true;
    const first = !groups.has(requirement.group);
    groups.add(requirement.group);
    return first;
  });
  const needs = addressees.flatMap((addressee): Pick<OpenNeed, 'addressee' | 'needs'>[] => {
    const missing = wanted
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
            askedFor: askedFor(open, id, orderNumbers),
          },
        ];
      });
    return missing.length === 0 ? [] : [{ addressee, needs: missing }];
  });
  return { needs, open, waybills, end };
}

async function ownEnd(read: ReadHandle, caseId: string): Promise<OwnEnd | null> {
  const [first] = (await runningClockRows(read, caseId))
    .filter((clock) => clock.owner === 'mine')
    .sort((left, right) => left.due_at - right.due_at);
  if (first === undefined) return null;
  const { zone } = JSON.parse(first.computed_json) as { zone: string };
  const words = Temporal.Instant.fromEpochMilliseconds(first.due_at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
  return { dueAt: first.due_at, cutOffAt: first.due_at - INTERNAL_CUT_OFF, words };
}

function askedFor(pending: readonly Ask[], requirementId: string, orderNumbers: readonly string[]): string[] {
  const asked = new Set(
    pending.filter((ask) => ask.requirementIds.includes(requirementId)).flatMap((ask) => ask.orderNumbers),
  );
  return orderNumbers.filter((number) => asked.has(number));
}
