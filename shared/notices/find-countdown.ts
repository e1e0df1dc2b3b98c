import type { Instant } from '../kernel/index.ts';
import { foldText } from './folded-text.ts';

/** Time left, as a platform's page shows it. */
export interface FoundCountdown {
  /** As it stands in the text, with the word that makes it a countdown. */
  readonly words: string;
  readonly milliseconds: number;
  /** From `start` up to, not with, `end`, in UTF-16 units of the original text. */
  readonly start: number;
  readonly end: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** No platform counts down longer; a figure beyond it is something else. */
const LONGEST = 366 * DAY;

/** What a page puts between figure, unit and next figure; pasted, it often comes as one piece a line. */
const BLANK = String.raw`\s{0,2}`;
const GAP = `(?:${BLANK},)?${BLANK}(?:and |零)?`;
/** A gap that no further figure came after. */
const GAP_BEHIND = /(?:[\s,零]|and )+$/i;
const FIGURE = String.raw`\d{1,5}(?:\.\d{1,2})?`;
const COLON = `${BLANK}:${BLANK}`;
const CLOCK = String.raw`(?<clockHours>\d{1,4})${COLON}(?<clockMinutes>\d{2})${COLON}(?<clockSeconds>\d{2})(?![\d:])`;
const DAYS = `(?<days>${FIGURE})${BLANK}(?:天|days?(?![a-z])|d(?![a-z]))`;
const HOURS = `(?<hours>${FIGURE})${BLANK}(?:个?小时|个?钟头|时|hours?(?![a-z])|hrs?(?![a-z])|h(?![a-z]))`;
const MINUTES = `(?<minutes>${FIGURE})${BLANK}(?:分钟?|minutes?(?![a-z])|mins?(?![a-z])|m(?![a-z]))`;
const SECONDS = `(?<seconds>${FIGURE})${BLANK}(?:秒钟?|seconds?(?![a-z])|secs?(?![a-z])|s(?![a-z]))`;
/** A length of time; every part may be missing, and an empty one is told apart afterwards. */
const LENGTH = `(?:${DAYS}${GAP})?(?:${CLOCK}|(?:${HOURS}${GAP})?(?:${MINUTES}${GAP})?(?:${SECONDS})?)`;
const BEGIN = String.raw`(?<!\d|\d[.:,])`;

const MATTER = '的?可?(?:申诉|处理|举证|操作|提交|响应|回复|有效)?';
const STILL = '(?:还有|还剩|仅剩|剩余|约|仅|为|是)?';
/** What says that the time that follows is left: never a bare length, which is a window (72小时内申诉). */
const LEFT_BEFORE = [
  `(?:[还仅只]?剩余?|还余|(?<![其业])余|还有|倒计时)(?:下|${MATTER}(?:时间|时长|时限|期限)?)${STILL}`,
  `距离?${MATTER}(?:截止|结束|到期|关闭|超时)(?:时间)?${STILL}`,
  String.raw`(?<![a-z])(?:(?:time )?left|(?:time )?remaining(?: time)?|(?:ends|closes|expires) in)`,
].join('|');

/** The ways to say it, and how many units a length then needs to be a page's and not a rule's. */
const WAYS: readonly { readonly pattern: RegExp; readonly units: number }[] = [
  { pattern: new RegExp(`(?:${LEFT_BEFORE})\\s{0,2}:?\\s{0,2}${LENGTH}`, 'giu'), units: 1 },
  { pattern: new RegExp(`${BEGIN}${LENGTH}\\s{0,2}(?:left|remaining|to go)(?![a-z])`, 'giu'), units: 1 },
  {
    pattern: new RegExp(`(?<![a-z])in ${LENGTH}(?!${BLANK}(?:of|from|after|since)(?![a-z]))`, 'giu'),
    units: 1,
  },
  {
    pattern: new RegExp(
      `${BEGIN}${LENGTH}\\s{0,2}(?:之?后|以后)(?:将|会|自动|系统|申诉|入口|通道){0,3}` +
        '(?:关闭|截止|结束|到期|逾期|失效|过期|超时)',
      'giu',
    ),
    units: 2,
  },
];
/** A sentence that tells somebody to act gives a window: "please respond in 72 hours". */
const TELLS_TO_ACT =
  /(?<![a-z])(?:must|should|shall|need|please|appeal|respond|reply|submit|file|provide|upload)(?![a-z])/i;

/**
 * Finds the countdown of a platform's page: `剩2天21小时13分`, `剩余 71:59:03`, `还剩 2 天`, `2天21小时13分20秒后关闭`,
 * `2 days 21 h 13 min left`, `in 71 hours`. The first one in the text counts.
 *
 * A length of time with no word for "left" is a window that a rule gives, not a countdown; so are `within 72 hours` and
 * `please respond in 72 hours`. Where it is not clear, nothing is found: a window read as time left would end too late.
 *
 * @returns the milliseconds left when the page was read, with what was found; null where nothing counts down.
 */
export function findCountdown(text: string): FoundCountdown | null {
  const folded = foldText(text);
  let first: { index: number; length: number; milliseconds: number } | null = null;
  for (const { pattern, units } of WAYS) {
    for (const match of folded.text.matchAll(pattern)) {
      const milliseconds = lengthOf(match.groups ?? {}, units);
      if (milliseconds === null || isWindow(folded.text, match)) continue;
      if (first === null || match.index < first.index) {
        first = { index: match.index, length: match[0].replace(GAP_BEHIND, '').length, milliseconds };
      }
      break;
    }
  }
  if (first === null) return null;
  const span = folded.span(first.index, first.index + first.length);
  return { words: text.slice(span.start, span.end), milliseconds: first.milliseconds, ...span };
}

/**
 * When a countdown ends.
 *
 * @param milliseconds left when the page was read.
 * @param readAt when it was read, ms UTC. A page that counts in minutes ends up to a minute later than this: never earlier.
 */
export function endOfCountdown(milliseconds: number, readAt: Instant): Instant {
  return readAt + milliseconds;
}

/** Whether an English `in 72 hours` belongs to a sentence that tells somebody to act. */
function isWindow(text: string, match: RegExpExecArray): boolean {
  if (!/^in /i.test(match[0])) return false;
  const before = text.slice(Math.max(0, match.index - 200), match.index);
  return TELLS_TO_ACT.test(before.split(/[.!?;。！？；\n]/).at(-1) ?? '');
}

function lengthOf(groups: Readonly<Record<string, string | undefined>>, unitsNeeded: number): number | null {
  const { days, hours, minutes, seconds, clockHours, clockMinutes, clockSeconds } = groups;
  if (Number(clockMinutes ?? 0) > 59 || Number(clockSeconds ?? 0) > 59) return null;
  const parts: readonly (readonly [string | undefined, number])[] = [
    [days, DAY],
    [hours ?? clockHours, HOUR],
    [minutes ?? clockMinutes, MINUTE],
    [seconds ?? clockSeconds, SECOND],
  ];
  const named = parts.filter(([figure]) => figure !== undefined);
  if (named.length < unitsNeeded) return null;
  // Behind a larger unit no page counts a smaller one beyond its own end: 99 天 99 小时 is a slip of the hand.
  if ((days !== undefined || hours !== undefined) && Number(minutes ?? 0) >= 60) return null;
  if (named.length > 1 && Number(seconds ?? 0) >= 60) return null;
  if (days !== undefined && Number(hours ?? clockHours ?? 0) >= 24) return null;
  const milliseconds = named.reduce((sum, [figure, unit]) => sum + Math.round(Number(figure) * unit), 0);
  return milliseconds > LONGEST ? null : milliseconds;
}
