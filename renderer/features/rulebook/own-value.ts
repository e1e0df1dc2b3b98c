import {
  matchFields,
  type CaseEvent,
  type Dimension,
  type Effect,
  type LegibleField,
  type ReadingValue,
  type ValueOf,
} from '../../../shared/rulebook/index.ts';
import { penaltyFigures, penaltyLike, type TypedFigures } from './own-penalty.ts';
import { typedAmount } from './typed-amount.ts';

type Burden = ValueOf<'burden'>;
type Duration = ValueOf<'duration'>;
type Fields = ValueOf<'fields'>;
type Limits = ValueOf<'limits'>;
type Sum = ValueOf<'sum'>;

/** What a form can limit by a number, in the order people read it on a page. */
export const LIMITS = [
  'files',
  'bytesEach',
  'bytesTotal',
  'characters',
  'charactersInAll',
  'pagesEach',
  'pages',
  'pixelsPerInch',
  'megapixels',
] as const satisfies readonly Exclude<keyof Limits, 'kind' | 'fileTypes'>[];

/** Formats that forms name, as their pages write them. */
export const FILE_TYPES = [
  ['image/jpeg', 'JPG'],
  ['image/png', 'PNG'],
  ['image/gif', 'GIF'],
  ['image/bmp', 'BMP'],
  ['image/webp', 'WEBP'],
  ['image/tiff', 'TIFF'],
  ['application/pdf', 'PDF'],
  ['application/msword', 'DOC'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCX'],
  ['video/mp4', 'MP4'],
] as const;

/** A megabyte as the screens count it: the smaller of the two that pages may mean. */
const MEGABYTE = 1_000_000;

/** Units a span can be written in. */
export const UNITS = ['h', 'cd', 'wd', 'bd', 'month'] as const satisfies readonly Duration['unit'][];

/** Kinds of value that can be written down; each needs its own fields. */
const WRITTEN = [
  'statement',
  'flag',
  'count',
  'percent',
  'money',
  'sum',
  'dimension',
  'attempts',
  'duration',
  'numbers',
  'words',
  'path',
  'choices',
  'evidence',
  'fields',
  'effects',
  'sections',
  'limits',
  'penalty',
  'burden',
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

/** The kinds a value may be written in instead of a rule's own; none where no field could hold what differs. */
export function kindsFor(like: ReadingValue): readonly WrittenKind[] {
  if (like.kind === 'unknown') return KINDS_OF_UNKNOWN;
  if (like.kind === 'penalty' && penaltyFigures(like).length === 0) return [];
  if (like.kind === 'burden' && like.steps.length === 0) return [];
  return WRITTEN.filter((kind) => kind === like.kind);
}

/** Nothing typed yet: a span begins with the unit of the rule's own. */
export function nothingTyped(like: ReadingValue): Typed {
  const unit = like.kind === 'duration' ? like.unit : 'cd';
  return {
    ...{ figure: null, yes: null, unit, from: 'submitted', lines: '', dimension: null },
    ...{ amount: '', atLeast: '', ticked: [], limits: {}, penalty: {}, steps: {} },
  };
}

/** What was typed so far. */
export interface Typed {
  readonly figure: number | null;
  readonly yes: boolean | null;
  readonly unit: Duration['unit'];
  readonly from: CaseEvent;
  /** One part a line. */
  readonly lines: string;
  /** An amount as it was typed, in the rule's currency; of one between two ends the upper. */
  readonly amount: string;
  /** The lower end of an amount as it was typed. */
  readonly atLeast: string;
  readonly dimension: Dimension | null;
  /** Entries of a list, or formats, by id. */
  readonly ticked: readonly string[];
  /** Sizes in megabytes, everything else as it is counted. */
  readonly limits: Partial<Record<(typeof LIMITS)[number], number>>;
  readonly penalty: TypedFigures;
  /** What somebody has to show, by the place of the step. */
  readonly steps: Readonly<Record<number, string>>;
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
    case 'sum':
      return like.kind === 'sum' ? sumLike(like, typed) : null;
    case 'dimension':
      return typed.dimension === null ? null : { kind, dimension: typed.dimension };
    case 'penalty':
      return like.kind === 'penalty' ? penaltyLike(like, typed.penalty) : null;
    case 'burden':
      return like.kind === 'burden' ? burdenLike(like, typed.steps) : null;
    case 'attempts':
      return figure === null || like.kind !== 'attempts' ? null : { ...like, max: figure, byOffence: [] };
    case 'numbers':
      return parts.length === 0 || !parts.every(isWhole) ? null : { kind, of: parts.map(Number) };
    case 'words':
      return parts.length === 0 ? null : { kind, of: parts };
    case 'path':
      return parts.length === 0 ? null : { kind, words: parts };
    case 'choices':
    case 'evidence':
      return typed.ticked.length === 0 ? null : { kind, of: [...typed.ticked] };
    case 'fields':
      return typed.ticked.length === 0 || like.kind !== 'fields' ? null : fieldsLike(like, typed.ticked);
    case 'effects': {
      const seen =
        like.kind === 'effects' ? like.of.filter((each) => typed.ticked.includes(keyOf(each))) : [];
      return seen.length === 0 ? null : { kind, of: seen };
    }
    case 'sections':
      // The page speaks one language, and its headings are kept as it writes them.
      return parts.length === 0 ? null : { kind, of: parts.map((part) => ({ zh: part, en: part })) };
    case 'limits':
      return like.kind === 'limits' ? limitsLike(like, typed) : null;
    case 'duration':
      return figure === null ? null : spanLike(like, figure, typed);
  }
}

/** Under which a thing that a decision changes is ticked. */
export function keyOf({ what, change }: Effect): string {
  return `${what} ${change}`;
}

/** The fields a page names: those of the order must agree with it where the rule's own must. */
function fieldsLike(like: Fields, ticked: readonly string[]): Fields {
  const matches = like.matches.length === 0 ? [] : matchFields.filter((field) => ticked.includes(field));
  const others = (ticked as LegibleField[]).filter((field) => !matches.some((each) => each === field));
  return { ...like, matches, legible: others };
}

/** What the page says of limits in the place of the rule's own; null where nothing was typed. */
function limitsLike(like: Limits, { limits, ticked }: Typed): Limits | null {
  const said = LIMITS.flatMap((name) => {
    const number = limits[name];
    if (number === undefined) return [];
    return [[name, isSize(name) ? Math.floor(number * MEGABYTE) : number] as const];
  });
  if (said.length + ticked.length === 0 || said.some(([, number]) => number < 1)) return null;
  return {
    ...like,
    ...Object.fromEntries(said),
    ...(ticked.length === 0 ? {} : { fileTypes: [...ticked] }),
  };
}

/** Whether a limit is one of size, which pages give in megabytes. */
export function isSize(name: (typeof LIMITS)[number]): boolean {
  return name === 'bytesEach' || name === 'bytesTotal';
}

function isWhole(text: string): boolean {
  return /^-?\d{1,9}$/.test(text);
}

function amountLike(like: ValueOf<'money'>, typed: string): ReadingValue | null {
  const minor = typedAmount(typed, like.currency) ?? null;
  return minor === null ? null : { ...like, minor };
}

/** An amount between two ends; an end that is left empty is none. */
function sumLike(like: Sum, typed: Typed): Sum | null {
  const [min, max] = endsTyped(like, typed);
  if (min === undefined || max === undefined || (min === null && max === null)) return null;
  return areTurned(like, typed) ? null : { ...like, min, max };
}

/** Whether the upper end of an amount lies below the lower. */
export function areTurned(like: Sum, typed: Typed): boolean {
  const [min, max] = endsTyped(like, typed);
  return min != null && max != null && max < min;
}

function endsTyped({ currency }: Sum, { atLeast, amount }: Typed) {
  return [typedAmount(atLeast, currency), typedAmount(amount, currency)] as const;
}

/** Steps of who has to show what, with the page's words where they were typed: it speaks one language. */
function burdenLike(like: Burden, typed: Typed['steps']): Burden | null {
  const words = like.steps.map((_step, place) => (typed[place] ?? '').trim());
  if (words.every((each) => each === '')) return null;
  const steps = like.steps.map((step, place) => {
    const said = words[place] ?? '';
    return said === '' ? step : { ...step, shows: { zh: said, en: said } };
  });
  return { ...like, steps };
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
