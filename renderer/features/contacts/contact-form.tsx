import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CONTACT_CHANNELS, type Contact, type ContactChannel } from '../../../shared/contacts/index.ts';
import { client, useChange } from '../../api/index.ts';
import { Dialog, Form, SaveButton, useNow, useText } from '../../ui/index.ts';
import { instantOf, localOf } from '../attempts/index.ts';
import { ExhibitField } from '../evidence/index.ts';

interface ContactFormProps {
  readonly caseId: string;
  /** The store's: its back office and the chats in it show this clock. */
  readonly zone: string;
  /** The contact that is corrected; null writes a new one down. */
  readonly contact: Contact | null;
  /** What was asked, where it is known already. */
  readonly asked: string;
  readonly onClose: () => void;
}

/** Writes down a contact with the platform: how, with whom, when, under which number, what was asked and answered. */
export function ContactForm({ caseId, zone, contact, asked: known, onClose }: ContactFormProps) {
  const t = useText();
  const now = useNow();
  const [channel, setChannel] = useState<ContactChannel>(contact?.channel ?? 'support-chat');
  const [withWhom, setWithWhom] = useState(contact?.withWhom ?? '');
  const [at, setAt] = useState(() => localOf(contact?.contactedAt ?? now, zone));
  const [ticketNumber, setTicketNumber] = useState(contact?.ticketNumber ?? '');
  const [asked, setAsked] = useState(known);
  const [answer, setAnswer] = useState(contact?.answer ?? '');
  const [itemId, setItemId] = useState<string | null>(contact?.itemId ?? null);
  const record = useChange(client.contacts.record, {
    features: ['contacts', 'evidence'],
    onSuccess: onClose,
  });
  const correct = useChange(client.contacts.correct, {
    features: ['contacts', 'evidence'],
    onSuccess: onClose,
  });
  // A field shows minutes: an instant that was not touched keeps its seconds.
  const untouched = contact !== null && at === localOf(contact.contactedAt, zone);
  const contactedAt = untouched ? contact.contactedAt : instantOf(at, zone);
  return (
    <Dialog
      opened
      size="lg"
      onClose={onClose}
      title={t(contact === null ? 'contacts:form.new' : 'contacts:form.correct')}
    >
      <Form
        onSubmit={() => {
          if (contactedAt === null) return;
          const fields = { channel, withWhom, contactedAt, ticketNumber, asked, answer, itemId };
          if (contact === null) record.mutate({ caseId, ...fields });
          else correct.mutate({ contactId: contact.id, ...fields });
        }}
      >
        <div className="form-row">
          <Select
            label={t('contacts:channel')}
            allowDeselect={false}
            value={channel}
            onChange={(value) => setChannel(CONTACT_CHANNELS.find((each) => each === value) ?? channel)}
            data={CONTACT_CHANNELS.map((each) => ({ value: each, label: t(`contacts:channel.${each}`) }))}
          />
          <TextInput
            label={t('contacts:withWhom')}
            placeholder={t('contacts:withWhom.hint')}
            value={withWhom}
            maxLength={200}
            onChange={(event) => setWithWhom(event.currentTarget.value)}
          />
        </div>
        <div className="form-row contact-when">
          <TextInput
            type="datetime-local"
            label={t('contacts:at')}
            description={t('contacts:at.zone', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={at}
            required
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <TextInput
            label={t('contacts:ticket')}
            value={ticketNumber}
            maxLength={200}
            onChange={(event) => setTicketNumber(event.currentTarget.value)}
          />
        </div>
        <Textarea
          label={t('contacts:asked')}
          value={asked}
          maxLength={20_000}
          autosize
          minRows={3}
          maxRows={8}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <Textarea
          label={t('contacts:answer')}
          description={t('contacts:answer.hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={answer}
          maxLength={20_000}
          autosize
          minRows={3}
          maxRows={10}
          data-autofocus
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <ExhibitField caseId={caseId} label={t('contacts:item')} itemId={itemId} onChange={setItemId} />
        <div className="form-acts">
          <SaveButton disabled={contactedAt === null} loading={record.isPending || correct.isPending}>
            {t('contacts:save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
