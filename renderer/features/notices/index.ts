/** A platform's notice: its words with what is found in them, the time it leaves, and its desk in a case. */
import './notices.css';

export { CountdownFields } from './countdown-fields.tsx';
export { DeadlineFields, knownTimes, timesOfNotice, UNTOUCHED } from './deadline-fields.tsx';
export { FoundNumbers, OtherNumbers, type ListedNumber } from './found-numbers.tsx';
export { MatterNumberField } from './matter-number-field.tsx';
export { InstantField } from './instant-field.tsx';
export { NoticeDesk } from './notice-desk.tsx';
export { PageClockBeforeCase } from './page-clock-before-case.tsx';
export { PageClockField } from './page-clock-field.tsx';
export { NoticePaper } from './notice-paper.tsx';
export { readCountdown } from './page-countdown.ts';
export { useUnopenedNotice, type UnopenedDesk } from './use-unopened.ts';
export { UnopenedLine } from './unopened-line.tsx';
export { marksOf, useNoticeReading } from './use-reading.ts';
