import { Autocomplete, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskBatch, AskGroup } from '../../../shared/asks/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useNow, useText, useZone } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { CHANNELS, MOST_TEXT } from './record-dialog.tsx';
import { RevisitField, useRevisit } from './revisit-field.tsx';

interface SharedRecordDialogProps {
  readonly group: AskGroup;
  readonly batch: AskBatch;
  /** The message as it was pasted. */
  readonly words: string;
  /** Of whom, in words. */
  readonly who: string;
  readonly onClose: () => void;
}

/** Writes down that one message went out about several cases: to whom, how, when, and when to look again. */
export function SharedRecordDialog({ group, batch, words, who, onClose }: SharedRecordDialogProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const [addresseeName, setAddresseeName] = useState(group.partyName);
  const [channel, setChannel] = useState(group.open[0]?.channel ?? '');
  const [at, setAt] = useState(() => localOf(now, zone));
  const askedAt = instantOf(at, zone);
  const revisit = useRevisit(group.hours?.hours, askedAt);
  const record = useChange(client.asks.recordShared, { features: ['asks'], onSuccess: onClose });
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('asks:record.title', { who })}>
      <Form
        onSubmit={() => {
          if (askedAt === null || !revisit.isWhole) return;
          record.mutate({
            addressee: group.addressee,
            addresseeName,
            channel,
            askedAt,
            text: words.slice(0, MOST_TEXT),
            revisitAt: revisit.at,
            asked: batch.asked,
          });
        }}
      >
        <p>
          {[
            batch.titles.map((title) => t.pick(title)).join(t.language === 'en' ? ', ' : '、'),
            ...(batch.orderCount === 0 ? [] : [t('asks:orders', { count: batch.orderCount })]),
            t('asks:rows.cases', { count: batch.caseIds.length }),
          ].join(' · ')}
        </p>
        <div className="form-row">
          <TextInput
            label={t('asks:record.name')}
            placeholder={t('asks:record.name.hint')}
            value={addresseeName}
            maxLength={200}
            data-autofocus
            onChange={(event) => setAddresseeName(event.currentTarget.value)}
          />
          <Autocomplete
            label={t('asks:record.channel')}
            data={CHANNELS.map((each) => t(`asks:channel.${each}`))}
            value={channel}
            maxLength={200}
            onChange={setChannel}
          />
        </div>
        <div className="form-row">
          <TextInput
            type="datetime-local"
            label={t('asks:record.at')}
            description={t('asks:record.atHint')}
            value={at}
            required
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <RevisitField revisit={revisit} />
        </div>
        <p className="ad-hint">{t('asks:record.sharedWhy')}</p>
        <div className="form-acts">
          <SaveButton disabled={askedAt === null || !revisit.isWhole} loading={record.isPending}>
            {t('asks:record.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
