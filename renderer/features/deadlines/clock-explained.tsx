import { SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { ClockReminders } from '../reminders/index.ts';
import { Certainty, RuleLinks, Ladder, Note, useText, useZone, useZonedTimes } from '../../ui/index.ts';
import { ChaseWords } from './chase-words.tsx';
import { StopClock } from './stop-clock.tsx';
import { WhatIf } from './what-if.tsx';

/** Why this day: every reading with its walk, and the source of each. */
export function ClockExplained({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  return <Explained key={clock.id} clock={clock} now={now} />;
}

/** The reading that the product goes by: of the platform's promise the longest, of one's own the one that ends first. */
function decidingPlace({ owner, dueAt, computed: { readings } }: ClockRecord): number {
  if (owner === 'theirs') return readings.length - 1;
  return Math.max(
    0,
    readings.findIndex(({ latest, range }) => (range?.earliest ?? latest) === dueAt),
  );
}

function Explained({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  const t = useText();
  const headingId = useId();
  const { readings, zone } = clock.computed;
  const times = useZonedTimes(zone, now);
  const own = useZone();
  const [place, setPlace] = useState(() => decidingPlace(clock));
  const reading = readings[place];
  if (reading === undefined) return null;
  // The page's own countdown is a reading too, and rests on no rule.
  const source = clock.sources.find(
    ({ ruleId, readingId }) => ruleId === reading.ruleId && readingId === reading.readingId,
  );
  const isAssumed = clock.computed.zoneAssumed !== undefined;
  const dayOf = (index: number): string => {
    const each = readings[index];
    if (each === undefined) return '';
    // A zone that is only assumed leads nothing: the clock of whoever looks does, with the end that the lists go by.
    return isAssumed
      ? t.format.deadline(each.range?.earliest ?? each.latest, own, now)
      : times.deadline(each.latest);
  };
  const assumedEnd = reading.inZones?.find((each) => each.zone === zone)?.end ?? reading.latest;
  const heading = isAssumed
    ? t('deadlines:assumedDay', {
        day: dayOf(place),
        zone: t.find(`ui:zone-${zone}`) ?? zone,
        end: t.format.deadline(assumedEnd, zone, now),
      })
    : dayOf(place);
  return (
    <section aria-labelledby={headingId}>
      <div className="ad-section-head ad-wrap">
        <h2 id={headingId}>{t('deadlines:whyDay', { day: heading })}</h2>
        <span className="ad-hint">
          {clock.caseTitle} · {t.pick(clock.title)}
        </span>
      </div>
      {readings.length > 1 ? (
        <SegmentedControl
          fullWidth
          size="xs"
          mb="xs"
          aria-label={t('deadlines:readings')}
          value={String(place)}
          onChange={(value) => setPlace(Number(value))}
          data={readings.map((_each, index) => ({ value: String(index), label: dayOf(index) }))}
        />
      ) : null}
      {clock.computed.wasReturned === true ? <Note>{t('deadlines:wasReturned')}</Note> : null}
      {clock.computed.startIsLatest === true ||
      (clock.computed.startAssumed === true && reading.ruleId !== null) ? (
        <Note>{t('deadlines:startIsLatest')}</Note>
      ) : null}
      {clock.computed.pageIsLater === true ? <Note kind="warn">{t('deadlines:pageIsLater')}</Note> : null}
      <Ladder clock={clock.computed} reading={place} now={now} />
      {source === undefined ? null : (
        <figure className="ad-quote ad-ladder-source">
          {source.quote === '' ? null : <blockquote>{t('ui:quoted', { words: source.quote })}</blockquote>}
          <figcaption>
            <RuleLinks ruleIds={[source.ruleId]} caseId={clock.caseId} />
            {` · ${t.pick(source.sourceTitle)} · ${source.date ?? t('ui:undated')} · `}
            <Certainty of={source} />
          </figcaption>
        </figure>
      )}
      <WhatIf clock={clock} now={now} />
      <ChaseWords clock={clock} now={now} />
      <ClockReminders clock={clock} now={now} />
      <StopClock clock={clock} />
    </section>
  );
}
