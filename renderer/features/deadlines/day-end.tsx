import { Eye, EyeOff, Flag, Hourglass } from 'lucide-react';
import type { DayEnd, DayEndKind } from '../../../shared/deadlines/index.ts';
import { LateText, useText, useZone } from '../../ui/index.ts';

const ICONS = { mine: Flag, vanishing: EyeOff, look: Eye, theirs: Hourglass } as const;

/** Names one line of a day among all others: a promise may stand on a day twice. */
export const endKey = ({ clock, kind }: DayEnd): string => `${clock.id}-${kind}`;

/** Whose an end is, told by its shape; the word stands beside it or is heard. */
export function EndIcon({ kind }: { readonly kind: DayEndKind }) {
  const Icon = ICONS[kind];
  return <Icon className="ad-end-icon" data-kind={kind} size={13} strokeWidth={2.2} aria-hidden="true" />;
}

/** What ends, in words, and that it is late where it is one's own. */
export function EndWords({ end, now }: { readonly end: DayEnd; readonly now: number }) {
  const t = useText();
  const words = t(`deadlines:what-${end.kind}`, { title: t.pick(end.clock.title) });
  if (end.kind !== 'mine' || end.at >= now) return words;
  return (
    <>
      <LateText>{t('deadlines:late')}</LateText> · {words}
    </>
  );
}

interface EndButtonProps {
  readonly end: DayEnd;
  readonly now: number;
  /** A week has room for the word and the case; a month only for the picture of it. */
  readonly wordy: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** An end as it stands in a cell of the calendar. The keyboard comes to it over its day. */
export function EndButton({ end, now, wordy, chosen, onChoose }: EndButtonProps) {
  const t = useText();
  const zone = useZone();
  const kind = t(`deadlines:end-${end.kind}`);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="ad-end"
      data-kind={end.kind}
      aria-pressed={chosen}
      title={`${kind} · ${end.clock.storeAlias} · ${t.pick(end.clock.title)} · ${end.clock.caseTitle}`}
      onClick={(event) => {
        event.stopPropagation();
        onChoose();
      }}
    >
      <span className="ad-end-line">
        <EndIcon kind={end.kind} />
        <span className={wordy ? 'ad-end-who' : 'visually-hidden'}>{kind}</span>
        {wordy ? null : <span className="ad-end-who">{end.clock.storeAlias}</span>}
        <span className="ad-end-time">{t.format.endTime(end.at, zone)}</span>
      </span>
      {wordy ? <span className="ad-end-store">{end.clock.storeAlias}</span> : null}
      <span className="ad-end-what">
        <EndWords end={end} now={now} />
      </span>
      {wordy ? <span className="ad-end-case">{end.clock.caseTitle}</span> : null}
    </button>
  );
}
