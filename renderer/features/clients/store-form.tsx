import { Radio, Select, TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import type { Store } from '../../../shared/clients/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  ErrorNote,
  FieldError,
  SelectField,
  TextField,
  useText,
  useZodForm,
  useZoneNames,
  zoneCalled,
  ZoneField,
  type ZoneName,
} from '../../ui/index.ts';
import type { PlatformEntry } from './use-stores.ts';

interface StoreFormProps {
  readonly platforms: readonly PlatformEntry[];
  readonly act: string;
  /** Only what cannot be known otherwise: the name, and the platform where there are several. */
  readonly brief?: boolean;
  /** The store that is changed; a new one is made when absent. */
  readonly store?: Store;
  readonly onSaved: (store: Store) => void;
}

const schemaWith = (zones: readonly ZoneName[]) =>
  z.object({
    name: z.string().trim().min(1).max(200),
    alias: z.string().trim().max(200),
    platform: z.string().min(1),
    zone: z.string().transform((typed, context) => {
      const called = zoneCalled(zones, typed);
      if (called === null) context.addIssue({ code: 'custom', input: typed });
      return called ?? typed;
    }),
    currency: z.string().regex(/^([A-Z]{3})?$/),
    clientId: z.string(),
    region: z.string(),
    fulfilment: z.enum(['', 'seller', 'platform']),
  });

/** Names a store. Zone and currency come from the platform's pack until they are changed here. */
export function StoreForm({ platforms: known, act, brief = false, store, onSaved }: StoreFormProps) {
  const t = useText();
  // A law has no shops.
  const platforms = known.filter(({ platform }) => platform.kind !== 'law');
  const clients = useQuery(api.clients.list.queryOptions({ input: {} }));
  const first = platforms[0]?.platform;
  const zones = useZoneNames(store?.zone ?? first?.zone);
  const schema = useMemo(() => schemaWith(zones), [zones]);
  const form = useZodForm(schema, {
    name: store?.name ?? '',
    alias: store?.alias ?? '',
    // Several, asked in brief: a platform taken unasked would be left as it is in a hurry, and read numbers wrongly.
    platform: store?.platform ?? (brief && platforms.length > 1 ? '' : (first?.id ?? '')),
    zone: store?.zone ?? first?.zone ?? 'UTC',
    currency: store?.currency ?? first?.currency ?? '',
    clientId: store?.clientId ?? '',
    region: store?.region ?? '',
    fulfilment: store?.fulfilment ?? '',
  });
  const chosen = platforms.find(({ platform }) => platform.id === form.watch('platform'))?.platform;
  const regions = chosen?.regions ?? [];
  const region = regions.find(({ id }) => id === form.watch('region'));
  const usualZone = region?.zone ?? chosen?.zone;
  const usualCurrency = chosen?.currency;
  const { dirtyFields } = form.formState;
  const isZoneChanged = dirtyFields.zone === true;
  const isCurrencyChanged = dirtyFields.currency === true;
  const { resetField } = form;
  useEffect(() => {
    if (store === undefined && !isZoneChanged && usualZone !== undefined)
      resetField('zone', { defaultValue: usualZone });
  }, [store, isZoneChanged, usualZone, resetField]);
  useEffect(() => {
    if (store === undefined && !isCurrencyChanged && usualCurrency !== undefined)
      resetField('currency', { defaultValue: usualCurrency });
  }, [store, isCurrencyChanged, usualCurrency, resetField]);
  const options = {
    features: ['stores', 'clients', 'workspace', 'deadlines'],
    ownErrors: true,
    quiet: brief,
  };
  const create = useChange(client.stores.create, options);
  const update = useChange(client.stores.update, options);
  const [newClient, setNewClient] = useState('');
  const addClient = useChange(client.clients.create, { features: ['clients'], quiet: true, ownErrors: true });
  const error = create.error ?? update.error ?? addClient.error;
  const submit = form.handleSubmit(async (values) => {
    try {
      const clientId =
        newClient.trim() === '' ? values.clientId : (await addClient.mutateAsync({ name: newClient })).id;
      const common = {
        name: values.name,
        alias: values.alias,
        ...(clientId === '' ? {} : { clientId }),
        ...(brief
          ? {}
          : {
              region: regions.some(({ id }) => id === values.region) ? values.region : null,
              fulfilment: values.fulfilment === '' ? null : values.fulfilment,
            }),
        // Not asked for in brief: then the platform's own are taken, whichever platform was chosen.
        ...(brief || values.zone === '' ? {} : { zone: values.zone }),
        ...(brief || values.currency === '' ? {} : { currency: values.currency }),
      };
      onSaved(
        store === undefined
          ? await create.mutateAsync({ ...common, platform: values.platform })
          : await update.mutateAsync({ ...common, storeId: store.id }),
      );
    } catch {
      // The mutation holds the error, and the form shows it.
    }
  });
  const name = (
    <TextField control={form.control} name="name" label={t('clients:storeName')} required data-autofocus />
  );
  return (
    <form className="ad-stack" onSubmit={(event) => void submit(event)} noValidate>
      {brief ? (
        <div className="ad-row-fill">
          {name}
          {platforms.length > 1 ? (
            <Radio.Group
              label={t('clients:platform')}
              required
              value={form.watch('platform')}
              onChange={(value) => form.setValue('platform', value, { shouldValidate: true })}
              error={
                form.formState.errors.platform === undefined ? undefined : (
                  <FieldError text={t('clients:platformNeeded')} />
                )
              }
            >
              <div className="ad-row ad-zone-choices">
                {platforms.map(({ platform }) => (
                  <Radio key={platform.id} value={platform.id} label={t.pick(platform.name)} />
                ))}
              </div>
            </Radio.Group>
          ) : null}
        </div>
      ) : (
        name
      )}
      {store === undefined && !brief ? (
        <SelectField
          control={form.control}
          name="platform"
          label={t('clients:platform')}
          data={platforms.map(({ platform }) => ({ value: platform.id, label: t.pick(platform.name) }))}
        />
      ) : null}
      {brief ? (
        <p className="ad-hint" role="status">
          {chosen === undefined
            ? null
            : t('clients:fromPack', {
                platform: t.pick(chosen.name),
                zone: chosen.zone,
                currency: chosen.currency,
              })}
        </p>
      ) : (
        <>
          <TextField
            control={form.control}
            name="alias"
            label={t('clients:alias')}
            description={t('clients:aliasHint')}
          />
          {regions.length === 0 ? null : (
            <SelectField
              control={form.control}
              name="region"
              label={t('clients:region')}
              description={t('clients:regionHint')}
              data={[
                { value: '', label: t('clients:regionUnknown') },
                ...regions.map(({ id, name: region }) => ({ value: id, label: t.pick(region) })),
              ]}
            />
          )}
          {chosen?.byFulfilment === true ? (
            <SelectField
              control={form.control}
              name="fulfilment"
              label={t('clients:fulfilment')}
              description={t('clients:fulfilmentHint')}
              data={(['', 'seller', 'platform'] as const).map((value) => ({
                value,
                label: t(`clients:fulfilment-${value === '' ? 'both' : value}`),
              }))}
            />
          ) : null}
          <div className="ad-row-fill">
            <ZoneField control={form.control} name="zone" label={t('clients:zone')} names={zones} />
            <TextField
              control={form.control}
              name="currency"
              label={t('clients:currency')}
              shape={t('clients:currencyShape')}
              maxLength={3}
            />
          </div>
          <div className="ad-row-fill">
            <Select
              label={t('clients:client')}
              data={[
                { value: '', label: t('clients:ownClient') },
                ...(clients.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={form.watch('clientId')}
              onChange={(value) => form.setValue('clientId', value ?? '')}
              disabled={newClient !== ''}
            />
            <TextInput
              label={t('clients:orNewClient')}
              value={newClient}
              maxLength={200}
              onChange={(event) => setNewClient(event.currentTarget.value)}
            />
          </div>
        </>
      )}
      {error === null ? null : <ErrorNote error={error} />}
      <div className="ad-row">
        <ActButton
          act="save"
          keys="mod+enter"
          whileTyping
          type="submit"
          loading={create.isPending || update.isPending}
        >
          {act}
        </ActButton>
        {error === null ? null : <span className="ad-hint">{t('clients:keptTyped')}</span>}
      </div>
    </form>
  );
}
