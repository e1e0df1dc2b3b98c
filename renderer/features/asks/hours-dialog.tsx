import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskGroup, HoursKey, HoursRecord } from '../../../shared/asks/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, Dialog, Form, SaveButton, useText } from '../../ui/index.ts';
import { HoursFields } from './hours-fields.tsx';
import { useHoursForm } from './hours-form.ts';
import { holdsFor } from './names.ts';

interface HoursDialogProps {
  /** The hours that hold. */
  readonly record: HoursRecord;
  /** Of whom, where it is said for whom they hold: somebody in particular, or one client's. */
  readonly about?: Pick<AskGroup, 'partyName' | 'clientId' | 'clientName'> | undefined;
  readonly onClose: () => void;
}

/** Sets when somebody is there and how long they take, for their kind or for them alone; or goes back to what is assumed. */
export function HoursDialog({ record, about, onClose }: HoursDialogProps) {
  const t = useText();
  const form = useHoursForm(record.hours);
  const clients = useQuery(api.clients.list.queryOptions({ input: {} })).data ?? [];
  const choices = scopesOf(record, about, clients.length > 1);
  const [chosen, setChosen] = useState(0);
  const scope = choices[chosen] ?? record;
  const set = useChange(client.asks.setHours, { features: ['asks'], onSuccess: onClose });
  const drop = useChange(client.asks.dropHours, { features: ['asks'], onSuccess: onClose });
  const { id, addressee } = record;
  const isKind = record.clientId === null && record.partyName === '';
  const who = t(`asks:addressee.${addressee}`);
  return (
    <Dialog opened size="lg" onClose={onClose} title={t('asks:opening.dialog', { who })}>
      <Form
        onSubmit={() => {
          if (form.hours === null) return;
          const { clientId, partyName } = scope;
          set.mutate({ clientId, addressee, partyName, hours: form.hours });
        }}
      >
        {choices.length < 2 ? (
          <p className="ad-hint">{holdsFor({ ...record, ...scope }, t)}</p>
        ) : (
          <Select
            label={t('asks:opening.for')}
            allowDeselect={false}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value ?? 0))}
            data={choices.map((each, place) => ({
              value: String(place),
              label: holdsFor({ addressee, ...each }, t),
            }))}
          />
        )}
        <HoursFields form={form} />
        <div className="form-acts">
          {id === null ? null : (
            <ActButton
              act="drop-hours"
              keys="mod+shift+d"
              variant="subtle"
              loading={drop.isPending}
              onClick={() => drop.mutate({ hoursId: id })}
            >
              {t(isKind ? 'asks:opening.drop' : 'asks:opening.dropOwn')}
            </ActButton>
          )}
          <SaveButton disabled={form.hours === null} loading={set.isPending}>
            {t('asks:opening.save')}
          </SaveButton>
        </div>
      </Form>
    </Dialog>
  );
}

type Scope = Pick<HoursKey, 'clientId' | 'partyName'> & { readonly clientName: string | null };

/** For whom the hours may be set: those for whom they hold now first. */
function scopesOf(record: HoursRecord, about: HoursDialogProps['about'], hasMany: boolean): Scope[] {
  const { clientId, clientName, partyName } = record;
  const now: Scope = { clientId, clientName, partyName };
  if (about === undefined) return [now];
  const names = about.partyName === '' ? [''] : ['', about.partyName];
  const clients = hasMany
    ? [
        { clientId: null, clientName: null },
        { clientId: about.clientId, clientName: about.clientName },
      ]
    : [{ clientId: null, clientName: null }];
  const all = names.flatMap((name) => clients.map((each): Scope => ({ ...each, partyName: name })));
  return [now, ...all.filter((each) => each.clientId !== now.clientId || each.partyName !== now.partyName)];
}
