import { Temporal } from 'temporal-polyfill';
import { endDayIn } from '../kernel/index.ts';

/** The languages of the product. */
export type Language = 'zh-CN' | 'en';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = {
  'zh-CN': ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const LONG_WEEKDAYS = {
  'zh-CN': ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const zoned = (instant: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** Ways to write numbers and times as a seller reads them. All pure; `now` and `zone` come in as values. */
export interface Formatters {
  /** `11-23 15:07` / `Nov 23 15:07`; with the year where it is not that of `now`. */
  instant(instant: number, zone: string, now: number): string;
  /** An end: as `instant`, but midnight is the 24:00 of the day that ended, as people say it. */
  deadline(instant: number, zone: string, now: number): string;
  /** The clock time of an end alone: `15:07`, `24:00`. */
  endTime(instant: number, zone: string): string;
  /** The clock time alone, `15:07`. */
  time(instant: number, zone: string): string;
  /** The day alone, `11-23` / `Nov 23`; with the year where it is not that of `now`. */
  day(instant: number, zone: string, now: number): string;
  /** The heading of a day: `11 月 21 日 星期六 22:41` / `Saturday, Nov 21, 22:41`. */
  longDay(instant: number, zone: string): string;
  /** A legal date (`YYYY-MM-DD`) as month and day, `11-23` / `Nov 23`. */
  legalDay(date: string): string;
  /** A legal date as a heading: `11 月 21 日 星期六` / `Saturday, Nov 21`. */
  longDate(date: string): string;
  /** The month of a legal date: `2026 年 11 月` / `Nov 2026`. */
  month(date: string): string;
  /** A run of legal dates, with the year: `2026 年 11-16 至 11-22` / `Nov 16 – Nov 22, 2026`. */
  dates(first: string, last: string): string;
  /** 1 Monday … 7 Sunday, in its shortest form. */
  weekday(number: number): string;
  /** A length of time by its two largest units: `40 小时 26 分`, `3 天 4 小时`; from a week on in days. Never negative. */
  span(milliseconds: number): string;
  /** Money from integer minor units of an ISO 4217 currency. */
  money(minor: number, currency: string): string;
  /** Money as a sentence says it, without cents where there are none: `¥2,000`, `US$750` / `CN¥2,000`, `$750`. */
  price(minor: number, currency: string): string;
  /** What a currency is called, with its code: `人民币（CNY）` / `Chinese Yuan (CNY)`. */
  currency(code: string): string;
  /** Words one after the other: `甲、乙` / `one, two`. */
  list(words: readonly string[]): string;
  /** A whole number with its groups: `12,480`. */
  count(number: number): string;
  /** A file size: `3.4 MB`. */
  bytes(number: number): string;
}

/** Formatters of one language. */
export function createFormatters(language: Language): Formatters {
  const chinese = language === 'zh-CN';
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const currencies = new Intl.DisplayNames(language, { type: 'currency' });
  const monthDay = (month: number, day: number): string =>
    chinese ? `${two(month)}-${two(day)}` : `${MONTHS[month - 1] ?? ''} ${day}`;
  const dayOf = (at: Temporal.ZonedDateTime, now: number): string => {
    const short = monthDay(at.month, at.day);
    if (at.year === zoned(now, at.timeZoneId).year) return short;
    return chinese ? `${at.year}-${short}` : `${short}, ${at.year}`;
  };
  const longDateOf = ({ month, day, dayOfWeek }: Temporal.ZonedDateTime | Temporal.PlainDate): string => {
    const weekday = LONG_WEEKDAYS[language][dayOfWeek - 1] ?? '';
    return chinese ? `${month} 月 ${day} 日 ${weekday}` : `${weekday}, ${monthDay(month, day)}`;
  };
  const timeOf = (at: Temporal.ZonedDateTime): string => `${two(at.hour)}:${two(at.minute)}`;
  const unit = (value: number, zh: string, en: string): string => `${value} ${chinese ? zh : en}`;
  const amount = (minor: number, currency: string, how: Intl.NumberFormatOptions): string => {
    const money = new Intl.NumberFormat(language, { style: 'currency', currency, ...how });
    return money.format(minor / 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2));
  };
  const plural = (value: number, word: string): string => (value === 1 ? word : `${word}s`);
  return {
    instant(instant, zone, now) {
      const at = zoned(instant, zone);
      return `${dayOf(at, now)} ${timeOf(at)}`;
    },
    deadline(instant, zone, now) {
      const at = zoned(instant, zone);
      if (!endDayIn(instant, zone).isMidnight) return `${dayOf(at, now)} ${timeOf(at)}`;
      return `${dayOf(at.subtract({ minutes: 1 }), now)} 24:00`;
    },
    endTime: (instant, zone) => (endDayIn(instant, zone).isMidnight ? '24:00' : timeOf(zoned(instant, zone))),
    time: (instant, zone) => timeOf(zoned(instant, zone)),
    day: (instant, zone, now) => dayOf(zoned(instant, zone), now),
    longDay(instant, zone) {
      const at = zoned(instant, zone);
      return `${longDateOf(at)}${chinese ? ' ' : ', '}${timeOf(at)}`;
    },
    legalDay(date) {
      const plain = Temporal.PlainDate.from(date);
      return monthDay(plain.month, plain.day);
    },
    longDate: (date) => longDateOf(Temporal.PlainDate.from(date)),
    month(date) {
      const { year, month } = Temporal.PlainDate.from(date);
      return chinese ? `${year} 年 ${month} 月` : `${MONTHS[month - 1] ?? ''} ${year}`;
    },
    dates(first, last) {
      const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
      const [short, until] = [monthDay(from.month, from.day), monthDay(to.month, to.day)];
      if (from.year === to.year)
        return chinese ? `${from.year} 年 ${short} 至 ${until}` : `${short} – ${until}, ${to.year}`;
      return chinese
        ? `${from.year}-${short} 至 ${to.year}-${until}`
        : `${short}, ${from.year} – ${until}, ${to.year}`;
    },
    weekday: (number) => WEEKDAYS[language][number - 1] ?? '',
    span(milliseconds) {
      const length = Math.max(0, milliseconds);
      if (length < MINUTE) return chinese ? '不到 1 分' : 'under 1 min';
      const days = Math.floor(length / DAY);
      const hours = Math.floor(length / HOUR);
      const minutes = Math.floor((length % HOUR) / MINUTE);
      if (hours < 1) return unit(minutes, '分', 'min');
      if (days < 3) {
        const whole = unit(hours, '小时', 'h');
        return minutes === 0 ? whole : `${whole} ${unit(minutes, '分', 'min')}`;
      }
      const restHours = hours - days * 24;
      const whole = unit(days, '天', plural(days, 'day'));
      return restHours === 0 || days >= 7 ? whole : `${whole} ${unit(restHours, '小时', 'h')}`;
    },
    money: (minor, currency) => amount(minor, currency, { currencyDisplay: 'code' }),
    price: (minor, currency) => amount(minor, currency, { trailingZeroDisplay: 'stripIfInteger' }),
    currency(code) {
      const name = currencies.of(code) ?? code;
      if (name === code) return code;
      return chinese ? `${name}（${code}）` : `${name} (${code})`;
    },
    list: (words) => words.join(chinese ? '、' : ', '),
    count: (number) => numbers.format(number),
    bytes(number) {
      if (number < 1000) return `${number} B`;
      const units = ['KB', 'MB', 'GB', 'TB'];
      let value = number;
      let index = -1;
      do {
        value /= 1000;
        index += 1;
      } while (value >= 999.5 && index < units.length - 1);
      return `${value < 10 ? value.toFixed(1) : String(Math.round(value))} ${units[index] ?? ''}`;
    },
  };
}
