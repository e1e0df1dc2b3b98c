import type { VoucherProposal } from './schema.ts';

/** An item of the case by its names. */
export interface NamedItem {
  readonly itemId: string;
  readonly fileName: string;
  readonly label: string;
}

/** A voucher that can be asked for, with the words that files of its kind are named by. */
export interface NamedVoucher {
  readonly id: string;
  readonly per: 'case' | 'order';
  readonly fileWords: readonly string[];
}

/**
 * Tells from file names which voucher of which order each item is. An item is proposed only where its file name or label
 * holds exactly one order number, not as a part of a longer run of digits, and the longest file word in them belongs to
 * one voucher that each order has for itself. Where two orders or two vouchers are as likely, nothing is said.
 *
 * @param taken what is ticked already; it is not proposed again.
 * @returns proposals in the items' order; a person confirms them.
 */
export function proposeVouchers(
  items: readonly NamedItem[],
  orderNumbers: readonly string[],
  requirements: readonly NamedVoucher[],
  taken: readonly VoucherProposal[],
): VoucherProposal[] {
  const orders = [...new Set(orderNumbers)]
    .map((orderNumber) => ({ orderNumber, folded: fold(orderNumber) }))
    .filter((order) => order.folded !== '');
  const words = requirements
    .filter((requirement) => requirement.per === 'order')
    .flatMap(({ id, fileWords }) => fileWords.map((word) => ({ id, word: fold(word).trim() })))
    .filter(({ word }) => word !== '');
  const key = (each: VoucherProposal): string =>
    JSON.stringify([each.itemId, each.orderNumber, each.requirementId]);
  const known = new Set(taken.map(key));
  return items.flatMap(({ itemId, fileName, label }) => {
    const names = [fold(fileName), fold(label)];
    const orderNumber = onlyOrder(names, orders);
    const requirementId = onlyVoucher(names, words);
    if (orderNumber === null || requirementId === null) return [];
    const proposal = { itemId, orderNumber, requirementId };
    return known.has(key(proposal)) ? [] : [proposal];
  });
}

/** Figures in circles and the like are no digits of a number: they count pictures. */
function fold(name: string): string {
  return name
    .replace(/\p{No}/gu, ' ')
    .normalize('NFKC')
    .toLowerCase();
}

interface Place {
  readonly name: number;
  readonly start: number;
  readonly end: number;
}

function onlyOrder(
  names: readonly string[],
  orders: readonly { readonly orderNumber: string; readonly folded: string }[],
): string | null {
  const found = orders
    .map(({ orderNumber, folded }) => ({
      orderNumber,
      places: names.flatMap((name, index) => placesOf(name, folded, index)),
    }))
    .filter(({ places }) => places.length > 0);
  if (found.length < 2) return found[0]?.orderNumber ?? null;
  // P-1 within P-1-2 does not name a second order.
  const all = found.flatMap(({ places }) => places);
  const named = found.filter(({ places }) =>
    places.some((place) => !all.some((other) => isLarger(other, place))),
  );
  return named.length === 1 ? (named[0]?.orderNumber ?? null) : null;
}

function isLarger(other: Place, place: Place): boolean {
  const holds = other.name === place.name && other.start <= place.start && other.end >= place.end;
  return holds && other.end - other.start > place.end - place.start;
}

function placesOf(name: string, number: string, index: number): Place[] {
  const found: Place[] = [];
  for (let start = name.indexOf(number); start !== -1; start = name.indexOf(number, start + 1)) {
    const end = start + number.length;
    const goesOn = runsOn(name.charAt(start - 1), number.charAt(0));
    if (!goesOn && !runsOn(number.charAt(number.length - 1), name.charAt(end))) {
      found.push({ name: index, start, end });
    }
  }
  return found;
}

/** Whether two neighbours are of one run: two digits, or a letter of the number beside another letter. */
function runsOn(one: string, other: string): boolean {
  return (/\d/.test(one) && /\d/.test(other)) || (/[a-z]/.test(one) && /[a-z]/.test(other));
}

function onlyVoucher(
  names: readonly string[],
  words: readonly { readonly id: string; readonly word: string }[],
): string | null {
  let longest = 0;
  let ids = new Set<string>();
  for (const { id, word } of words) {
    if (word.length < longest || !names.some((name) => name.includes(word))) continue;
    if (word.length > longest) ids = new Set();
    longest = word.length;
    ids.add(id);
  }
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}
