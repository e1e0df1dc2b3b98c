import type { ReadYear } from '../../../shared/deadlines/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, ErrorNote, Sheet, useNow, useText } from '../../ui/index.ts';
import { ClockChangeList } from './clock-change-list.tsx';
import { useMoreChanges } from './use-more-changes.ts';

interface YearPreviewProps {
  readonly file: FileReference;
  readonly read: ReadYear;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** By which notices a year is, and which of its days would be others than was assumed, before anything changes. */
export function YearPreview({ file, read, onDone, onLeave }: YearPreviewProps) {
  const t = useText();
  const now = useNow();
  const all = useMoreChanges(
    read.clocks,
    async (skip) => (await client.deadlines.readYear({ file, skip })).clocks,
  );
  const add = useChange(client.deadlines.addYear, {
    features: ['deadlines', 'rulebook', 'cases'],
    ownErrors: true,
    onSuccess: onDone,
  });
  return (
    <Sheet>
      <section aria-label={t('deadlines:yearShown')} className="ad-stack">
        <h3 className="ad-rule-title">
          {t('deadlines:yearTitle', { region: t.pick(read.region), year: read.year })}
        </h3>
        <dl className="ad-facts">
          <dt>{t('deadlines:yearBy')}</dt>
          <dd>
            {read.notices.map(({ number, date, address }) => (
              <div key={number}>
                {number} · {date}
                {address === null ? null : <span className="ad-hint"> · {address}</span>}
              </div>
            ))}
          </dd>
          <dt>{t('deadlines:yearKnown')}</dt>
          <dd>
            {read.known === null ? t('deadlines:yearKnownNothing') : t(`deadlines:yearKnown-${read.known}`)}
          </dd>
        </dl>
        {read.days.length === 0 ? (
          <p>{t('deadlines:yearNoDays')}</p>
        ) : (
          <>
            <p>{t('deadlines:yearDays', { count: read.days.length })}</p>
            <ul className="calendar-days">
              {read.days.map(({ date, weekday, before, after }) => {
                const name = after.name ?? before.name;
                return (
                  <li key={date}>
                    {t.format.legalDay(date)} {t.format.weekday(weekday)}
                    {': '}
                    {t(before.works ? 'deadlines:yearWorks' : 'deadlines:yearOff')} →{' '}
                    <b>{t(after.works ? 'deadlines:yearWorks' : 'deadlines:yearOff')}</b>
                    {name === null ? '' : ` · ${t.pick(name)}`}
                  </li>
                );
              })}
            </ul>
          </>
        )}
        {read.clocks.items.length === 0 ? (
          <p className="ad-hint">{t('deadlines:yearNoClocks')}</p>
        ) : (
          <div>
            <p>{t('deadlines:yearClocks', { count: read.clocks.items.length + read.clocks.left })}</p>
            <ClockChangeList
              changes={all.changes}
              now={now}
              ofCases
              onMore={{ run: all.more, isPending: all.isPending }}
            />
          </div>
        )}
        {add.error === null ? null : <ErrorNote error={add.error} />}
        <div className="ad-row">
          <ActButton
            act="add-year"
            keys="i"
            loading={add.isPending}
            onClick={() => add.mutate({ file, sha256: read.sha256 })}
          >
            {t('deadlines:yearAdd')}
          </ActButton>
          <ActButton act="leave-year" keys="n" variant="default" onClick={onLeave}>
            {t('ui:notNow')}
          </ActButton>
        </div>
      </section>
    </Sheet>
  );
}
