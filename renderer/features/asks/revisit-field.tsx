import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { usualAnswer, type OpeningHours } from '../../../shared/asks/index.ts';
import { useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { useCalendars } from './use-calendars.ts';

export interface Revisit {
  /** As the field has it; empty: no reminder. */
  readonly text: string;
  readonly at: number | null;
  /** Whether it can be saved: empty, or a time. */
  readonly isWhole: boolean;
  readonly write: (text: string) => void;
}

/** When to look again whether somebody answered: what is usual for them, until somebody writes another time. */
export function useRevisit(hours: OpeningHours | undefined, askedAt: number | null): Revisit {
  const zone = useZone();
  const calendars = useCalendars();
  const [written, setWritten] = useState<string | null>(null);
  const usual = hours === undefined || askedAt === null ? null : usualAnswer(hours, askedAt, calendars);
  const text = written ?? (usual === null ? '' : localOf(usual, zone));
  const at = instantOf(text, zone);
  return { text, at, isWhole: text === '' || at !== null, write: setWritten };
}

export function RevisitField({ revisit }: { readonly revisit: Revisit }) {
  const t = useText();
  return (
    <TextInput
      type="datetime-local"
      label={t('asks:revisit.label')}
      description={t('asks:revisit.hint')}
      value={revisit.text}
      onChange={(event) => revisit.write(event.currentTarget.value)}
    />
  );
}
