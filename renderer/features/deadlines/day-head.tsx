import type { CalendarDay } from '../../../shared/deadlines/index.ts';
import type { LegalDate } from '../../../shared/kernel/index.ts';
import { useText } from '../../ui/index.ts';

/** A day in words: its date, why it is worked or not, and how sure that is. */
export function useDayWords(): (date: LegalDate, day: CalendarDay | undefined) => string {
  const t = useText();
  return (date, day) => [t.format.longDate(date), ...kindWords(day, t)].join(' · ');
}

/** Why a day is worked or not, with the holiday it is or belongs to, and how sure that is. */
export function kindWords(day: CalendarDay | undefined, t: ReturnType<typeof useText>): string[] {
  if (day === undefined) return [];
  return [
    t(`ui:day-${day.reason}`),
    ...(day.name === null ? [] : [t.pick(day.name)]),
    ...(day.library ? [t('deadlines:byLibrary')] : []),
    ...(day.estimate ? [estimateWords(day, t)] : []),
  ];
}

/** Why a day is not settled: what a library says may still move, everything else nobody has announced. */
const estimateWords = ({ library }: CalendarDay, t: ReturnType<typeof useText>): string =>
  t(library ? 'deadlines:mayMove' : 'deadlines:estimated');

interface DayHeadProps {
  readonly date: LegalDate;
  readonly day: CalendarDay | undefined;
  /** Whether the holiday is named here. */
  readonly named: boolean;
  readonly today: boolean;
}

/** The first line of a day: its number, as paper calendars mark it. The cell says the same in words. */
export function DayHead({ date, day, named, today }: DayHeadProps) {
  const t = useText();
  const number = Number(date.slice(8));
  const mark = day?.reason === 'holiday' || day?.reason === 'makeup-day' ? day.reason : null;
  return (
    <div className="ad-day-head" aria-hidden="true">
      <span className={today ? 'ad-day-number ad-day-today' : 'ad-day-number'}>
        {number === 1 ? t.format.legalDay(date) : number}
      </span>
      {today ? <span className="ad-day-name">{t('deadlines:today')}</span> : null}
      {mark === null ? null : (
        <span className="ad-day-mark" data-mark={mark}>
          {t(`deadlines:mark-${mark}`)}
        </span>
      )}
      {mark === 'holiday' && named && day?.name != null ? (
        <span className="ad-day-name" title={t.pick(day.name)}>
          {t.pick(day.name)}
        </span>
      ) : null}
      {day?.estimate === true ? (
        <span className="ad-day-estimate" title={estimateWords(day, t)}>
          {t('deadlines:mark-estimate')}
        </span>
      ) : null}
    </div>
  );
}
