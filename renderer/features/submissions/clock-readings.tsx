import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { Certainty, RuleLinks, DueText, Ladder, useNow, useText, useZone } from '../../ui/index.ts';
import { versionsOf, type ZonedEnd } from './clock-versions.ts';

/** A running clock with every reading of it, each of which unfolds into why it is that day. */
export function ClockReadings({ clock }: { readonly clock: ClockRecord }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { startIsLatest = false, startAssumed = false } = clock.computed;
  const isStartUnknown = startIsLatest || startAssumed;
  return (
    <div className="clock">
      <div className="clock-head">
        <b>{t.pick(clock.title)}</b>
        <span className="ad-hint">
          {t('submissions:clock.from', { when: t.format.instant(clock.startedAt, zone, now) })}
          {isStartUnknown ? ` · ${t('submissions:clock.fromAssumed')}` : ''}
        </span>
      </div>
      <p className="ad-hint">{t.pick(clock.says)}</p>
      {clock.computed.pageIsLater === true ? <p className="ad-hint">{t('deadlines:pageIsLater')}</p> : null}
      {clock.computed.wasReturned === true ? <p className="ad-hint">{t('deadlines:wasReturned')}</p> : null}
      {versionsOf(clock).map(({ place, reading, ruleIds, sources, between }) => {
        const deadline = (at: number): string => t.format.deadline(at, zone, now);
        const zoned = ({ zones }: ZonedEnd): string =>
          t.format.list(zones.map((each) => t.find(`ui:zone-${each}`) ?? each));
        // Whoever has to act counts with the first end, whoever waits with the last.
        const counted =
          between === null ? reading.latest : clock.owner === 'theirs' ? between.last.at : between.first.at;
        const soonest = between?.first.at ?? reading.earliest;
        return (
          <details key={place} className="clock-reading">
            <summary>
              <span className="clock-of">
                {ruleIds.length === 0
                  ? t('submissions:clock.page')
                  : t('submissions:clock.byRule', { rule: t.format.list(ruleIds) })}
              </span>
              <span className="clock-by">
                {between !== null && between.first.zones.length > 0 && between.last.zones.length > 0
                  ? t('submissions:clock.zones', {
                      first: deadline(between.first.at),
                      firstZone: zoned(between.first),
                      last: deadline(between.last.at),
                      lastZone: zoned(between.last),
                    })
                  : soonest === null
                    ? t('submissions:clock.by', { when: deadline(reading.latest) })
                    : t('submissions:clock.between', {
                        first: deadline(soonest),
                        when: deadline(between?.last.at ?? reading.latest),
                      })}
                {reading.certainty === 'exact' ? '' : ` · ${t(`ui:certainty-${reading.certainty}`)}`}
              </span>
              <span className="clock-left">
                <DueText at={counted} now={now} />
              </span>
              <span className="ad-hint">{t('submissions:clock.why')}</span>
            </summary>
            {sources.map((source) => (
              <p key={`${source.ruleId} ${source.readingId}`} className="clock-source">
                {source.quote === '' ? '' : t('ui:quoted', { words: source.quote })}{' '}
                <span className="ad-hint">
                  <RuleLinks ruleIds={[source.ruleId]} /> · {t.pick(source.sourceTitle)} ·{' '}
                  {source.date ?? t('ui:undated')} · <Certainty of={source} />
                </span>
              </p>
            ))}
            <Ladder clock={clock.computed} reading={place} now={now} />
          </details>
        );
      })}
    </div>
  );
}
