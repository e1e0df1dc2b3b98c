import { SegmentedControl, Switch } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { pagesOf, api, paged, usePages } from '../../api/index.ts';
import { useActs, EmptyState, LoadedTable, Page, useNow, useText, useZone } from '../../ui/index.ts';
import { Calendars } from './calendars.tsx';
import { columnsOf, NARROW, NARROW_ROW } from './clock-columns.tsx';
import type { OpenDay } from './calendar-grid.tsx';
import { RadarBoard } from '../radar/index.ts';
import { DEADLINE_VIEWS, useCalendarPlace, type CalendarPlace } from './calendar-place.ts';
import { ClockExplained } from './clock-explained.tsx';
import { DayCalculator } from './day-calculator.tsx';
import { DayExplained } from './day-explained.tsx';
import { DeadlineCalendar } from './deadline-calendar.tsx';
import { Recalculation } from './recalculation.tsx';
import { useCalendarPage } from './use-calendar-page.ts';

const rowId = (clock: ClockRecord): string => clock.id;

/** Every running clock, by what is due first or on its day of the calendar; choosing one shows why it ends on that day. */
export function DeadlinesRoom() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [stopped, setStopped] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const place = useCalendarPlace(now, zone);
  const page = useCalendarPage(place);
  const [opened, setOpened] = useState<OpenDay | null>(null);
  const inList = place.view === 'list';
  const inCalendar = place.view === 'month' || place.view === 'week';
  const open = opened !== null && inCalendar && page.dates.includes(opened.date) ? opened : null;
  useActs([
    {
      id: 'show-stopped',
      label: t('deadlines:showStopped'),
      keys: 'h',
      disabled: !inList,
      run: () => setStopped(!stopped),
    },
  ]);
  const query = useInfiniteQuery(
    api.deadlines.list.infiniteOptions({
      input: pagesOf({ stopped }),
      ...paged,
      enabled: inList,
    }),
  );
  const { rows: clocks, fetchMore } = usePages(query);
  const explained = clocks.find(({ id }) => id === chosen) ?? clocks[0];
  const closeDay = (): void => {
    const cell = document.querySelector<HTMLElement>(`[data-day="${open?.date ?? ''}"]`);
    setOpened(null);
    cell?.focus();
  };
  const aside = inList ? (
    explained === undefined ? null : (
      <ClockExplained clock={explained} now={now} />
    )
  ) : open === null ? null : (
    <DayExplained
      page={page}
      open={open}
      now={now}
      onExplain={(end) => setOpened({ ...open, end, byKey: false })}
      onClose={closeDay}
    />
  );
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const columns = useMemo(() => columnsOf({ t, zone, now, isNarrow }), [t, zone, now, isNarrow]);
  return (
    <Page
      title={t('app:deadlines')}
      sub={t('deadlines:sub')}
      actions={
        <>
          {inList ? (
            <Switch
              label={t('deadlines:showStopped')}
              checked={stopped}
              onChange={(event) => setStopped(event.currentTarget.checked)}
            />
          ) : null}
          <ViewSwitch place={place} />
        </>
      }
      aside={aside}
    >
      <Recalculation now={now} />
      {inList ? (
        <LoadedTable
          query={query}
          taught={
            clocks.length === 0 ? (
              <EmptyState
                title={t('deadlines:emptyTitle')}
                action={{ label: t('deadlines:toCases'), to: '/cases' }}
              >
                {t('deadlines:emptyText')}
              </EmptyState>
            ) : null
          }
          label={t('app:deadlines')}
          rows={clocks}
          columns={columns}
          rowId={rowId}
          onOpen={(clock) => setChosen(clock.id)}
          {...(isNarrow ? { rowHeight: NARROW_ROW } : {})}
          maxHeight={640}
          onNearEnd={fetchMore}
        />
      ) : place.view === 'vanishing' ? (
        <RadarBoard now={now} />
      ) : (
        <DeadlineCalendar place={place} page={page} now={now} open={open} onOpen={setOpened} />
      )}
      <DayCalculator />
      <Calendars />
    </Page>
  );
}

/** List, month or week; each is also one key away. */
function ViewSwitch({ place }: { readonly place: CalendarPlace }) {
  const t = useText();
  const keys = { list: 'l', month: 'm', week: 'w', vanishing: 'v' } as const;
  useActs(
    DEADLINE_VIEWS.map((view) => ({
      id: `show-${view}`,
      label: t(`deadlines:showAs-${view}`),
      keys: keys[view],
      disabled: place.view === view,
      run: () => place.show(view),
    })),
  );
  return (
    <SegmentedControl
      aria-label={t('deadlines:view')}
      value={place.view}
      onChange={(value) => {
        const view = DEADLINE_VIEWS.find((each) => each === value);
        if (view !== undefined) place.show(view);
      }}
      data={DEADLINE_VIEWS.map((value) => ({ value, label: t(`deadlines:view-${value}`) }))}
    />
  );
}
