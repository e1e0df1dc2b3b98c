import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MOST_ANSWER_MINUTES, MOST_CLOSED_SPANS } from '../../../shared/asks/index.ts';
import { api } from '../../api/index.ts';
import {
  ActButton,
  ActClose,
  FieldError,
  NumberField,
  findZones,
  useText,
  useZoneNames,
  type ZoneName,
} from '../../ui/index.ts';
import { isTurnedSpan, type HoursForm } from './hours-form.ts';

const WORKDAYS = 5;

/** The hours of each day, holidays, the time an answer takes, and days closed besides. */
export function HoursFields({ form }: { readonly form: HoursForm }) {
  const t = useText();
  const calendars = useQuery(api.deadlines.calendars.queryOptions({ input: {} })).data ?? [];
  const { week, change } = form;
  const zones = useZoneNames(form.zone);
  return (
    <>
      <fieldset className="hours-week">
        <legend>{t('asks:opening.week')}</legend>
        <p className="ad-hint">{t('asks:opening.weekHint')}</p>
        <div className="hours-days">
          {week.map((text, place) => (
            <TextInput
              key={place}
              label={t('asks:opening.day', { day: t.format.weekday(place + 1) })}
              value={text}
              maxLength={60}
              data-autofocus={place === 0 ? true : undefined}
              error={
                form.wrongDays[place] === true ? <FieldError text={t('asks:opening.wrongDay')} /> : undefined
              }
              onChange={(event) => {
                const typed = event.currentTarget.value;
                change({ week: week.map((each, other) => (other === place ? typed : each)) });
              }}
            />
          ))}
        </div>
        {form.isNeverOpen ? <FieldError text={t('asks:opening.noDay')} /> : null}
        <ActButton
          act="copy-monday"
          keys="mod+shift+m"
          whileTyping
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            change({ week: week.map((each, place) => (place < WORKDAYS ? (week[0] ?? '') : each)) })
          }
        >
          {t('asks:opening.copyMonday')}
        </ActButton>
      </fieldset>
      <Select
        label={t('asks:opening.holidays')}
        allowDeselect={false}
        value={form.holidays}
        onChange={(holidays) => change({ holidays: holidays ?? '' })}
        data={[
          { value: '', label: t('asks:opening.holidaysOpen') },
          ...calendars
            .filter(({ validThrough }) => validThrough !== null)
            .map(({ id, region }) => ({
              value: id,
              label: t('asks:opening.holidaysClosed', { region: t.pick(region) }),
            })),
        ]}
      />
      <div className="form-row">
        <NumberField
          label={t('asks:opening.answer')}
          description={t('asks:opening.answerHint')}
          min={0.25}
          max={MOST_ANSWER_MINUTES / 60}
          step={0.5}
          parts
          value={form.answerHours}
          onChange={(answerHours) => change({ answerHours })}
        />
        <Select
          label={t('asks:opening.zone')}
          searchable
          allowDeselect={false}
          value={form.zone}
          onChange={(zone) => change({ zone: zone ?? form.zone })}
          data={zones.map(asOption)}
          filter={({ search }) => findZones(zones, search).map(asOption)}
        />
      </div>
      <ClosedSpans form={form} />
    </>
  );
}

function asOption({ zone, label }: ZoneName) {
  return { value: zone, label };
}

/** Days on which they are closed besides. */
function ClosedSpans({ form: { closedSpans, change } }: { readonly form: HoursForm }) {
  const t = useText();
  const write = (place: number, patch: { readonly from?: string; readonly to?: string }): void =>
    change({
      closedSpans: closedSpans.map((span, other) => (other === place ? { ...span, ...patch } : span)),
    });
  return (
    <fieldset className="hours-week">
      <legend>{t('asks:opening.closed')}</legend>
      {closedSpans.map((span, place) => (
        <div key={place} className="form-row hours-closed" data-row>
          <TextInput
            type="date"
            label={t('asks:opening.closedFrom')}
            value={span.from}
            onChange={(event) => write(place, { from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('asks:opening.closedTo')}
            value={span.to}
            error={isTurnedSpan(span) ? <FieldError text={t('asks:opening.closedWrong')} /> : undefined}
            onChange={(event) => write(place, { to: event.currentTarget.value })}
          />
          <ActClose
            act="remove-closed"
            keys="mod+shift+x"
            whileTyping
            of={span.from}
            aria-label={`${t('asks:opening.closedRemove')} · ${span.from}`}
            onClick={() => change({ closedSpans: closedSpans.filter((_each, other) => other !== place) })}
          />
        </div>
      ))}
      <ActButton
        act="add-closed"
        keys="mod+shift+a"
        whileTyping
        variant="subtle"
        size="compact-sm"
        disabled={closedSpans.length >= MOST_CLOSED_SPANS}
        onClick={() => change({ closedSpans: [...closedSpans, { from: '', to: '' }] })}
      >
        {t('asks:opening.closedAdd')}
      </ActButton>
    </fieldset>
  );
}
