import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  hoursFor,
  type AskGroup,
  type HoursRecord,
  type OpeningHours,
  type OpenNeed,
} from '../../../shared/asks/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { ordersText } from './names.ts';
import { useRevisit } from './revisit-field.tsx';
import { SendingFields, useSending } from './sending-fields.tsx';

interface RecordDialogProps {
  readonly caseId: string;
  readonly need: OpenNeed;
  /** The message as it was pasted. */
  readonly words: string;
  readonly onClose: () => void;
}

/** Writes down that a request went out: to whom, how, when, for what, and the screenshot that shows it. */
export function RecordDialog({ caseId, need, words, onClose }: RecordDialogProps) {
  const t = useText();
  const sending = useSending({ addresseeName: '', channel: '' });
  const { addresseeName, channel, askedAt } = sending;
  const [itemId, setItemId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<readonly string[]>(() => {
    const fresh = need.needs.filter(({ isAsked }) => !isAsked);
    return (fresh.length === 0 ? need.needs : fresh).map(({ requirementId }) => requirementId);
  });
  const record = useChange(client.asks.record, { features: ['asks', 'evidence'], onSuccess: onClose });
  const plan = useQuery(api.asks.plan.queryOptions({ input: { caseId } }));
  const hours = useQuery(api.asks.hours.queryOptions({ input: {} }));
  const revisit = useRevisit(usualHours(need, addresseeName, plan.data, hours.data), askedAt);
  const asked = need.needs.filter(({ requirementId }) => wanted.includes(requirementId));
  const ready = askedAt !== null && asked.length > 0 && revisit.isWhole;
  return (
    <Dialog
      opened
      size="lg"
      onClose={onClose}
      title={t('asks:record.title', { who: t(`asks:addressee.${need.addressee}`) })}
    >
      <Form
        onSubmit={() => {
          if (askedAt === null || !ready) return;
          record.mutate({
            caseId,
            addressee: need.addressee,
            addresseeName,
            requirementIds: asked.map(({ requirementId }) => requirementId),
            orderNumbers: [...new Set(asked.flatMap(({ orderNumbers }) => orderNumbers))],
            text: words.slice(0, MOST_TEXT),
            channel,
            askedAt,
            itemId,
            revisitAt: revisit.at,
          });
        }}
      >
        <Checkbox.Group
          label={t('asks:record.what')}
          value={[...wanted]}
          onChange={(value) => setWanted(value)}
        >
          <div className="form-stack record-needs">
            {need.needs.map(({ requirementId, title, orderNumbers }) => (
              <Checkbox
                key={requirementId}
                value={requirementId}
                label={`${t.pick(title)} · ${ordersText(orderNumbers.length, t)}`}
              />
            ))}
          </div>
        </Checkbox.Group>
        <SendingFields sending={sending} revisit={revisit} />
        <ExhibitField caseId={caseId} label={t('asks:record.item')} itemId={itemId} onChange={setItemId} />
        <p className="ad-hint">{t('asks:record.why')}</p>
        <div className="form-acts">
          <SaveButton disabled={!ready} loading={record.isPending}>
            {t('asks:record.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** The hours of whoever is written down, of the client whose case it is. */
function usualHours(
  { addressee }: OpenNeed,
  partyName: string,
  plan: readonly AskGroup[] | undefined,
  hours: readonly HoursRecord[] | undefined,
): OpeningHours | undefined {
  const clientId = plan?.[0]?.clientId;
  if (addressee === 'own-records' || clientId === undefined || hours === undefined) return undefined;
  return hoursFor(hours, { clientId, addressee, partyName: partyName.trim() }).hours;
}

/** The contract takes so many characters; the message itself went out whole. */
export const MOST_TEXT = 20_000;
