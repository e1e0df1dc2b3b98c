import type { ClockChange, ClockChanges } from '../../../shared/deadlines/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import { ActButton, useText, useZone, zonedTimes } from '../../ui/index.ts';

interface ClockChangeListProps {
  readonly changes: ClockChanges;
  readonly now: number;
  /** Whether the case is said too, where they are of several. */
  readonly ofCases?: boolean;
  /** Shows those that are left; without it, it is only said how many they are. */
  readonly onMore?: { readonly run: () => void; readonly isPending: boolean };
}

/** Each deadline that is to be otherwise, with when it ends before and after. */
export function ClockChangeList({
  changes: { items, left },
  now,
  ofCases = false,
  onMore,
}: ClockChangeListProps) {
  const t = useText();
  const own = useZone();
  return (
    <>
      <ul className="clock-changes">
        {items.map((change) => (
          <li key={change.clock.id}>
            {ofCases ? `${change.clock.caseNumber} · ${change.clock.storeAlias} · ` : ''}
            {t.pick(change.clock.title)}
            {t('deadlines:changeColon')}
            {timesOf(change, 'before', t, zonedTimes(t, own, change.zone, now))} →{' '}
            <b>{timesOf(change, 'after', t, zonedTimes(t, own, change.zone, now))}</b>
          </li>
        ))}
      </ul>
      {left === 0 ? null : onMore === undefined ? (
        <p className="ad-hint">{t('deadlines:moreChanges', { count: left })}</p>
      ) : (
        <div>
          <ActButton
            act="more-changes"
            keys="shift+m"
            variant="subtle"
            size="compact-sm"
            loading={onMore.isPending}
            onClick={onMore.run}
          >
            {t('deadlines:showMoreChanges', { count: left })}
          </ActButton>
        </div>
      )}
    </>
  );
}

function timesOf(
  { clock, before, after }: ClockChange,
  side: 'before' | 'after',
  t: Translator,
  times: ReturnType<typeof zonedTimes>,
): string {
  const [at, other] = side === 'before' ? [before, after] : [after, before];
  if (at === null) return t('deadlines:changeNone');
  const when = times.deadline(at.dueAt);
  // Where the end stays, it is when to look first, or how sure the end is.
  if (other === null || at.dueAt !== other.dueAt) return when;
  if (at.lookAt !== other.lookAt && clock.owner === 'theirs')
    return t('deadlines:changeLook', { when: times.instant(at.lookAt) });
  return `${when} (${t(`ui:certainty-${at.certainty}`)})`;
}
