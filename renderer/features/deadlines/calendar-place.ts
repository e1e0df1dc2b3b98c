import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { create } from 'zustand';
import { readDay, turnedDay } from '../../../shared/deadlines/index.ts';
import { dateIn, type LegalDate } from '../../../shared/kernel/index.ts';

/** The ways to look at deadlines. */
export const DEADLINE_VIEWS = ['list', 'month', 'week', 'vanishing'] as const;
export type DeadlineView = (typeof DEADLINE_VIEWS)[number];

/** What whoever leaves the room finds again. */
const useRemembered = create<{ readonly view: DeadlineView; readonly calendar: string }>(() => ({
  view: 'list',
  calendar: 'CN',
}));

/** Where in the calendar somebody is, and the ways from there. */
export interface CalendarPlace {
  readonly view: DeadlineView;
  /** The day the keyboard is on; its week or month is the page. */
  readonly day: LegalDate;
  readonly today: LegalDate;
  /** Whose days off are shown. */
  readonly calendar: string;
  readonly show: (view: DeadlineView) => void;
  readonly goTo: (day: LegalDate) => void;
  readonly turn: (by: 1 | -1) => void;
  readonly chooseCalendar: (calendar: string) => void;
}

/** The view and the day stand in the address; the last view is also remembered for the next time, as is the calendar. */
export function useCalendarPlace(now: number, zone: string): CalendarPlace {
  const [params, setParams] = useSearchParams();
  const remembered = useRemembered();
  const view = DEADLINE_VIEWS.find((each) => each === params.get('view')) ?? remembered.view;
  useEffect(() => useRemembered.setState({ view }), [view]);
  const today = dateIn(now, zone);
  const day = readDay(params.get('day') ?? '') ?? today;
  const put = (nextView: DeadlineView, nextDay: LegalDate): void =>
    setParams({ view: nextView, ...(nextDay === today ? {} : { day: nextDay }) }, { replace: true });
  return {
    view,
    day,
    today,
    calendar: remembered.calendar,
    show: (next) => put(next, day),
    goTo: (next) => put(view, next),
    turn: (by) => put(view, turnedDay(view === 'week' ? 'week' : 'month', day, by)),
    chooseCalendar: (calendar) => useRemembered.setState({ calendar }),
  };
}
