import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { usualAnswer, type OpeningHours } from '../../../shared/asks/index.ts';
import { FieldError, useNow, useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { useCalendars } from './use-calendars.ts';

/** The field has no seconds: a time of this very minute is not over. */
const MINUTE = 60_000;

export interface Revisit {
  /** As the field has it; empty: no reminder. */
  readonly text: string;
  readonly at: number | null;
  readonly isPast: boolean;
  /** Whether it can be saved: empty, or a time to come. */
  readonly isWhole: boolean;
  readonly write: (text: string) => void;
}

/** When to look again whether somebody answered: what is usual for them, until somebody writes another time. */
export function useRevisit(hours: OpeningHours | undefined, askedAt: number | null): Revisit {
  const zone = useZone();
  const now = useNow();
  const calendars = useCalendars();
  const [written, setWritten] = useState<string | null>(null);
  const usualAfter = (asked: number): number | null =>
    hours === undefined ? null : usualAnswer(hours, asked, calendars);
  // To a request that went out long ago the usual answer is overdue; a time that is refused is not offered.
  const inTime = askedAt === null ? null : usualAfter(askedAt);
  const usual = inTime !== null && inTime < now ? usualAfter(now) : inTime;
  const text = written ?? (usual === null ? '' : localOf(usual, zone));
  const at = instantOf(text, zone);
  const isPast = at !== null && at <= now - MINUTE;
  return { text, at, isPast, isWhole: text === '' || (at !== null && !isPast), write: setWritten };
}

export function RevisitField({ revisit }: { readonly revisit: Revisit }) {
  const t = useText();
  return (
    <TextInput
      type="datetime-local"
      label={t('asks:revisit.label')}
      description={t('asks:revisit.hint')}
      value={revisit.text}
      error={revisit.isPast ? <FieldError text={t('asks:revisit.past')} /> : undefined}
      onChange={(event) => revisit.write(event.currentTarget.value)}
    />
  );
}
