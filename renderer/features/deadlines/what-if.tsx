import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import { LateText, useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { IfFiled } from './if-filed.tsx';

/** If it were filed at some time: when the platform's answer is due. For a clock of one's own; nothing is written down. */
export function WhatIf({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (clock.owner !== 'mine' || clock.stoppedAt !== null) return null;
  return (
    <details className="what-if" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('deadlines:whatIf')}</summary>
      {isOpen ? <Tried clock={clock} now={now} /> : null}
    </details>
  );
}

function Tried({ clock, now }: { readonly clock: ClockRecord; readonly now: number }) {
  const t = useText();
  const zone = useZone();
  const [text, setText] = useState(() => localOf(now, zone));
  const at = instantOf(text, zone);
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('deadlines:whatIf.at')}
        description={t('deadlines:whatIf.hint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {at !== null && at > clock.dueAt ? (
        <p>
          <LateText>
            {t('deadlines:whatIf.late', { due: t.format.deadline(clock.dueAt, zone, now) })}
          </LateText>
        </p>
      ) : null}
      {at === null ? null : <IfFiled caseId={clock.caseId} at={at} />}
    </>
  );
}
