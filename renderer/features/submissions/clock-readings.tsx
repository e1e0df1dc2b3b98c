import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { Certainty, RuleLinks, DueText, Ladder, useNow, useText, useZone } from '../../ui/index.ts';

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
      {clock.computed.readings.map((reading, index) => {
        // The page's own countdown is a reading too, and rests on no rule.
        const source = clock.sources.find(
          ({ ruleId, readingId }) => ruleId === reading.ruleId && readingId === reading.readingId,
        );
        const when = t.format.deadline(reading.latest, zone, now);
        return (
          <details key={`${reading.readingId}-${index}`} className="clock-reading">
            <summary>
              <span className="clock-of">
                {reading.ruleId === null
                  ? t('submissions:clock.page')
                  : t('submissions:clock.byRule', { rule: reading.ruleId })}
              </span>
              <span className="clock-by">
                {reading.earliest === null
                  ? t('submissions:clock.by', { when })
                  : t('submissions:clock.between', {
                      first: t.format.deadline(reading.earliest, zone, now),
                      when,
                    })}
                {reading.certainty === 'exact' ? '' : ` · ${t(`ui:certainty-${reading.certainty}`)}`}
              </span>
              <span className="clock-left">
                <DueText at={reading.latest} now={now} />
              </span>
              <span className="ad-hint">{t('submissions:clock.why')}</span>
            </summary>
            {source === undefined ? null : (
              <p className="clock-source">
                {source.quote === '' ? '' : t('ui:quoted', { words: source.quote })}{' '}
                <span className="ad-hint">
                  <RuleLinks ruleIds={[source.ruleId]} /> · {t.pick(source.sourceTitle)} ·{' '}
                  {source.date ?? t('ui:undated')} · <Certainty of={source} />
                </span>
              </p>
            )}
            <Ladder clock={clock.computed} reading={index} now={now} />
          </details>
        );
      })}
    </div>
  );
}
