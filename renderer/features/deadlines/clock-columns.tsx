import { Link } from 'react-router';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import { DueText, StatusWord, type DataColumn } from '../../ui/index.ts';

/** Where five columns would cut what a case is called, there are three: what runs, and of which case below it. */
export const NARROW = '(width < 1600px)';
/** High enough for what runs and two lines of a case. */
export const NARROW_ROW = 68;

interface ClockColumns {
  readonly t: Translator;
  readonly zone: string;
  readonly now: number;
  readonly isNarrow: boolean;
}

/** The columns of the list of deadlines. */
export function columnsOf({ t, zone, now, isNarrow }: ClockColumns): DataColumn<ClockRecord>[] {
  const caseLink = (clock: ClockRecord) => {
    const words = `${clock.caseNumber} · ${clock.caseTitle}`;
    return (
      <Link
        to={`/cases/${clock.caseId}`}
        title={words}
        onClick={(event) => event.stopPropagation()}
        tabIndex={-1}
      >
        {words}
      </Link>
    );
  };
  const left: DataColumn<ClockRecord> = {
    id: 'left',
    header: t('deadlines:left'),
    width: isNarrow ? '108px' : '130px',
    cell: (clock) => <Left clock={clock} t={t} now={now} />,
  };
  const due: DataColumn<ClockRecord> = {
    id: 'due',
    header: t('deadlines:due'),
    width: '160px',
    cell: (clock) => t.format.deadline(clock.dueAt, zone, now),
  };
  if (isNarrow)
    return [
      left,
      due,
      {
        id: 'what',
        header: `${t('deadlines:what')} · ${t('deadlines:case')}`,
        width: 'minmax(200px, 1fr)',
        cell: (clock) => (
          <div className="clock-of-case">
            <div>
              {t.pick(clock.title)} · <span>{t(`deadlines:owner-${clock.owner}`)}</span>
            </div>
            <p>{caseLink(clock)}</p>
          </div>
        ),
      },
    ];
  return [
    left,
    due,
    {
      id: 'owner',
      header: t('deadlines:owner'),
      width: '110px',
      cell: (clock) => t(`deadlines:owner-${clock.owner}`),
    },
    {
      id: 'what',
      header: t('deadlines:what'),
      width: 'minmax(180px, 1.2fr)',
      cell: (clock) => t.pick(clock.title),
    },
    { id: 'case', header: t('deadlines:case'), width: 'minmax(160px, 1fr)', cell: caseLink },
  ];
}

function Left({
  clock,
  t,
  now,
}: {
  readonly clock: ClockRecord;
  readonly t: Translator;
  readonly now: number;
}) {
  if (clock.stoppedAt !== null) return <StatusWord kind="ok">{t('deadlines:stopped')}</StatusWord>;
  if (clock.owner === 'mine') return <DueText at={clock.dueAt} now={now} />;
  return clock.dueAt < now ? t('deadlines:passed') : t.format.span(clock.dueAt - now);
}
