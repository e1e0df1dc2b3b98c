import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { DAY_END_KINDS } from '../../../shared/deadlines/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, ActIcon, LateText, Loaded, useActs, useText } from '../../ui/index.ts';
import { CalendarGrid, type OpenDay } from './calendar-grid.tsx';
import type { CalendarPlace } from './calendar-place.ts';
import { EndIcon } from './day-end.tsx';
import { knownWords } from './known-words.ts';
import type { CalendarPage } from './use-calendar-page.ts';

interface DeadlineCalendarProps {
  readonly place: CalendarPlace;
  readonly page: CalendarPage;
  readonly now: number;
  readonly open: OpenDay | null;
  readonly onOpen: (day: OpenDay) => void;
}

const TURNS = [
  { way: 'back', keys: '[', by: -1, Icon: ChevronLeft },
  { way: 'on', keys: ']', by: 1, Icon: ChevronRight },
] as const;

/** What ends on which day of a month or a week, and on which days nobody works. */
export function DeadlineCalendar({ place, page, now, open, onOpen }: DeadlineCalendarProps) {
  const t = useText();
  const { sheet, dates } = page;
  const [first, last] = [dates[0] ?? place.day, dates.at(-1) ?? place.day];
  const heading = sheet === 'month' ? t.format.month(place.day) : t.format.dates(first, last);
  return (
    <section className="ad-calendar-page" aria-label={heading}>
      <div className="ad-toolbar">
        {TURNS.map(({ way, keys, by, Icon }) => (
          <ActIcon
            key={way}
            act={`page-${way}`}
            keys={keys}
            variant="default"
            size="lg"
            aria-label={t(`deadlines:${way}-${sheet}`)}
            onClick={() => place.turn(by)}
          >
            <Icon size={16} aria-hidden="true" />
          </ActIcon>
        ))}
        <ActButton
          act="page-today"
          keys="t"
          label={t('deadlines:toToday')}
          variant="default"
          disabled={place.day === place.today}
          onClick={() => place.goTo(place.today)}
        >
          {t('deadlines:today')}
        </ActButton>
        <h2 className="ad-calendar-heading" aria-live="polite">
          {heading}
        </h2>
        <span className="ad-grow" />
        <CalendarSelect place={place} />
      </div>
      <Loaded query={page.daysQuery}>
        {() => (
          <Loaded query={page.endsQuery}>
            {() => (
              <>
                <PageSummary place={place} page={page} />
                <div className="ad-calendar-scroll">
                  <CalendarGrid {...{ place, page, heading, now, open, onOpen }} />
                </div>
                <p className="ad-hint">{t('deadlines:calendarHint')}</p>
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  );
}

/** Whose days off are shown. */
function CalendarSelect({ place }: { readonly place: CalendarPlace }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const calendars = useQuery(api.deadlines.calendars.queryOptions({ input: {} })).data ?? [];
  useActs([
    {
      id: 'calendar',
      label: t('deadlines:otherCalendar'),
      keys: 'c',
      run: () => {
        field.current?.focus();
        field.current?.click();
      },
    },
  ]);
  return (
    <Select
      ref={field}
      aria-label={t('deadlines:countCalendar')}
      className="ad-calendar-select"
      allowDeselect={false}
      data={calendars.map(({ id, region }) => ({ value: id, label: t.pick(region) }))}
      value={place.calendar}
      onChange={(calendar) => {
        if (calendar !== null) place.chooseCalendar(calendar);
      }}
    />
  );
}

/** The page in one line, which is also the key to its pictures; below it whatever the page cannot show. */
function PageSummary({ place, page }: Pick<DeadlineCalendarProps, 'place' | 'page'>) {
  const t = useText();
  const { sheet, dates, days, ends, endsQuery } = page;
  const calendars = useQuery(api.deadlines.calendars.queryOptions({ input: {} })).data ?? [];
  const inPage = dates.filter((date) => sheet === 'week' || date.startsWith(place.day.slice(0, 7)));
  const shown = inPage.flatMap((date) => ends.get(date) ?? []);
  const worked = inPage.filter((date) => days.get(date)?.works === true).length;
  const unsettled = dates
    .flatMap((date) => days.get(date) ?? [])
    .filter((day) => day.estimate || day.library);
  const calendar = calendars.find(({ id }) => id === place.calendar);
  const { left = 0, lateBefore = 0 } = endsQuery.data ?? {};
  return (
    <div className="ad-calendar-summary">
      <p className="ad-row">
        {shown.length === 0 ? <span>{t(`deadlines:pageEmpty-${sheet}`)}</span> : null}
        {DAY_END_KINDS.map((kind) => {
          const count = shown.filter((end) => end.kind === kind).length;
          return count === 0 ? null : (
            <span key={kind} className="ad-end-count">
              <EndIcon kind={kind} />
              {t(`deadlines:sum-${kind}`, { count })}
            </span>
          );
        })}
        <span className="ad-dim">
          {`${t('deadlines:workDays', { count: worked })} · ${t('deadlines:offDays', { count: inPage.length - worked })}`}
        </span>
      </p>
      {lateBefore === 0 ? null : (
        <p>
          <LateText>{t('deadlines:lateBefore', { count: lateBefore })}</LateText>{' '}
          <Link to="?view=list">{t('deadlines:inList')}</Link>
        </p>
      )}
      {left === 0 ? null : (
        <p>
          {t('deadlines:leftOut', { count: left })} <Link to="?view=list">{t('deadlines:inList')}</Link>
        </p>
      )}
      {calendar === undefined || unsettled.length === 0 ? null : (
        <p className="ad-hint">
          {knownWords(t, calendar)}
          {unsettled.some((day) => day.estimate && day.library) ? ` · ${t('deadlines:pageMayMove')}` : ''}
        </p>
      )}
    </div>
  );
}
