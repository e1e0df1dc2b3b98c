import type { ClockStep, ComputedClock } from '../../shared/deadlines/index.ts';
import { readsAlike } from '../../shared/kernel/index.ts';
import { Link } from 'react-router';
import { useText, useZone } from './language.tsx';
import { ladderLines, type LadderLine } from './ladder-lines.ts';
import { useZonedTimes } from './use-zoned-times.ts';

type Reading = ComputedClock['readings'][number];

interface LadderProps {
  readonly clock: ComputedClock;
  /** Which reading is explained, by its place; the last (longest) one unless told. */
  readonly reading?: number;
  /** The instant now, for the year. */
  readonly now: number;
}

/** Why it is this day: the walk from the event to the end, one line a day. */
export function Ladder({ clock, reading: place, now }: LadderProps) {
  const t = useText();
  const own = useZone();
  const times = useZonedTimes(clock.zone, now);
  const reading: Reading | undefined = clock.readings[place ?? clock.readings.length - 1];
  if (reading === undefined) return null;
  const isStartUnknown = clock.startIsLatest === true || clock.startAssumed === true;
  const estimated = reading.explanation.some((step) => step.kind === 'day' && step.estimate);
  return (
    <div className="ad-ladder">
      <ol>
        {ladderLines(reading.explanation).map((line, index) =>
          line.kind === 'folded' ? (
            <li key={`folded-${line.from}`} className="ad-ladder-day">
              <span>…</span>
              <i />
              <span>{foldedWords(line, t)}</span>
            </li>
          ) : (
            <Step key={index} step={line.step} zone={clock.zone} now={now} />
          ),
        )}
      </ol>
      <p className="ad-ladder-end">
        <span>{t.format.deadline(reading.latest, clock.zone, now)}</span>
        <span>
          {t(`ui:certainty-${reading.certainty}`)} · {t.find(`ui:zone-${clock.zone}`) ?? clock.zone}
          {readsAlike(reading.latest, clock.zone, own)
            ? ''
            : ` · ${t('ui:ladderHere', { when: t.format.deadline(reading.latest, own, now) })}`}
          {estimated
            ? ` · ${t(reading.library === undefined ? 'ui:ladderEstimate' : 'ui:ladderMayMove')}`
            : ''}
        </span>
      </p>
      <ZoneEnds clock={clock} reading={reading} now={now} />
      {reading.range === null &&
      reading.certainty === 'estimate' &&
      reading.inZones === undefined &&
      (estimated || !isStartUnknown) ? (
        <p className="ad-hint">{t('ui:ladderNoRange')}</p>
      ) : null}
      {/* Clocks computed by an older program have none. */}
      {reading.range == null || reading.inZones !== undefined ? null : (
        <p className="ad-hint">
          {t('ui:ladderRange', {
            earliest: times.deadline(reading.range.earliest),
            latest: times.deadline(reading.range.latest),
          })}
        </p>
      )}
      {reading.library === undefined ? null : (
        <p className="ad-hint">{t('ui:ladderLibrary', reading.library)}</p>
      )}
    </div>
  );
}

/**
 * In which zones its days may end, and when it is over in each by the person's own clock: only so can they be compared. Nothing
 * where only one comes into question.
 */
function ZoneEnds({
  clock,
  reading: { inZones, range },
  now,
}: {
  readonly clock: ComputedClock;
  readonly reading: Reading;
  readonly now: number;
}) {
  const t = useText();
  const own = useZone();
  if (inZones === undefined) return null;
  const here = (at: number): string => t.format.deadline(at, own, now);
  const placeOf = (zone: string): string => t.find(`ui:zone-${zone}`) ?? zone;
  return (
    <>
      <p className="ad-hint">
        {clock.zoneAssumed === undefined
          ? t('ui:ladderRegionOpen')
          : t('ui:ladderZoneAssumed', { zone: placeOf(clock.zone), why: t.pick(clock.zoneAssumed) })}
        {range === null
          ? null
          : ` ${t('ui:ladderZoneRange', { earliest: here(range.earliest), latest: here(range.latest) })}`}{' '}
        {t('ui:ladderZoneSettle')} <Link to="/clients">{t('ui:ladderZoneStore')}</Link>
      </p>
      {inZones.length < 2 ? null : (
        <ul className="ad-hint">
          {inZones
            .toSorted((one, other) => one.end - other.end)
            .map(({ zone, end }) => (
              <li key={zone}>
                {readsAlike(end, zone, own)
                  ? t('ui:ladderInZoneHere', { here: here(end), zone: placeOf(zone) })
                  : t('ui:ladderInZone', {
                      here: here(end),
                      zone: placeOf(zone),
                      end: t.format.deadline(end, zone, now),
                    })}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}

/** What a folded run of days is: all of one sort, or so many of each. */
function foldedWords(
  { counted, skipped }: Extract<LadderLine, { kind: 'folded' }>,
  t: ReturnType<typeof useText>,
): string {
  if (skipped === 0) return t('ui:ladderAllCounted', { count: counted });
  if (counted === 0) return t('ui:ladderNoneCounted', { count: skipped });
  return t('ui:ladderFolded', { counted, skipped });
}

/** What a day is; beside the number of days up to it, as many of them. */
function dayWords(
  { reason, counted }: Extract<ClockStep, { kind: 'day' }>,
  t: ReturnType<typeof useText>,
): string {
  const isNumbered = counted !== null && (reason === 'working-day' || reason === 'calendar-day');
  return isNumbered ? t(`ui:daysCounted-${reason}`, { count: counted }) : t(`ui:day-${reason}`);
}

function Step({
  step,
  zone,
  now,
}: {
  readonly step: ClockStep;
  readonly zone: string;
  readonly now: number;
}) {
  const t = useText();
  const { format } = t;
  const times = useZonedTimes(zone, now);
  if (step.kind === 'day') {
    const name = step.name === null ? '' : ` · ${t.pick(step.name)}`;
    return (
      <li className={step.counted === null ? 'ad-ladder-day' : 'ad-ladder-day ad-ladder-counted'}>
        <span>
          {format.legalDay(step.date)} {format.weekday(step.weekday)}
        </span>
        <i>{step.counted ?? (step.reason === 'start-day' ? '·' : '–')}</i>
        <span>
          {dayWords(step, t)}
          {name}
        </span>
      </li>
    );
  }
  if (step.kind === 'hours') {
    return (
      <li className="ad-ladder-day ad-ladder-counted ad-ladder-wide">
        <span>{times.instant(step.from)}</span>
        <i>→</i>
        <span>{t('ui:ladderHours', { hours: step.hours, to: times.deadline(step.to) })}</span>
      </li>
    );
  }
  if (step.kind === 'paused') {
    return (
      <li className="ad-ladder-day ad-ladder-wide">
        <span>{times.instant(step.from)}</span>
        <i>–</i>
        <span>{t('ui:ladderPaused', { to: times.instant(step.to) })}</span>
      </li>
    );
  }
  if (step.kind === 'window') {
    return (
      <li className="ad-ladder-day ad-ladder-counted ad-ladder-wide">
        <span>{times.instant(step.from)}</span>
        <i>→</i>
        <span>{t('ui:ladderWindow', { minutes: step.minutes, to: times.instant(step.to) })}</span>
      </li>
    );
  }
  if (step.kind === 'months') {
    return (
      <li className="ad-ladder-day ad-ladder-counted">
        <span>{format.legalDay(step.from)}</span>
        <i>→</i>
        <span>{t('ui:ladderMonths', { months: step.months, to: format.legalDay(step.to) })}</span>
      </li>
    );
  }
  return (
    <li className="ad-ladder-day ad-ladder-counted ad-ladder-wide">
      <span>{times.deadline(step.to)}</span>
      <i>·</i>
      <span>{t('ui:ladderPage')}</span>
    </li>
  );
}
