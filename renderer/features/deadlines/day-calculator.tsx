import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DaySpan } from '../../../shared/deadlines/index.ts';
import { dateIn } from '../../../shared/kernel/index.ts';
import { api } from '../../api/index.ts';
import { ErrorNote, Ladder, NumberField, Section, Sheet, useNow, useText, useZone } from '../../ui/index.ts';
import { knownWords } from './known-words.ts';

/** Counts days for anybody who wants to know: no case is needed, and nothing is kept. */
export function DayCalculator() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const calendars = useQuery(api.deadlines.calendars.queryOptions({ input: {} })).data ?? [];
  const [span, setSpan] = useState<DaySpan>(() => ({
    calendar: 'CN',
    start: dateIn(now, zone),
    zone,
    count: 7,
    unit: 'wd',
    startDayCounts: false,
    movesOffHolidays: false,
  }));
  const change = (patch: Partial<DaySpan>): void => setSpan((before) => ({ ...before, ...patch }));
  const counted = useQuery(
    api.deadlines.calculate.queryOptions({ input: span, placeholderData: keepPreviousData }),
  );
  const calendar = calendars.find(({ id }) => id === span.calendar);
  return (
    <div className="day-calculator">
      <Section title={t('deadlines:count')} hint={t('deadlines:countHint')}>
        <Sheet>
          <div className="form-stack">
            <div className="form-row">
              <TextInput
                type="date"
                label={t('deadlines:countFrom')}
                value={span.start}
                onChange={(event) => {
                  const start = event.currentTarget.value;
                  if (start !== '') change({ start });
                }}
              />
              <NumberField
                label={t('deadlines:countDays')}
                min={1}
                max={3650}
                value={span.count}
                onChange={(count) => {
                  if (typeof count === 'number') change({ count });
                }}
              />
              <Select
                label={t('deadlines:countCalendar')}
                allowDeselect={false}
                data={calendars.map(({ id, region }) => ({ value: id, label: t.pick(region) }))}
                value={span.calendar}
                onChange={(calendar) => {
                  if (calendar !== null) change({ calendar });
                }}
              />
            </div>
            <SegmentedControl
              aria-label={t('deadlines:countUnit')}
              value={span.unit}
              onChange={(unit) => change({ unit: unit === 'cd' || unit === 'month' ? unit : 'wd' })}
              data={(['wd', 'cd', 'month'] as const).map((value) => ({
                value,
                label: t(`deadlines:countUnit-${value}`),
              }))}
            />
            <div className="ad-row">
              <Checkbox
                label={t('deadlines:countStart')}
                checked={span.startDayCounts}
                disabled={span.unit === 'month'}
                onChange={(event) => change({ startDayCounts: event.currentTarget.checked })}
              />
              <Checkbox
                label={t('deadlines:countMoves')}
                checked={span.movesOffHolidays && span.unit !== 'wd'}
                disabled={span.unit === 'wd'}
                onChange={(event) => change({ movesOffHolidays: event.currentTarget.checked })}
              />
            </div>
            {counted.error === null ? null : <ErrorNote error={counted.error} />}
            {counted.data?.dueAt == null ? null : (
              <>
                <p className="ad-strong">
                  {t('deadlines:countEnd', {
                    day: t.format.deadline(
                      counted.data.readings[0]?.latest ?? counted.data.dueAt,
                      span.zone,
                      now,
                    ),
                  })}
                </p>
                <Ladder clock={counted.data} reading={0} now={now} />
              </>
            )}
            {calendar === undefined ? null : <p className="ad-hint">{knownWords(t, calendar)}</p>}
          </div>
        </Sheet>
      </Section>
    </div>
  );
}
