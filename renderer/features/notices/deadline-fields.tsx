import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeadlineDraft, NoticeReading } from '../../../shared/notices/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { ActButton, Note, useNow, useText, useZone } from '../../ui/index.ts';
import { CountdownFields } from './countdown-fields.tsx';
import { InstantField } from './instant-field.tsx';
import { proposedIssue, readCountdown } from './page-countdown.ts';
import type { NoticePatch } from './use-notice-draft.ts';

const WAYS = ['page', 'issued', 'unknown'] as const;

export const UNTOUCHED: DeadlineDraft = { way: null, words: null, readAt: null };

/** What is known of the time left, all told. */
interface KnownTimes {
  readonly way: (typeof WAYS)[number];
  readonly words: string;
  readonly readAt: number | null;
  readonly issuedAt: number | null;
}

/**
 * What is known of the time: what the person said, else what the text proposes. A countdown in the text was read when
 * the text was pasted.
 */
export function knownTimes(
  draft: DeadlineDraft,
  reading: NoticeReading | null,
  pastedAt: number | null,
  now: number,
): KnownTimes {
  const words = draft.words ?? reading?.countdown?.words ?? '';
  const issuedAt =
    draft.issuedAt === undefined ? proposedIssue(reading?.instants ?? [], now) : draft.issuedAt;
  const way = draft.way ?? (words !== '' ? 'page' : issuedAt !== null ? 'issued' : 'unknown');
  return { way, words, readAt: draft.readAt ?? pastedAt, issuedAt };
}

/** The times as they are written down with the notice; `zone` is that of an end named by date and time. */
export function timesOfNotice({ way, words, readAt, issuedAt }: KnownTimes, zone: string): NoticePatch {
  if (way === 'unknown') return {};
  return way === 'page' ? { ...readCountdown(words, readAt, zone), issuedAt } : { issuedAt };
}

interface DeadlineFieldsProps {
  readonly draft: DeadlineDraft;
  readonly known: KnownTimes;
  readonly reading: NoticeReading | null;
  /** Where the platform shows the countdown, as far as the scene is chosen. */
  readonly entry: Scenario['entry'];
  readonly onChange: (draft: DeadlineDraft) => void;
  /** Which deadline the countdown is of, where that is asked. */
  readonly children?: ReactNode;
}

/** How much time is left: the page's own countdown, or when the notice was issued, or that nobody knows yet. */
export function DeadlineFields({ draft, known, reading, entry, onChange, children }: DeadlineFieldsProps) {
  const t = useText();
  const { way } = known;
  const issued = (
    <IssuedField
      issuedAt={known.issuedAt}
      instants={reading?.instants ?? []}
      onChange={(issuedAt) => onChange({ ...draft, way, issuedAt })}
    />
  );
  return (
    <div className="form-stack">
      <Radio.Group
        label={t('notices:deadline.way')}
        labelProps={{ className: 'visually-hidden' }}
        value={way}
        onChange={(value) => onChange({ ...draft, way: WAYS.find((each) => each === value) ?? null })}
      >
        <div className="form-row form-row-tight deadline-ways">
          {WAYS.map((each) => (
            <Radio key={each} value={each} label={t(`notices:deadline.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {way === 'page' ? (
        <>
          <CountdownFields
            words={known.words}
            readAt={known.readAt}
            isAssumed={draft.readAt === null}
            onWords={(words) => onChange({ ...draft, way, words, readAt: draft.readAt ?? Date.now() })}
            onReadAt={(readAt) => onChange({ ...draft, way, readAt })}
          />
          {children}
          {issued}
        </>
      ) : way === 'issued' ? (
        <>
          {issued}
          <p className="ad-hint">{t('notices:deadline.byRule')}</p>
        </>
      ) : (
        <Note kind="warn">
          {t('notices:deadline.noClock')}
          {entry === null ? null : (
            <div>
              <b>{t('notices:deadline.where')}</b> {entry.path.join(' › ')}
            </div>
          )}
        </Note>
      )}
    </div>
  );
}

interface IssuedFieldProps {
  readonly issuedAt: number | null;
  readonly instants: NoticeReading['instants'];
  readonly onChange: (issuedAt: number | null) => void;
}

function IssuedField({ issuedAt, instants, onChange }: IssuedFieldProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const past = [...new Set(instants.filter(({ at }) => at <= now).map(({ at }) => at))];
  return (
    <div className="form-row form-row-tight notice-issued">
      <InstantField label={t('notices:deadline.issuedAt')} value={issuedAt} onChange={onChange} />
      {past.length === 0 ? null : (
        <div className="notice-proposals">
          <span className="ad-hint">{t('notices:deadline.inText')}</span>
          {past.map((at) => (
            <ActButton
              act="issued-at"
              keys="m"
              of={t('notices:deadline.issuedAt')}
              key={at}
              variant="default"
              size="compact-sm"
              aria-pressed={at === issuedAt}
              onClick={() => onChange(at)}
            >
              {t.format.instant(at, zone, now)}
            </ActButton>
          ))}
        </div>
      )}
    </div>
  );
}
