import { Autocomplete, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNow, useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { RevisitField, type Revisit } from './revisit-field.tsx';

/** Ways a message goes out, to choose from; any other may be written. */
const CHANNELS = ['wechat', 'phone', 'platform-chat', 'email', 'ticket'] as const;

interface Sending {
  readonly addresseeName: string;
  readonly channel: string;
  /** As the field has it. */
  readonly at: string;
  /** Null while the field holds no time. */
  readonly askedAt: number | null;
  readonly set: (patch: { addresseeName?: string; channel?: string; at?: string }) => void;
}

/** To whom, how and when a message went out, as it is being written down. */
export function useSending(known: { readonly addresseeName: string; readonly channel: string }): Sending {
  const zone = useZone();
  const now = useNow();
  const [fields, setFields] = useState(() => ({ ...known, at: localOf(now, zone) }));
  return {
    ...fields,
    askedAt: instantOf(fields.at, zone),
    set: (patch) => setFields((before) => ({ ...before, ...patch })),
  };
}

/** The fields of it, with when to look again. */
export function SendingFields({
  sending,
  revisit,
}: {
  readonly sending: Sending;
  readonly revisit: Revisit;
}) {
  const t = useText();
  const { addresseeName, channel, at, set } = sending;
  return (
    <>
      <div className="form-row">
        <TextInput
          label={t('asks:record.name')}
          placeholder={t('asks:record.name.hint')}
          value={addresseeName}
          maxLength={200}
          data-autofocus
          onChange={(event) => set({ addresseeName: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('asks:record.channel')}
          data={CHANNELS.map((each) => t(`asks:channel.${each}`))}
          value={channel}
          maxLength={200}
          onChange={(value) => set({ channel: value })}
        />
      </div>
      <div className="form-row">
        <TextInput
          type="datetime-local"
          label={t('asks:record.at')}
          description={t('asks:record.atHint')}
          value={at}
          required
          onChange={(event) => set({ at: event.currentTarget.value })}
        />
        <RevisitField revisit={revisit} />
      </div>
    </>
  );
}
