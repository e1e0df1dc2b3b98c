import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import {
  byWeight,
  dayAfter,
  turnedDay,
  type CalendarDay,
  type DayEnd,
} from '../../../shared/deadlines/index.ts';
import type { LegalDate } from '../../../shared/kernel/index.ts';
import { useText } from '../../ui/index.ts';
import type { CalendarPlace } from './calendar-place.ts';
import { EndButton, endKey } from './day-end.tsx';
import { DayHead, useDayWords } from './day-head.tsx';
import { DayRoundLines } from './day-rounds.tsx';
import type { CalendarPage } from './use-calendar-page.ts';
import type { DayRounds } from './use-day-rounds.ts';

/** So many lines a day of a month shows; of more it shows one less, and how many are left. */
const MOST_LINES = 4;

/** A day that somebody opened to read, and the line of it that is explained. */
export interface OpenDay {
  readonly date: LegalDate;
  readonly end: string | null;
  /** Opened with the keyboard, which goes along. */
  readonly byKey: boolean;
}

interface CalendarGridProps {
  readonly place: CalendarPlace;
  readonly page: CalendarPage;
  readonly heading: string;
  readonly now: number;
  readonly open: OpenDay | null;
  readonly onOpen: (day: OpenDay) => void;
}

/**
 * The days of a page, a row a week. One tab stop: arrow keys go from day to day, Home and End to the ends of the week, Page
 * Up and Page Down turn the page, Enter opens the day.
 */
export function CalendarGrid({ place, page, heading, now, open, onOpen }: CalendarGridProps) {
  const t = useText();
  const table = useRef<HTMLTableElement>(null);
  /** The day that the keyboard is on its way to: keys come faster than pages turn. */
  const awaited = useRef<LegalDate | null>(null);
  const { dates, days, ends, rounds, sheet } = page;
  const focusDay = (date: LegalDate): void =>
    table.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus();
  useLayoutEffect(() => {
    if (awaited.current !== place.day) return;
    awaited.current = null;
    focusDay(place.day);
  }, [place.day]);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const pressed = event.target as HTMLElement;
    const from = awaited.current ?? pressed.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? place.day;
    const weekday = dates.indexOf(from) % 7;
    const goals: Partial<Record<string, LegalDate>> = {
      ArrowLeft: dayAfter(from, -1),
      ArrowRight: dayAfter(from, 1),
      ArrowUp: dayAfter(from, -7),
      ArrowDown: dayAfter(from, 7),
      Home: dayAfter(from, -weekday),
      End: dayAfter(from, 6 - weekday),
      PageUp: turnedDay(sheet, from, -1),
      PageDown: turnedDay(sheet, from, 1),
    };
    const goal = goals[event.key];
    if (goal !== undefined) {
      if (goal === place.day && awaited.current === null) focusDay(goal);
      else {
        awaited.current = goal;
        place.goTo(goal);
      }
    } else if ((event.key === 'Enter' || event.key === ' ') && pressed.closest('button') === null)
      onOpen({ date: from, end: null, byKey: true });
    else return;
    event.preventDefault();
  };
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  return (
    <table
      ref={table}
      role="grid"
      aria-label={heading}
      aria-busy={page.endsQuery.isPlaceholderData || page.daysQuery.isPlaceholderData}
      className="ad-calendar"
      data-sheet={sheet}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {t.format.weekday(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date, weekday) => (
              <DayCell
                key={date}
                date={date}
                day={days.get(date)}
                // A holiday's name stands on its first day, and again where a new row begins.
                named={weekday === 0 || !isSameHoliday(days.get(date), days.get(dayAfter(date, -1)))}
                ends={ends.get(date) ?? []}
                rounds={rounds.get(date)}
                place={place}
                now={now}
                open={open?.date === date ? open : null}
                onOpen={onOpen}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isSameHoliday = (one: CalendarDay | undefined, other: CalendarDay | undefined): boolean =>
  one?.reason === 'holiday' && other?.reason === 'holiday' && one.name?.zh === other.name?.zh;

interface DayCellProps extends Pick<CalendarGridProps, 'place' | 'now' | 'open' | 'onOpen'> {
  readonly date: LegalDate;
  readonly day: CalendarDay | undefined;
  readonly named: boolean;
  readonly ends: readonly DayEnd[];
  readonly rounds: DayRounds | undefined;
}

function DayCell({ date, day, named, ends, rounds, place, now, open, onOpen }: DayCellProps) {
  const t = useText();
  const wordsOf = useDayWords();
  const wordy = place.view === 'week';
  const shown = wordy
    ? ends
    : ends.toSorted(byWeight).slice(0, ends.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES);
  const outside = !wordy && date.slice(0, 7) !== place.day.slice(0, 7);
  return (
    <td
      role="gridcell"
      data-day={date}
      tabIndex={date === place.day ? 0 : -1}
      aria-selected={open !== null}
      aria-current={date === place.today ? 'date' : undefined}
      data-off={day?.works === false || undefined}
      data-outside={outside || undefined}
      onClick={() => onOpen({ date, end: null, byKey: false })}
    >
      <span className="visually-hidden">
        {[wordsOf(date, day), t('deadlines:endsOn', { count: ends.length })].join(' · ')}
      </span>
      <DayHead date={date} day={day} named={named} today={date === place.today} />
      {ends.length === 0 ? null : (
        <ul className="ad-calendar-ends">
          {shown.map((end) => (
            <li key={endKey(end)}>
              <EndButton
                end={end}
                now={now}
                wordy={wordy}
                chosen={open?.end === endKey(end)}
                onChoose={() => onOpen({ date, end: endKey(end), byKey: false })}
              />
            </li>
          ))}
          {shown.length === ends.length ? null : (
            <li>
              <button type="button" tabIndex={-1} className="ad-end-more">
                {t('deadlines:moreEnds', { count: ends.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
      {rounds === undefined ? null : <DayRoundLines {...rounds} />}
    </td>
  );
}
