import { readAmount } from '../../../shared/orders/index.ts';
import type { CaseEvent, ReadingValue } from '../../../shared/rulebook/index.ts';

type Duration = Extract<ReadingValue, { readonly kind: 'duration' }>;

/** Units a span can be written in. */
export const UNITS = ['h', 'cd', 'wd', 'bd', 'month'] as const satisfies readonly Duration['unit'][];

/** Kinds of value that can be written down; each needs its own fields. */
const WRITTEN = [
  'statement',
  'flag',
  'count',
  'percent',
  'money',
  'attempts',
  'duration',
  'words',
  'path',
] as const satisfies readonly ReadingValue['kind'][];

/** A kind of value that somebody can write down. */
export type WrittenKind = (typeof WRITTEN)[number];

/** What the back office may show where the sources give nothing at all. */
export const KINDS_OF_UNKNOWN = [
  'duration',
  'count',
  'words',
  'path',
] as const satisfies readonly WrittenKind[];

/** The kinds a value may be written in instead of a rule's own; none where it is a table or a list. */
export function kindsFor(like: ReadingValue): readonly WrittenKind[] {
  if (like.kind === 'unknown') return KINDS_OF_UNKNOWN;
  return WRITTEN.filter((kind) => kind === like.kind);
}

/** Nothing typed yet: a span begins with the unit of the rule's own. */
export function nothingTyped(like: ReadingValue): Typed {
  const unit = like.kind === 'duration' ? like.unit : 'cd';
  return { figure: null, yes: null, unit, from: 'submitted', lines: '', amount: '' };
}

/** What was typed so far. */
export interface Typed {
  readonly figure: number | null;
  readonly yes: boolean | null;
  readonly unit: Duration['unit'];
  readonly from: CaseEvent;
  /** One part a line. */
  readonly lines: string;
  /** An amount as it was typed, in the rule's currency. */
  readonly amount: string;
}

/** The value that was typed, in the shape of the rule's own: what is not asked for stays as it was. */
export function writtenValue(like: ReadingValue, kind: WrittenKind, typed: Typed): ReadingValue | null {
  const { figure, yes } = typed;
  const parts = typed.lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  switch (kind) {
    case 'statement':
      return { kind };
    case 'flag':
      return yes === null ? null : { kind, is: yes };
    case 'count':
    case 'percent':
      return figure === null ? null : { kind, number: figure };
    case 'money':
      return like.kind === 'money' ? amountLike(like, typed.amount) : null;
    case 'attempts':
      return figure === null || like.kind !== 'attempts' ? null : { ...like, max: figure, byOffence: [] };
    case 'words':
      return parts.length === 0 ? null : { kind, of: parts };
    case 'path':
      return parts.length === 0 ? null : { kind, words: parts };
    case 'duration':
      return figure === null ? null : spanLike(like, figure, typed);
  }
}

function amountLike(
  like: Extract<ReadingValue, { readonly kind: 'money' }>,
  typed: string,
): ReadingValue | null {
  const amount = readAmount(typed, like.currency);
  const readable = amount !== null && amount !== undefined && amount.minor >= 0;
  return readable ? { ...like, minor: amount.minor, currency: amount.currency ?? like.currency } : null;
}

function spanLike(like: ReadingValue, max: number, { unit, from }: Typed): Duration {
  const own = like.kind === 'duration' ? like : { ...NEW_SPAN, from };
  const window = unit === 'window-h' ? own.window : null;
  return { ...own, min: null, max, unit, window, qualifier: null };
}

/** A span of which only what the page says is known. */
const NEW_SPAN: Omit<Duration, 'from'> = {
  kind: 'duration',
  min: null,
  max: null,
  unit: 'cd',
  startStated: true,
  laterOf: [],
  startDayCounts: false,
  holidaysCount: null,
  pauseDuringReview: false,
  movesOffHolidays: false,
  window: null,
  onPage: false,
  qualifier: null,
};
