import {
  askMessages,
  byWhen,
  hoursFor,
  numbersSaid,
  withUsualHours,
  type Ask,
  type OpenNeed,
} from '../../../shared/asks/index.ts';
import { cutClockOf, cutOffAt } from '../../../shared/deadlines/index.ts';
import {
  addressees,
  findScenario,
  type CoverageView,
  type Requirement,
} from '../../../shared/rulebook/index.ts';
import { computedOf, findCaseRow, type ReadHandle } from '../../workspace/index.ts';
import type { Services } from '../../core/context.ts';
import type { Rulebooks } from '../editions/index.ts';
import { planOf, runningClockRows } from '../deadlines/index.ts';
import { caseCoverage } from '../requirements/index.ts';
import { askedCases, askRows, ordersToProve, toAsk, waybillsOf } from './asks.repo.ts';
import { setHours } from './hours.repo.ts';

/** What is missing in a case, by whom to ask for it, and what of it was asked for. */
export interface CaseNeeds {
  readonly needs: readonly Pick<OpenNeed, 'addressee' | 'needs'>[];
  /** The requests that wait for an answer. */
  readonly open: readonly Ask[];
  /** The orders that are still to be proven, in the order of the case. */
  readonly orders: readonly string[];
  readonly waybills: ReadonlyMap<string, string>;
  readonly end: OwnEnd | null;
}

/** The earliest end of the seller's own that runs in a case. */
export interface OwnEnd {
  readonly dueAt: number;
  /** When the seller wants to be through (内部截止). */
  readonly cutOffAt: number;
}

/** What is missing, by the person to ask for it, as one message each. */
export async function openNeeds(
  { read, rulebooks, clock }: Pick<Services, 'read' | 'rulebooks' | 'clock'>,
  caseId: string,
): Promise<OpenNeed[]> {
  const { needs, orders, waybills, end } = await caseNeeds(read, rulebooks, caseId);
  const [row] = await askedCases(read, [caseId]);
  const itemNumber = await itemNumberOf(read, rulebooks, caseId);
  const hours = withUsualHours(await setHours(read));
  const asking = { now: clock.now(), zone: clock.zone() };
  return needs.map((each) => {
    const { addressee } = each;
    const key = { clientId: row?.client_id ?? null, addressee, partyName: '' };
    const theirs = addressee === 'own-records' ? null : hoursFor(hours, { ...key, addressee });
    const by = byWhen(end === null ? [] : [end], addressee, theirs, asking);
    const shown = each.needs.map((need) => ({
      ...need,
      ...numbersSaid(each.addressee, need.orderNumbers, { orders, waybills }),
    }));
    return { ...each, message: askMessages({ addressee: each.addressee, itemNumber, needs: shown }, by) };
  });
}

/** The number of the item that a case is about; empty where its matter is no item, or nobody entered it. */
async function itemNumberOf(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<string> {
  const found = await findCaseRow(read, caseId);
  const { rulebook } = await rulebooks.ofCase(read, found);
  return findScenario(rulebook, found.scenario_id).chanceNumber === 'item' ? found.matter_number : '';
}

/**
 * What is missing, by the person to ask for it. A group of alternates is asked for by its first member; what the form does
 * not ask of an order, and what was said not to be had, is not asked for. What the case needs once is asked of others only:
 * one's own records are gone through by its list of vouchers.
 */
export async function caseNeeds(read: ReadHandle, rulebooks: Rulebooks, caseId: string): Promise<CaseNeeds> {
  const coverage = await caseCoverage(read, rulebooks, caseId);
  const orders = await ordersToProve(read, caseId);
  const open = (await askRows(read, caseId)).map(toAsk).filter((ask) => ask.state === 'open');
  const waybills = await waybillsOf(read, caseId);
  const end = await ownEnd(read, caseId);
  const ofOrders = firstOfEachGroup(
    coverage.requirements.filter(({ per, level }) => per === 'order' && level !== 'recommended'),
  ).map((requirement) => ({ requirement, orderNumbers: lackingOrders(coverage, requirement, orders) }));
  const ofCase = firstOfEachGroup(
    coverage.missing.filter(({ id }) => !coverage.unavailable.some((each) => each.requirementId === id)),
  ).filter(({ askOf }) => askOf !== 'own-records');
  const wanted = [
    ...ofOrders.filter(({ orderNumbers }) => orderNumbers.length > 0),
    ...ofCase.map((requirement) => ({ requirement, orderNumbers: [] })),
  ];
  const needs = addressees.flatMap((addressee): Pick<OpenNeed, 'addressee' | 'needs'>[] => {
    const missing = wanted
      .filter(({ requirement }) => requirement.askOf === addressee)
      .map(({ requirement: { id, title, whereFound, ofReturn }, orderNumbers }) => ({
        ...{ requirementId: id, title, whereFound, ofReturn, orderNumbers },
        ...askedAlready(open, id, orderNumbers),
      }));
    return missing.length === 0 ? [] : [{ addressee, needs: missing }];
  });
  return { needs, open, orders, waybills, end };
}

/** Requirements with the first of each group of alternates. */
function firstOfEachGroup(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter(
    ({ group }, place) => group === null || requirements.findIndex((each) => each.group === group) === place,
  );
}

/** The orders that lack a voucher and whatever may stand in its place, and of which nothing was said. */
function lackingOrders(
  coverage: CoverageView,
  { id, group }: Requirement,
  toProve: readonly string[],
): string[] {
  const unit = coverage.requirements.filter(
    (each) => each.id === id || (group !== null && each.group === group),
  );
  const isOpen = (order: CoverageView['orders'][number], requirementId: string): boolean =>
    order.items.find((slot) => slot.requirementId === requirementId)?.state === 'open';
  return coverage.orders
    .filter((order) => toProve.includes(order.orderNumber) && unit.every((each) => isOpen(order, each.id)))
    .map((order) => order.orderNumber);
}

async function ownEnd(read: ReadHandle, caseId: string): Promise<OwnEnd | null> {
  const [first] = (await runningClockRows(read, caseId))
    .filter((clock) => clock.owner === 'mine')
    .sort((left, right) => left.due_at - right.due_at);
  if (first === undefined) return null;
  const { started_at: startedAt, due_at: dueAt } = first;
  const clock = { startedAt, dueAt, plan: planOf(first), computed: computedOf(first) };
  return { dueAt, cutOffAt: cutOffAt(cutClockOf(clock)) };
}

function askedAlready(
  open: readonly Ask[],
  requirementId: string,
  orderNumbers: readonly string[],
): { readonly askedFor: string[]; readonly isAsked: boolean } {
  const requests = open.filter((ask) => ask.requirementIds.includes(requirementId));
  const asked = new Set(requests.flatMap((ask) => ask.orderNumbers));
  const askedFor = orderNumbers.filter((number) => asked.has(number));
  return {
    askedFor,
    isAsked: orderNumbers.length === 0 ? requests.length > 0 : askedFor.length === orderNumbers.length,
  };
}
