import { useQuery } from '@tanstack/react-query';
import type { CalendarRecord } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import { api, client, useChange, useShownFile } from '../../api/index.ts';
import {
  ActButton,
  Entries,
  Entry,
  ErrorNote,
  FileDrop,
  Loaded,
  Section,
  StatusWord,
  useText,
} from '../../ui/index.ts';
import { YearPreview } from './year-preview.tsx';

/** What working days are counted by, each calendar with where it is from; and a place for a new year's notice. */
export function Calendars() {
  const t = useText();
  const upload = useShownFile((file) => client.deadlines.readYear({ file }));
  const { shown } = upload;
  const calendars = useQuery(api.deadlines.calendars.queryOptions({ input: {} }));
  return (
    <div className="holiday-calendars">
      <Section title={t('deadlines:calendars')} hint={t('deadlines:calendarsHint')}>
        <div className="ad-stack">
          {shown === null ? (
            <FileDrop
              label={t('deadlines:yearDrop')}
              multiple={false}
              paste={false}
              busy={upload.isReading}
              onFiles={upload.show}
            />
          ) : (
            <YearPreview file={shown.file} read={shown.read} onDone={upload.done} onLeave={upload.leave} />
          )}
          {upload.error === null ? null : <ErrorNote error={upload.error} />}
          <Loaded query={calendars}>
            {(list) => (
              <Entries label={t('deadlines:calendars')}>
                {list.map((calendar) => (
                  <CalendarEntry key={calendar.id} calendar={calendar} />
                ))}
              </Entries>
            )}
          </Loaded>
        </div>
      </Section>
    </div>
  );
}

function CalendarEntry({ calendar }: { readonly calendar: CalendarRecord }) {
  const t = useText();
  const remove = useChange(client.deadlines.removeYear, { features: ['deadlines', 'rulebook', 'cases'] });
  const last = calendar.added.at(-1);
  return (
    <Entry
      lead={calendar.validThrough ?? calendar.library?.through ?? '–'}
      title={t.pick(calendar.region)}
      detail={
        <>
          <div>{sourceOf(t, calendar)}</div>
          {calendar.added.map(({ year, notices, inForce }) =>
            inForce ? (
              <div key={year}>
                {t('deadlines:yearAdded', { year, notices: notices.map(({ number }) => number).join(' · ') })}
              </div>
            ) : (
              <StatusWord key={year} kind="open">
                {t('deadlines:yearRests', { year })}
              </StatusWord>
            ),
          )}
        </>
      }
      {...(last === undefined
        ? {}
        : {
            action: (
              <ActButton
                act="remove-year"
                keys="x"
                of={String(last.year)}
                variant="subtle"
                size="compact-sm"
                loading={remove.isPending}
                onClick={() => remove.mutate({ calendar: calendar.id, year: last.year })}
              >
                {t('deadlines:yearRemove')}
              </ActButton>
            ),
          })}
    />
  );
}

/** Where a calendar's days off are from, and up to when. */
function sourceOf(t: Translator, { library, title, validThrough }: CalendarRecord): string {
  if (library !== null) return t('deadlines:countLibrary', library);
  if (validThrough === null || title === null) return t('deadlines:calendarNone');
  return t('deadlines:calendarNotices', { title: t.pick(title), date: validThrough });
}
