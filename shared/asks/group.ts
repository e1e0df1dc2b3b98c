import type { Bilingual } from '../rulebook/index.ts';
import { byWhen, type Asking } from './by-when.ts';
import { askMessages, type AskNeed } from './message.ts';
import { hoursFor, type HoursRecord } from './opening-hours.ts';
import type { Ask, AskBatch, AskedOfCase, AskGroup, AskingCase, OpenNeed } from './schema.ts';

/** A case with what is still to be asked for, and what was. */
export interface CaseToAsk {
  readonly case: AskingCase;
  readonly clientId: string;
  readonly clientName: string;
  readonly needs: readonly Pick<OpenNeed, 'addressee' | 'needs'>[];
  /** The requests that wait for an answer. */
  readonly open: readonly Ask[];
  /** The orders that the case is about, as far as they are still to be proven. */
  readonly orders: readonly string[];
  /** The waybill number of each order that has one. */
  readonly waybills: ReadonlyMap<string, string>;
}

/**
 * What is asked of whom, over many cases: one group for each addressee of each client, by name where one was written down.
 * What waits for a named person's answer stands in that person's group; what nobody was asked for in that of the kind.
 */
export function groupAsks(
  cases: readonly CaseToAsk[],
  hours: readonly HoursRecord[],
  asking: Asking,
): AskGroup[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (of: CaseToAsk, addressee: Draft['addressee'], partyName: string): Draft => {
    const key = JSON.stringify([of.clientId, addressee, partyName]);
    const draft = drafts.get(key) ?? {
      ...{ addressee, partyName, clientId: of.clientId, clientName: of.clientName },
      ...{ cases: new Map(), fresh: [], waiting: [], open: [] },
    };
    drafts.set(key, draft);
    draft.cases.set(of.case.id, of);
    return draft;
  };
  for (const of of cases) {
    for (const { addressee, needs } of of.needs) {
      for (const need of needs) {
        for (const [partyName, orderNumbers] of byParty(of.open, addressee, need)) {
          const draft = draftOf(of, addressee, partyName ?? '');
          (partyName === null ? draft.fresh : draft.waiting).push({ of, need, orderNumbers });
        }
      }
    }
    for (const each of of.open) draftOf(of, each.addressee, each.addresseeName).open.push(each);
  }
  return [...drafts.values()].map((draft) => toGroup(draft, hours, asking));
}

type Need = OpenNeed['needs'][number];

interface Wanted {
  readonly of: CaseToAsk;
  readonly need: Need;
  readonly orderNumbers: readonly string[];
}

interface Draft {
  readonly addressee: OpenNeed['addressee'];
  readonly partyName: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly cases: Map<string, CaseToAsk>;
  readonly fresh: Wanted[];
  readonly waiting: Wanted[];
  readonly open: Ask[];
}

/** The orders of a need by who was asked for them last; null: nobody was. */
function byParty(
  open: readonly Ask[],
  addressee: OpenNeed['addressee'],
  need: Need,
): ReadonlyMap<string | null, string[]> {
  const asked = new Map<string, string>();
  const requests = open
    .filter((each) => each.addressee === addressee && each.requirementIds.includes(need.requirementId))
    .toSorted((left, right) => left.askedAt - right.askedAt);
  if (need.orderNumbers.length === 0) return new Map([[requests.at(-1)?.addresseeName ?? null, []]]);
  for (const each of requests) for (const number of each.orderNumbers) asked.set(number, each.addresseeName);
  const parties = new Map<string | null, string[]>();
  for (const number of need.orderNumbers) {
    const party = asked.get(number) ?? null;
    parties.set(party, [...(parties.get(party) ?? []), number]);
  }
  return parties;
}

function toGroup(draft: Draft, hours: readonly HoursRecord[], asking: Asking): AskGroup {
  const { addressee, partyName, clientId, clientName } = draft;
  const theirs = addressee === 'own-records' ? null : hoursFor(hours, { clientId, addressee, partyName });
  const batchOf = (wanted: readonly Wanted[]) =>
    toBatch(addressee, wanted, (cases) => byWhen(cases, addressee, theirs, asking));
  return {
    ...{ addressee, partyName, clientId, clientName },
    hours: theirs,
    cases: [...draft.cases.values()].map((each) => each.case),
    fresh: batchOf(draft.fresh),
    waiting: batchOf(draft.waiting),
    open: draft.open
      .toSorted((left, right) => (left.revisitAt ?? Infinity) - (right.revisitAt ?? Infinity))
      .map(({ id, caseId, channel, askedAt, revisitAt, orderNumbers }) => ({
        ...{ id, caseId, channel, askedAt, revisitAt },
        orderCount: orderNumbers.length,
      })),
  };
}

function toBatch(
  addressee: OpenNeed['addressee'],
  wanted: readonly Wanted[],
  by: (cases: readonly AskingCase[]) => Bilingual | undefined,
): AskBatch | null {
  if (wanted.length === 0) return null;
  const cases = [...new Map(wanted.map(({ of }) => [of.case.id, of])).values()];
  const orders = new Map(
    wanted.flatMap(({ of, orderNumbers }) =>
      (orderNumbers.length === 0 ? of.orders : orderNumbers).map(
        (number) => [`${of.case.id} ${number}`, of.waybills.get(number)] as const,
      ),
    ),
  );
  const needs = new Map<string, AskNeed['needs'][number] & { readonly orderNumbers: string[] }>();
  for (const { of, need, orderNumbers } of wanted) {
    const { title, whereFound, ofReturn } = need;
    const said = numbersSaid(addressee, orderNumbers, of);
    const ofWhole = said.orderNumbers.length === 0 ? of.case.id : null;
    // Two editions of a pack may call one voucher by two names.
    const key = JSON.stringify([need.requirementId, title, whereFound, ofWhole]);
    const known = needs.get(key) ?? {
      ...{ title, whereFound, ofReturn, orderNumbers: [] },
      aboutOrders: said.aboutOrders,
    };
    known.orderNumbers.push(...said.orderNumbers);
    needs.set(key, known);
  }
  return {
    caseIds: cases.map((each) => each.case.id),
    orderCount: orders.size,
    waybillCount: [...orders.values()].filter((waybill) => waybill !== undefined).length,
    titles: [...new Map([...needs.values()].map(({ title }) => [title.zh, title])).values()],
    message: askMessages({ addressee, needs: [...needs.values()] }, by(cases.map((each) => each.case))),
    asked: cases.flatMap((each) => askedOf(each, wanted)),
  };
}

/**
 * The orders of which one voucher is wanted, as a message says them: what a case with one order needs once it needs of that
 * order, and of several it is said which they are.
 *
 * @param orderNumbers of which it is wanted; empty: once, for the whole case
 */
export function numbersSaid(
  addressee: OpenNeed['addressee'],
  orderNumbers: readonly string[],
  { orders, waybills }: Pick<CaseToAsk, 'orders' | 'waybills'>,
): { readonly orderNumbers: string[]; readonly aboutOrders: string[] } {
  // A courier looks by waybill, and knows no order number.
  const known = (numbers: readonly string[]): string[] =>
    numbers.map((number) => {
      const waybill = addressee === 'courier' ? waybills.get(number) : undefined;
      return waybill === undefined ? number : `${number} / ${waybill}`;
    });
  if (orderNumbers.length > 0) return { orderNumbers: known(orderNumbers), aboutOrders: [] };
  if (orders.length === 1) return { orderNumbers: known(orders), aboutOrders: [] };
  return { orderNumbers: [], aboutOrders: known(orders) };
}

/** What is asked for of one case: vouchers that are wanted of the very same orders as one request. */
function askedOf(of: CaseToAsk, wanted: readonly Wanted[]): AskedOfCase[] {
  const requests = new Map<string, AskedOfCase>();
  for (const { need, orderNumbers } of wanted.filter((each) => each.of === of)) {
    const key = orderNumbers.toSorted().join('\n');
    const request = requests.get(key) ?? {
      caseId: of.case.id,
      requirementIds: [],
      orderNumbers: [...orderNumbers],
    };
    request.requirementIds.push(need.requirementId);
    requests.set(key, request);
  }
  return [...requests.values()];
}
