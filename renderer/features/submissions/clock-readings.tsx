import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { RuleLinks, DueText, Ladder, useNow, useText, useZone } from '../../ui/index.ts';

/** A running clock with every reading of it, each of which unfolds into why it is that day. */
export function ClockReadings({ clock }: { readonly clock: ClockRecord }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  return (
    <div className="clock">
      <div className="clock-head">
        <b>{t.pick(clock.title)}</b>
        <span className="ad-hint">
          {t('submissions:clock.from', { when: t.format.instant(clock.startedAt, zone, now) })}
        </span>
      </div>
      <p className="ad-hint">{t.pick(clock.says)}</p>
      {clock.computed.readings.map((reading, index) => {
        const source = clock.sources[index];
        return (
          <details key={`${reading.readingId}-${index}`} className="clock-reading">
            <summary>
              <span className="clock-by">
                {t('submissions:clock.by', { when: t.format.deadline(reading.latest, zone, now) })}
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
                  {source.date ?? t('ui:undated')} · {t(`ui:confidence${source.confidence}`)}
                  {source.secondHand ? ` · ${t('ui:secondHand')}` : ''}
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
