import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../kernel/index.ts';
import { foldText } from './folded-text.ts';

/** A date, or a date and time, that a text names. */
export interface FoundInstant {
  /** As it stands in the text. */
  readonly words: string;
  /** Ms UTC; a date without a time is its first moment in the zone. */
  readonly at: Instant;
  readonly hasTime: boolean;
  /** From `start` up to, not with, `end`, in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
}

const DATE =
  /(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d|\k<mark>\d)| ?年 ?(?<monthZh>\d{1,2}) ?月 ?(?<dayZh>\d{1,2}) ?[日号])/
    .source;
const WEEKDAY = /(?: ?\(?(?:星期|周)[一二三四五六日天]\)?)?/.source;
const HALF = /(?:(?<half>上午|下午|晚上|凌晨|中午|早上|清晨|傍晚|am|pm)[ :]?)?/.source;
const CLOCK =
  /(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?(?!\d|:\d)| ?[时点](?: ?(?<minuteZh>\d{1,2}) ?分(?: ?(?<secondZh>\d{1,2}) ?秒)?|(?<halfPast>半)|整)?)/
    .source;
const AFTER = /(?: ?(?<halfAfter>am|pm)(?![a-z])|(?<=\d)(?<offset>z|[+-]\d{2}:?\d{2})(?![\da-z:]))?/.source;
const INSTANT = new RegExp(`${DATE}(?:${WEEKDAY}(?:[ \\t,]{0,3}|(?<iso>T))${HALF}${CLOCK}${AFTER})?`, 'giu');

const LATIN_OR_DIGIT = /[0-9A-Za-z]/;
const SMALL_HOURS = new Set(['上午', '早上', '清晨', '凌晨', 'am']);

/**
 * Finds the dates and times in a text: `2026-11-20 14:03:22`, `2026/11/20`, `2026年11月20日14时03分`,
 * `2026.11.20 下午2:03`. Left out: a date without its year, a day or time that no calendar has, a half of the day that
 * contradicts its hour or leaves open which twelve o'clock is meant (`上午12:30`, `晚上12点`). 24:00 ends its day.
 *
 * A time that a clock change skips or repeats is read as `compatible` (RFC 5545): later in a gap, earlier in a repeat.
 *
 * @param zone IANA zone in which the text's times are; an ISO 8601 offset (`2026-11-20T14:03Z`) wins over it. Without
 *   the T it is none: `14:00-18:00` names two times of one day, and the first counts.
 */
export function findInstants(text: string, zone: string): FoundInstant[] {
  const folded = foldText(text);
  const found: FoundInstant[] = [];
  for (const match of folded.text.matchAll(INSTANT)) {
    if (!standsAlone(folded.text, match.index, match.groups?.['mark'])) continue;
    const { iso, offset, ...parts } = match.groups ?? {};
    const isOffset = iso !== undefined && offset !== undefined;
    const at = instantOf(parts, isOffset ? offsetZone(offset) : zone);
    if (at === null || at < 0) continue;
    const length = match[0].length - (isOffset ? 0 : (offset?.length ?? 0));
    const span = folded.span(match.index, match.index + length);
    const hasTime = parts['hour'] !== undefined;
    found.push({ words: text.slice(span.start, span.end), at, hasTime, ...span });
  }
  return found;
}

/** Whether the year begins here: it is no tail of a longer number, an address or a name. */
function standsAlone(text: string, index: number, mark: string | undefined): boolean {
  if (LATIN_OR_DIGIT.test(text.charAt(index - 1))) return false;
  return (
    mark === undefined || text.charAt(index - 1) !== mark || !LATIN_OR_DIGIT.test(text.charAt(index - 2))
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function instantOf(groups: Groups, zone: string): Instant | null {
  try {
    const date = Temporal.PlainDate.from(
      {
        year: Number(groups['year']),
        month: Number(groups['month'] ?? groups['monthZh']),
        day: Number(groups['day'] ?? groups['dayZh']),
      },
      { overflow: 'reject' },
    );
    if (groups['hour'] === undefined) return date.toZonedDateTime(zone).epochMilliseconds;
    const minute =
      groups['halfPast'] === undefined ? Number(groups['minute'] ?? groups['minuteZh'] ?? 0) : 30;
    const second = Number(groups['second'] ?? groups['secondZh'] ?? 0);
    const half = (groups['half'] ?? groups['halfAfter'])?.toLowerCase();
    const hour = hourOf(Number(groups['hour']), half);
    if (hour === null) return null;
    const endsDay = hour === 24 && minute === 0 && second === 0;
    const local = (endsDay ? date.add({ days: 1 }) : date).toPlainDateTime(
      Temporal.PlainTime.from({ hour: endsDay ? 0 : hour, minute, second }, { overflow: 'reject' }),
    );
    return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch {
    return null;
  }
}

function offsetZone(offset: string): string {
  return offset.toLowerCase() === 'z' ? 'UTC' : offset;
}

/** The hour of the 24-hour clock; null where the half of the day contradicts it or leaves it open. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (half === 'am' || half === '凌晨') return hour > 12 ? null : hour % 12;
  if (half === 'pm' && hour === 0) return null;
  if (half === 'pm' && hour > 12) return hour;
  if (half === 'pm' || half === '下午') return hour < 12 ? hour + 12 : hour;
  if (SMALL_HOURS.has(half)) return hour < 12 ? hour : null;
  if (half === '中午') return hour < 3 ? hour + 12 : hour > 10 && hour < 15 ? hour : null;
  if (hour === 12) return null;
  return hour < 12 ? hour + 12 : hour;
}
