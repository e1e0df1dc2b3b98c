import { foldText, type FoldedText } from './folded-text.ts';
import { labelBefore, type Label } from './number-labels.ts';
import { alikeInShape, numberTokens, type NumberToken } from './number-tokens.ts';

/** An order number where it stands first; `start` up to, not with, `end`, in UTF-16 units of the original text. */
export interface FoundOrderNumber {
  readonly orderNumber: string;
  readonly start: number;
  readonly end: number;
}

/** A long number that is none, as it stands in the text. */
export interface FoundOtherNumber {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundNumbers {
  readonly orderNumbers: FoundOrderNumber[];
  readonly otherNumbers: FoundOtherNumber[];
}

/** Longer than any order number: keys, hashes, pictures pasted as text. */
const LONGEST = 64;
/** Digits from which a number that is no order number is worth showing. */
const WORTH_SHOWING = 8;
const LINE_BREAK = /^[ \t]*\r?\n[ \t]*$/;
const PHONE =
  /^(?:(?:00)?86-?)?1[3-9]\d(?:\d{8}|-\d{4}-\d{4})$|^0\d{2,3}-\d{7,8}(?:-\d{1,6})?$|^400-?\d{3,4}-?\d{3,4}$/;
const WAYBILL = /^[a-z]{1,4}\d{8,}[a-z]{0,3}$/i;
const DATE = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}(?:T\d{1,2})?$/i;

/**
 * Finds order numbers in a pasted notice: proposals that a person confirms beside the text.
 *
 * A number counts where the platform's pattern takes it whole. It goes to `otherNumbers` where a label says that it is
 * something else (运单号, 违规编号 …), where it is masked (`1234****5678`) or rounded by a spreadsheet (`8.01E+15`), and
 * where it looks like a phone or a waybill and no word for "order" stands close before. Dates and amounts are neither.
 *
 * Nothing is joined silently: a number broken over a line is proposed as one only where both parts together fit the
 * pattern, neither part fits alone or is named something else, and neither could as well belong to its other neighbour.
 *
 * @param pattern source of a regular expression for a whole order number, as the platform's pack has it.
 * @returns each number once, where it stands first, in the text's order; no two places overlap.
 */
export function findOrderNumbers(text: string, pattern: string): FoundNumbers {
  const folded = foldText(text);
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  const fits = (value: string): boolean => value.length <= LONGEST && whole.test(value);
  const tokens = numberTokens(folded.text, fits);
  const readings = read(tokens, folded.text, fits);
  const joined = joinBroken(readings, folded.text, fits);
  return collect(joined, text, folded);
}

type Kind = 'order' | 'other' | 'neither';

interface Reading extends NumberToken {
  readonly kind: Kind;
  readonly label: Label;
}

function read(tokens: readonly NumberToken[], text: string, fits: (value: string) => boolean): Reading[] {
  const readings: Reading[] = [];
  for (const token of tokens) {
    const before = readings.at(-1);
    const gap = text.slice(before?.end ?? 0, token.start);
    // Numbers of one shape in one list share their label: 运单号：731…、732….
    const label = labelBefore(
      gap,
      before === undefined ? null : { ...before, alike: alikeInShape(before.value, token.value) },
    );
    readings.push({ ...token, label, kind: kindOf(token, label, fits) });
  }
  return readings;
}

function kindOf(token: NumberToken, label: Label, fits: (value: string) => boolean): Kind {
  if (token.form === 'amount' || token.value.length > LONGEST || DATE.test(token.value)) return 'neither';
  if (token.form === 'damaged') return 'other';
  if (token.form === 'address' || label === 'other') return worthShowing(token);
  if (!fits(token.value)) return worthShowing(token);
  const looksElse = PHONE.test(token.value) || WAYBILL.test(token.value);
  return looksElse && label !== 'order' ? 'other' : 'order';
}

function worthShowing(token: NumberToken): Kind {
  return token.value.replace(/\D/g, '').length >= WORTH_SHOWING ? 'other' : 'neither';
}

function joinBroken(readings: readonly Reading[], text: string, fits: (value: string) => boolean): Reading[] {
  const joins = readings.map((first, place) => {
    const second = readings[place + 1];
    if (second === undefined || !LINE_BREAK.test(text.slice(first.end, second.start))) return false;
    if (![first, second].every(isPart)) return false;
    return !fits(first.value) && !fits(second.value) && fits(first.value + second.value);
  });
  const found: Reading[] = [];
  for (let place = 0; place < readings.length; place += 1) {
    const first = readings[place];
    const second = readings[place + 1];
    if (first === undefined) break;
    const alone = joins[place - 1] !== true && joins[place + 1] !== true;
    if (joins[place] === true && alone && second !== undefined) {
      found.push({ ...first, kind: 'order', value: first.value + second.value, end: second.end });
      place += 1;
    } else {
      found.push(first);
    }
  }
  return found;
}

/** Whether it can be a part of a broken number: figures that are nothing else by their look or label. */
function isPart(reading: Reading): boolean {
  if (reading.form !== 'plain' || reading.label === 'other' || DATE.test(reading.value)) return false;
  return /^\d[\d-]*$/.test(reading.value) && !PHONE.test(reading.value);
}

function collect(readings: readonly Reading[], text: string, folded: FoldedText): FoundNumbers {
  const orderNumbers = new Map<string, FoundOrderNumber>();
  const otherNumbers = new Map<string, FoundOtherNumber>();
  for (const { kind, value, start, end } of readings) {
    if (kind === 'order' && !orderNumbers.has(value)) {
      orderNumbers.set(value, { orderNumber: value, ...folded.span(start, end) });
    }
  }
  for (const { kind, value, start, end } of readings) {
    if (kind !== 'other' || orderNumbers.has(value) || otherNumbers.has(value)) continue;
    const span = folded.span(start, end);
    otherNumbers.set(value, { text: text.slice(span.start, span.end), ...span });
  }
  return { orderNumbers: [...orderNumbers.values()], otherNumbers: [...otherNumbers.values()] };
}
