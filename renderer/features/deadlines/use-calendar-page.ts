import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  daysOnPage,
  endsByDay,
  type CalendarDay,
  type CalendarSheet,
  type DayEnd,
} from '../../../shared/deadlines/index.ts';
import { instantsOfEnds, type LegalDate } from '../../../shared/kernel/index.ts';
import { api } from '../../api/index.ts';
import { useZone } from '../../ui/index.ts';
import type { CalendarPlace } from './calendar-place.ts';
import { useDayRounds } from './use-day-rounds.ts';

/** The page of the calendar that a place is on: its days, what each is, and what stands on it. */
export function useCalendarPage({ view, day, calendar }: CalendarPlace) {
  const zone = useZone();
  const sheet: CalendarSheet = view === 'week' ? 'week' : 'month';
  const dates = useMemo(() => daysOnPage(sheet, day), [sheet, day]);
  const [from, to] = [dates[0] ?? day, dates.at(-1) ?? day];
  const asked = { enabled: view === 'month' || view === 'week', placeholderData: keepPreviousData };
  const daysQuery = useQuery(api.deadlines.days.queryOptions({ input: { calendar, from, to }, ...asked }));
  const endsQuery = useQuery(
    api.deadlines.between.queryOptions({ input: instantsOfEnds(from, to, zone), ...asked }),
  );
  const days: ReadonlyMap<LegalDate, CalendarDay> = useMemo(
    () => new Map((daysQuery.data ?? []).map((each) => [each.date, each])),
    [daysQuery.data],
  );
  const ends: ReadonlyMap<LegalDate, readonly DayEnd[]> = useMemo(
    () => endsByDay(endsQuery.data?.items ?? [], zone),
    [endsQuery.data, zone],
  );
  const rounds = useDayRounds(dates, asked.enabled);
  return { sheet, dates, days, ends, rounds, daysQuery, endsQuery };
}

export type CalendarPage = ReturnType<typeof useCalendarPage>;
