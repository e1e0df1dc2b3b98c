import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askedOne, USUAL_HOURS, type AskedOne, type HoursRecord } from '../../../shared/asks/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Entries, Entry, Form, Loaded, SaveButton, useText } from '../../ui/index.ts';
import { HoursButton } from './hours-button.tsx';
import { HoursDialog } from './hours-dialog.tsx';
import { HoursFields } from './hours-fields.tsx';
import { useHoursForm } from './hours-form.ts';
import { hoursText } from './hours-text.ts';
import { holdsFor } from './names.ts';

/** The opening hours of everybody who is asked: what is assumed of each kind, and what was set. */
export function HoursSettings() {
  const t = useText();
  const [editing, setEditing] = useState<HoursRecord | null>(null);
  const [adding, setAdding] = useState(false);
  const hours = useQuery(api.asks.hours.queryOptions({ input: {} }));
  return (
    <>
      <Loaded query={hours}>
        {(list) => (
          <Entries label={t('asks:opening.title')}>
            {list.map((each) => {
              const who = holdsFor(each, t);
              return (
                <Entry
                  key={JSON.stringify([each.clientId, each.addressee, each.partyName])}
                  title={each.partyName === '' ? who : `${t(`asks:addressee.${each.addressee}`)} · ${who}`}
                  detail={[
                    hoursText(each.hours, t),
                    ...(each.id === null ? [t('asks:hours.assumed')] : []),
                  ].join(' · ')}
                  action={<HoursButton of={who} onClick={() => setEditing(each)} />}
                />
              );
            })}
          </Entries>
        )}
      </Loaded>
      <ActButton
        act="add-hours"
        keys="shift+h"
        variant="default"
        size="compact-md"
        mt={10}
        onClick={() => setAdding(true)}
      >
        {t('asks:opening.add')}
      </ActButton>
      {editing === null ? null : <HoursDialog record={editing} onClose={() => setEditing(null)} />}
      {adding ? <NewHoursDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

/** The hours of somebody in particular: one courier's branch, one factory; for every client or for one. */
function NewHoursDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const [addressee, setAddressee] = useState<AskedOne>('courier');
  const [partyName, setPartyName] = useState('');
  const [clientId, setClientId] = useState('');
  const form = useHoursForm(USUAL_HOURS[addressee]);
  const clients = useQuery(api.clients.list.queryOptions({ input: {} })).data ?? [];
  const set = useChange(client.asks.setHours, { features: ['asks'], onSuccess: onClose });
  const isNamed = partyName.trim() !== '' || clientId !== '';
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('asks:opening.adding')}>
      <Form
        onSubmit={() => {
          if (form.hours === null || !isNamed) return;
          set.mutate({
            clientId: clientId === '' ? null : clientId,
            ...{ addressee, partyName, hours: form.hours },
          });
        }}
      >
        <div className="form-row">
          <Select
            label={t('asks:opening.who')}
            allowDeselect={false}
            value={addressee}
            onChange={(value) => {
              const next = askedOne.options.find((each) => each === value) ?? addressee;
              setAddressee(next);
              form.begin(USUAL_HOURS[next]);
            }}
            data={askedOne.options.map((each) => ({ value: each, label: t(`asks:addressee.${each}`) }))}
          />
          <TextInput
            label={t('asks:record.name')}
            placeholder={t('asks:record.name.hint')}
            value={partyName}
            maxLength={200}
            onChange={(event) => setPartyName(event.currentTarget.value)}
          />
          {clients.length < 2 ? null : (
            <Select
              label={t('asks:addressee.client')}
              allowDeselect={false}
              value={clientId}
              onChange={(value) => setClientId(value ?? '')}
              data={[
                { value: '', label: t('asks:opening.anyClient') },
                ...clients.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </div>
        <HoursFields form={form} />
        <div className="form-acts">
          <SaveButton disabled={form.hours === null || !isNamed} loading={set.isPending}>
            {t('asks:opening.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}
