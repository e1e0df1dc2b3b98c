import type { Translator } from '../i18n/index.ts';
import type { ReadingValue, ValueOf } from './format/index.ts';
import type { FigurePart } from './blanks.ts';

/** The kinds of figure a text can hold, by which it is said that there is none. */
export type FigureKind = 'span' | 'share' | 'money' | 'number';

/** A span in words, with its unit: `7 天`, `1–3 working days`. What softens it is left out. */
export function spanWords(value: ValueOf<'duration'>, t: Translator): string {
  const { min, max, unit, window } = value;
  if (max === null) return t('rulebook:unitNone');
  if (max === 0) return t('rulebook:unitAtOnce');
  const span = endsOf(value, t);
  // Years are said as years: nobody reads 240 months.
  if (unit === 'month' && (min === null || min === max) && max % 12 === 0)
    return t('rulebook:unit-year', { count: max / 12, span: t.format.count(max / 12) });
  if (unit !== 'window-h') return t(`rulebook:unit-${unit}`, { count: max, span });
  const { days, opens = '', closes = '' } = window ?? {};
  const key = days === 'working' ? 'rulebook:unit-window-h-working' : 'rulebook:unit-window-h';
  return t(key, { count: max, span, opens, closes });
}

function endsOf({ min, max }: Pick<ValueOf<'duration'>, 'min' | 'max'>, t: Translator): string {
  return min === null || min === max
    ? t('rulebook:durationAtMost', { max: max ?? 0 })
    : t('rulebook:durationBetween', { min, max: max ?? 0 });
}

/** What kind of figure a value has; null where it has none at all, or none that is called so. */
export function figureKind(value: ReadingValue, part: FigurePart | null): FigureKind | null {
  if (value.kind === 'duration') {
    if (value.max === null || (part !== null && !['min', 'max', 'number'].includes(part))) return null;
    return part === 'number' ? 'number' : 'span';
  }
  if (value.kind === 'penalty') {
    if (part === 'points' && mostPoints(value) !== null) return 'number';
    return part === 'money' && mostMoney(value) !== null ? 'money' : null;
  }
  if ((value.kind === 'money' || value.kind === 'sum') && part === null) return 'money';
  if (value.kind === 'percent' && part === null) return 'share';
  return numberOf(value, part) === null ? null : 'number';
}

/** A figure of a value in words; null where it has none, or none that is called so. */
export function figureWords(value: ReadingValue, part: FigurePart | null, t: Translator): string | null {
  const kind = figureKind(value, part);
  if (kind === null) return null;
  switch (value.kind) {
    case 'duration': {
      if (part === 'number') return endsOf(value, t);
      const { min, max } = value;
      // Whose working days they are is told where the span itself is.
      const unit = value.unit === 'bd' ? 'wd' : value.unit;
      if (part === 'min') return spanWords({ ...value, unit, max: min ?? max }, t);
      return spanWords(part === 'max' ? { ...value, unit, min: null } : { ...value, unit }, t);
    }
    case 'percent':
      return `${value.number}%`;
    case 'sum':
      return sumWords(value, t);
    case 'money':
      return t.format.price(value.minor, value.currency);
    case 'penalty': {
      const money = mostMoney(value);
      if (part === 'money' && money !== null) return sumWords(money, t);
      return t.format.count(mostPoints(value) ?? 0);
    }
    default:
      return t.format.count(numberOf(value, part) ?? 0);
  }
}

/** A figure without a unit: a count, the chances, how long a list is, what a form takes. */
function numberOf(value: ReadingValue, part: FigurePart | null): number | null {
  switch (value.kind) {
    case 'count':
      return part === null ? value.number : null;
    case 'attempts':
      return part === null ? value.max : part === 'supplements' ? value.supplements : null;
    case 'numbers':
      if (part === 'min') return Math.min(...value.of);
      return part === 'max' ? Math.max(...value.of) : null;
    case 'fields':
      return part === null ? value.matches.length + value.legible.length : null;
    case 'choices':
    case 'evidence':
    case 'effects':
    case 'sections':
      return part === null ? value.of.length : null;
    case 'limits':
      return part === 'characters' || part === 'files' || part === 'pages' ? value[part] : null;
    default:
      return null;
  }
}

/** The most points that a ladder of penalties costs. */
function mostPoints({ tiers }: ValueOf<'penalty'>): number | null {
  const all = tiers.flatMap(({ consequences }) => consequences.map(({ points }) => points ?? 0));
  return Math.max(0, ...all) || null;
}

/** The dearest sum of a ladder of penalties, or the dearest of its ranges. */
function mostMoney({ tiers }: ValueOf<'penalty'>) {
  const all = tiers.flatMap(({ consequences }) => consequences.flatMap(({ money }) => money ?? []));
  return all.sort((one, other) => (other.max ?? other.min ?? 0) - (one.max ?? one.min ?? 0))[0] ?? null;
}

/** A sum, or the ends of the range in which it lies: `¥5–¥50`. */
export function sumWords(
  { min, max, currency }: Pick<ValueOf<'sum'>, 'min' | 'max' | 'currency'>,
  t: Translator,
): string {
  const ends = [...new Set([min, max])].flatMap((end) => (end === null ? [] : t.format.price(end, currency)));
  return ends.join('–');
}
