import { TextInput } from '@mantine/core';
import { ActButton, FieldError, LateText, useNow, useText, useZone } from '../../ui/index.ts';
import { InstantField } from './instant-field.tsx';
import { readCountdown } from './page-countdown.ts';

interface CountdownFieldsProps {
  readonly words: string;
  readonly readAt: number | null;
  /** Nobody said when it was read: it is only taken so. */
  readonly isAssumed?: boolean;
  readonly onWords: (words: string) => void;
  readonly onReadAt: (readAt: number | null) => void;
}

/** After this long it is worth asking whether the words were read anew. */
const A_WHILE_MS = 3 * 60_000;

/** The countdown as the platform's page shows it, when it was read, and the clock time it comes to. */
export function CountdownFields({
  words,
  readAt,
  isAssumed = false,
  onWords,
  onReadAt,
}: CountdownFieldsProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const { pageDeadline } = readCountdown(words, readAt, zone);
  // Whether the words can be read does not wait for when they were.
  const unread = words.trim() !== '' && readCountdown(words, readAt ?? now, zone).pageDeadline === null;
  return (
    <div className="form-stack">
      <div className="form-row notice-times">
        <TextInput
          label={t('notices:deadline.words')}
          placeholder={t('notices:deadline.words.example')}
          value={words}
          maxLength={200}
          error={unread ? <FieldError text={t('notices:deadline.bad')} /> : undefined}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
        <InstantField
          label={t('notices:deadline.readAt')}
          value={readAt}
          onChange={onReadAt}
          {...(isAssumed && words.trim() !== '' ? { description: t('notices:deadline.readAt.assumed') } : {})}
        />
        {words.trim() !== '' && (readAt === null || now - readAt > A_WHILE_MS) ? (
          <ActButton
            act="read-now"
            keys="r"
            variant="default"
            className="notice-read-now"
            onClick={() => onReadAt(Date.now())}
          >
            {t('notices:deadline.readNow')}
          </ActButton>
        ) : null}
      </div>
      {pageDeadline === null ? null : (
        <p className="notice-ends" role="status">
          {pageDeadline < now ? (
            <LateText>
              {t('notices:deadline.ended', { when: t.format.deadline(pageDeadline, zone, now) })}
            </LateText>
          ) : (
            t('notices:deadline.ends', {
              when: t.format.deadline(pageDeadline, zone, now),
              left: t.format.span(pageDeadline - now),
            })
          )}
        </p>
      )}
    </div>
  );
}
