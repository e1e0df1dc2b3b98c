import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '../../../shared/contacts/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Entries,
  Entry,
  Loaded,
  Section,
  StatusWord,
  useNow,
  useText,
  RowButton,
} from '../../ui/index.ts';
import { exhibitName } from '../facts/index.ts';
import { ContactForm } from './contact-form.tsx';

interface ContactLogProps {
  readonly caseId: string;
  readonly zone: string;
  readonly onAdd: () => void;
}

/** What was said with the platform, newest first. */
export function ContactLog({ caseId, zone, onAdd }: ContactLogProps) {
  const t = useText();
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { caseId } }));
  return (
    <Section
      title={t('contacts:log')}
      hint={t('contacts:log.why')}
      actions={
        <ActButton act="add-contact" keys="k" variant="default" size="compact-md" onClick={onAdd}>
          {t('contacts:add')}
        </ActButton>
      }
    >
      <Loaded query={contacts}>
        {(list) =>
          list.length === 0 ? (
            <p className="ad-hint">{t('contacts:log.none')}</p>
          ) : (
            <Entries label={t('contacts:log')}>
              {list.map((contact) => (
                <ContactRow key={contact.id} contact={contact} zone={zone} />
              ))}
            </Entries>
          )
        }
      </Loaded>
    </Section>
  );
}

function ContactRow({ contact, zone }: { readonly contact: Contact; readonly zone: string }) {
  const t = useText();
  const now = useNow();
  const [correcting, setCorrecting] = useState(false);
  const { id: contactId, caseId, channel, withWhom, ticketNumber, asked, answer } = contact;
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const exhibit = useChange(client.contacts.exhibit, { features: ['contacts', 'evidence'] });
  const remove = useChange(client.contacts.remove, { features: ['contacts'] });
  const ofItem = (itemId: string | null) => exhibits.data?.find((each) => each.itemId === itemId);
  const kept = ofItem(contact.answerItemId);
  const picture = ofItem(contact.itemId);
  const when = t.format.instant(contact.contactedAt, zone, now);
  const name = [t(`contacts:channel.${channel}`), withWhom, when].filter((each) => each !== '').join(' · ');
  return (
    <Entry
      lead={
        <StatusWord kind={answer === '' ? 'part' : 'ok'}>
          {t(answer === '' ? 'contacts:state.waiting' : 'contacts:state.answered')}
        </StatusWord>
      }
      title={name}
      detail={
        <>
          {ticketNumber === '' ? null : <div>{t('contacts:ticket.is', { number: ticketNumber })}</div>}
          {picture === undefined ? null : <div>{exhibitName(picture, t)}</div>}
          {answer === '' ? null : <blockquote className="contact-words">{answer}</blockquote>}
          {kept === undefined ? null : (
            <StatusWord kind="ok">{t('contacts:exhibited', { exhibit: exhibitName(kept, t) })}</StatusWord>
          )}
          {asked === '' ? null : (
            <details>
              <summary>{t('contacts:asked')}</summary>
              <div className="contact-words">{asked}</div>
            </details>
          )}
        </>
      }
      action={
        <>
          {answer === '' || kept !== undefined ? null : (
            <RowButton
              act="contact-exhibit"
              keys="s"
              of={name}
              variant="default"
              loading={exhibit.isPending}
              onClick={() => exhibit.mutate({ contactId, language: t.language })}
            >
              {t('contacts:exhibit')}
            </RowButton>
          )}
          <RowButton act="correct-contact" keys="e" of={name} onClick={() => setCorrecting(true)}>
            {t('contacts:correct')}
          </RowButton>
          <RowButton
            act="remove"
            keys="delete"
            of={name}
            loading={remove.isPending}
            onClick={() => remove.mutate({ contactId })}
          >
            {t('contacts:remove')}
          </RowButton>
          {correcting ? (
            <ContactForm
              caseId={caseId}
              zone={zone}
              contact={contact}
              asked={asked}
              onClose={() => setCorrecting(false)}
            />
          ) : null}
        </>
      }
    />
  );
}
