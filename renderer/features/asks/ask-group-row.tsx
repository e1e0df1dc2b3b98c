import { useState } from 'react';
import { Link } from 'react-router';
import type { AskGroup } from '../../../shared/asks/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { Entry, LateText, StatusWord, useText, useZone, RowButton } from '../../ui/index.ts';
import { HoursButton } from './hours-button.tsx';
import { CopyMessage } from './copy-message.tsx';
import type { GroupRow } from './group-rows.ts';
import { HoursDialog } from './hours-dialog.tsx';
import { opennessText } from './hours-text.ts';
import { LastWords } from './last-words.tsx';
import { nameOf } from './names.ts';
import { RevisitDialog } from './revisit-dialog.tsx';
import { SharedRecordDialog } from './shared-record-dialog.tsx';
import { useCalendars } from './use-calendars.ts';

/** So many cases are named; of more it is said how many there are. */
const CASES_NAMED = 4;

interface AskGroupRowProps {
  readonly row: GroupRow;
  /** In which its message is sent. */
  readonly language: Language;
  readonly isOneOfMany: boolean;
  readonly now: number;
}

/** One addressee over all cases: what is wanted, until when to ask, whether they are there, the message and its record. */
export function AskGroupRow({ row, language, isOneOfMany, now }: AskGroupRowProps) {
  const t = useText();
  const zone = useZone();
  const calendars = useCalendars();
  const [open, setOpen] = useState<'record' | 'revisit' | 'hours' | null>(null);
  const { kind, group, batch, due, outlook } = row;
  const who = nameOf(group, t, isOneOfMany);
  const of = `${who} · ${t(kind === 'fresh' ? 'asks:state.fresh' : 'asks:state.open')}`;
  const words = language === 'en' ? batch?.message.en : batch?.message.zh;
  const sent = t(kind === 'fresh' ? 'asks:sent' : 'asks:sentAgain');
  const { hours } = group;
  const hasEnd = outlook.first?.at != null || outlook.late.length > 0;
  const close = (): void => setOpen(null);
  return (
    <Entry
      lead={<Lead row={row} now={now} />}
      title={
        <>
          <b>{who}</b>
          {hours === null ? null : (
            <span className="ad-hint">
              {` · `}
              {opennessText(hours.hours, { zone, now, calendars }, t)}
            </span>
          )}
        </>
      }
      detail={
        <>
          <p className="ask-line">
            <Wanted row={row} now={now} />
          </p>
          {batch === null || hours === null || !hasEnd ? null : (
            <p className="ask-line">
              <LastWords outlook={outlook} isAsked={kind === 'waiting'} now={now} />
              {hours.id === null ? <span className="ad-hint">{` · ${t('asks:hours.assumed')}`}</span> : null}
            </p>
          )}
          <p className="ask-line">
            <CaseLinks cases={casesOf(row)} />
          </p>
          {words === undefined ? null : (
            <details className="ask-line">
              <summary>{t('asks:message')}</summary>
              <pre className="need-words" tabIndex={0} aria-label={`${t('asks:message')} · ${of}`}>
                {words}
              </pre>
            </details>
          )}
        </>
      }
      action={
        <span className="ask-acts">
          {words === undefined ? null : (
            <CopyMessage words={words} label={t(kind === 'fresh' ? 'asks:copy' : 'asks:copyAgain')} of={of} />
          )}
          {batch === null || hours === null ? null : (
            <RowButton
              act="record-ask"
              keys="m"
              of={of}
              variant={kind === 'fresh' ? 'filled' : 'default'}
              onClick={() => setOpen('record')}
            >
              {sent}
            </RowButton>
          )}
          {kind === 'fresh' ? null : (
            <RowButton act="look-later" keys="l" of={of} onClick={() => setOpen('revisit')}>
              {t('asks:revisit.later')}
            </RowButton>
          )}
          {hours === null ? null : <HoursButton of={of} onClick={() => setOpen('hours')} />}
          {open === 'record' && batch !== null ? (
            <SharedRecordDialog
              group={group}
              batch={batch}
              words={language === 'en' ? batch.message.en : batch.message.zh}
              who={who}
              onClose={close}
            />
          ) : null}
          {open === 'revisit' ? (
            <RevisitDialog
              askIds={(due.length > 0 ? due : group.open).map(({ id }) => id)}
              who={who}
              hours={hours?.hours}
              onClose={close}
            />
          ) : null}
          {open === 'hours' && hours !== null ? (
            <HoursDialog record={hours} about={group} onClose={close} />
          ) : null}
        </span>
      }
    />
  );
}

/** How long there is to ask, or that it is time to look again; red only where it is too late. */
function Lead({
  row: { kind, group, batch, due, outlook },
  now,
}: {
  readonly row: GroupRow;
  readonly now: number;
}) {
  const t = useText();
  if (due.length > 0) return <StatusWord kind="warn">{t('asks:revisit.due')}</StatusWord>;
  if (group.hours === null) return <span className="ad-dim">{t('asks:lead.anyTime')}</span>;
  if (kind === 'waiting') return <span className="ad-dim">{t('asks:state.open')}</span>;
  if (outlook.first?.at != null) return t.format.span(outlook.first.at - now);
  if (outlook.late.length > 0) return <LateText>{t('asks:lead.late')}</LateText>;
  return <span className="ad-dim">{t(batch === null ? 'asks:state.open' : 'asks:lead.noEnd')}</span>;
}

function Wanted({ row: { kind, group, batch }, now }: { readonly row: GroupRow; readonly now: number }) {
  const t = useText();
  const zone = useZone();
  if (batch === null) return t('asks:rows.settled', { count: group.open.length });
  const counted =
    batch.orderCount === 0
      ? t(kind === 'fresh' ? 'asks:state.fresh' : 'asks:state.open')
      : group.hours === null
        ? t('asks:rows.own', { count: batch.orderCount })
        : t(kind === 'fresh' ? 'asks:rows.fresh' : 'asks:rows.waiting', { count: batch.orderCount });
  const asked = group.open.toSorted((left, right) => right.askedAt - left.askedAt)[0];
  const next = group.open[0]?.revisitAt ?? null;
  const waits =
    kind === 'fresh' || asked === undefined
      ? []
      : [
          t('asks:rows.asked', { when: t.format.instant(asked.askedAt, zone, now) }),
          ...(next === null || next <= now
            ? []
            : [t('asks:revisit.at', { when: t.format.instant(next, zone, now) })]),
        ];
  return [
    counted,
    ...(group.addressee === 'courier' && batch.waybillCount > 0
      ? [t('asks:rows.waybills', { count: batch.waybillCount })]
      : []),
    t.format.list(batch.titles.map((title) => t.pick(title))),
    ...waits,
  ].join(' · ');
}

function casesOf({ group, batch }: GroupRow): AskGroup['cases'] {
  const ids = batch?.caseIds ?? group.open.map(({ caseId }) => caseId);
  return group.cases.filter(({ id }) => ids.includes(id));
}

function CaseLinks({ cases }: { readonly cases: AskGroup['cases'] }) {
  const t = useText();
  return (
    <>
      {t('asks:rows.cases', { count: cases.length })}
      {cases.slice(0, CASES_NAMED).map(({ id, number, storeAlias }) => (
        <span key={id}>
          {' · '}
          <Link to={`/cases/${id}/evidence?view=asks`} aria-label={t('asks:rows.openCase', { number })}>
            {number}
          </Link>{' '}
          {storeAlias}
        </span>
      ))}
      {cases.length > CASES_NAMED ? ' …' : ''}
    </>
  );
}
