import type { AskBatch, AskGroup } from '../../../shared/asks/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { MOST_TEXT } from './record-dialog.tsx';
import { useRevisit } from './revisit-field.tsx';
import { SendingFields, useSending } from './sending-fields.tsx';

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
  const sending = useSending({
    addresseeName: group.partyName,
    channel: group.open[0]?.channel ?? '',
  });
  const { addresseeName, channel, askedAt } = sending;
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
            t.format.list(batch.titles.map((title) => t.pick(title))),
            ...(batch.orderCount === 0 ? [] : [t('asks:orders', { count: batch.orderCount })]),
            t('asks:rows.cases', { count: batch.caseIds.length }),
          ].join(' · ')}
        </p>
        <SendingFields sending={sending} revisit={revisit} />
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
