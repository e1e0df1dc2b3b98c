import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'react-router';
import type { ClockEnd, DayEnd } from '../../../shared/deadlines/index.ts';
import { api } from '../../api/index.ts';
import { ActClose, ActPlain, Loaded, useText, useZone } from '../../ui/index.ts';
import type { OpenDay } from './calendar-grid.tsx';
import { ClockExplained } from './clock-explained.tsx';
import { EndIcon, endKey, EndWords } from './day-end.tsx';
import { kindWords } from './day-head.tsx';
import { DayRoundsExplained } from './day-rounds.tsx';
import type { CalendarPage } from './use-calendar-page.ts';

interface DayExplainedProps {
  readonly page: CalendarPage;
  readonly open: OpenDay;
  readonly now: number;
  /** Explains another line of the day; none with null. */
  readonly onExplain: (end: string | null) => void;
  readonly onClose: () => void;
}

/** A day of the calendar, read in full: why it is worked or not, and all that stands on it, each with its reason. */
export function DayExplained({ page, open, now, onExplain, onClose }: DayExplainedProps) {
  const t = useText();
  const headingId = useId();
  const section = useRef<HTMLElement>(null);
  const ends = page.ends.get(open.date) ?? [];
  const rounds = page.rounds.get(open.date);
  // A day with one line leaves nothing to choose.
  const explained = open.end ?? (ends.length === 1 && ends[0] !== undefined ? endKey(ends[0]) : null);
  useEffect(() => {
    if (!open.byKey) return;
    const line = section.current?.querySelector<HTMLElement>('.ad-day-line');
    (line ?? section.current?.querySelector('button'))?.focus();
  }, [open]);
  useEffect(() => {
    section.current?.querySelector('h2')?.scrollIntoView({ block: 'nearest' });
  }, [open.date]);
  return (
    <section ref={section} className="ad-day-panel" aria-labelledby={headingId}>
      <div className="ad-section-head ad-day-title">
        <h2 id={headingId}>{t.format.longDate(open.date)}</h2>
        <span className="ad-hint">{kindWords(page.days.get(open.date), t).join(' · ')}</span>
        <span className="ad-section-actions">
          <ActClose act="close-day" keys="escape" aria-label={t('deadlines:closeDay')} onClick={onClose} />
        </span>
      </div>
      {ends.length === 0 && rounds === undefined ? <p className="ad-dim">{t('deadlines:dayEmpty')}</p> : null}
      <ul className="ad-day-lines">
        {ends.map((end) => (
          <li key={endKey(end)}>
            <DayLine
              end={end}
              now={now}
              expanded={explained === endKey(end)}
              onPress={() => onExplain(explained === endKey(end) ? null : endKey(end))}
            />
            {explained === endKey(end) ? <WhyOf clock={end.clock} now={now} /> : null}
          </li>
        ))}
      </ul>
      {rounds === undefined ? null : <DayRoundsExplained {...rounds} />}
    </section>
  );
}

interface DayLineProps {
  readonly end: DayEnd;
  readonly now: number;
  readonly expanded: boolean;
  readonly onPress: () => void;
}

function DayLine({ end, now, expanded, onPress }: DayLineProps) {
  const t = useText();
  const zone = useZone();
  const { storeAlias, caseTitle, title } = end.clock;
  return (
    <ActPlain
      act="explain-end"
      keys="e"
      label={t('deadlines:explain')}
      of={`${storeAlias} · ${t.pick(title)} · ${caseTitle} · ${t(`deadlines:end-${end.kind}`)}`}
      className="ad-day-line"
      aria-expanded={expanded}
      onClick={onPress}
    >
      <span className="ad-end-line">
        <EndIcon kind={end.kind} />
        <span className="ad-end-who">{t(`deadlines:end-${end.kind}`)}</span>
        <span className="ad-end-time">{t.format.endTime(end.at, zone)}</span>
      </span>
      <span>
        {storeAlias} · <EndWords end={end} now={now} />
      </span>
      <span className="ad-dim">
        {caseTitle}
        {end.at >= now ? ` · ${t('deadlines:leftSpan', { span: t.format.span(end.at - now) })}` : ''}
      </span>
    </ActPlain>
  );
}

/** Why a clock ends when it does. The calendar holds only its day, its case has the reasons. */
function WhyOf({ clock, now }: { readonly clock: ClockEnd; readonly now: number }) {
  const query = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId: clock.caseId, stopped: true, limit: 500 } }),
  );
  const reasons = useRef<HTMLDivElement>(null);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (isThere) reasons.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    <div ref={reasons} className="ad-day-why">
      <p>
        <Link to={`/cases/${clock.caseId}`}>
          {clock.caseNumber} · {clock.caseTitle}
        </Link>
      </p>
      <Loaded query={query}>
        {({ items }) => {
          const found = items.find(({ id }) => id === clock.id);
          return found === undefined ? null : <ClockExplained clock={found} now={now} />;
        }}
      </Loaded>
    </div>
  );
}
