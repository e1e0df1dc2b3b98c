import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Client, Store } from '../../../shared/clients/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Dialog,
  EmptyState,
  Entries,
  Entry,
  Loaded,
  Page,
  Section,
  StatusWord,
  useActs,
  useText,
} from '../../ui/index.ts';
import { RecalculationLine } from '../deadlines/index.ts';
import { StoreForm } from './store-form.tsx';
import { usePlatforms } from './use-stores.ts';

type Dialog =
  | { readonly kind: 'new-store' }
  | { readonly kind: 'edit-store'; readonly store: Store }
  | { readonly kind: 'merge-store'; readonly store: Store }
  | { readonly kind: 'merge-client'; readonly client: Client }
  | { readonly kind: 'rename-client'; readonly client: Client };

const FEATURES = ['clients', 'stores', 'orders', 'workspace'];

/** Clients and their stores: a plain list. */
export function ClientsRoom() {
  const t = useText();
  const [showArchived, setShowArchived] = useState(false);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  useActs([
    {
      id: 'show-archived',
      label: t('clients:showArchived'),
      keys: 'h',
      run: () => setShowArchived(!showArchived),
    },
  ]);
  const clients = useQuery(api.clients.list.queryOptions({ input: {} }));
  const stores = useQuery(api.stores.list.queryOptions({ input: {} }));
  // What is archived stands beside what is not: a store may be, while its client is in use.
  const putAway = { input: { archived: true }, enabled: showArchived };
  const archivedClients = useQuery(api.clients.list.queryOptions(putAway)).data;
  const archivedStores = useQuery(api.stores.list.queryOptions(putAway)).data;
  const shownStores = [...(stores.data ?? []), ...(showArchived ? (archivedStores ?? []) : [])];
  const platforms = usePlatforms() ?? [];
  const archiveStore = useChange(client.stores.archive, { features: FEATURES });
  const archiveClient = useChange(client.clients.archive, { features: FEATURES });
  const platformName = (platformId: string): string => {
    const found = platforms.find(({ platform }) => platform.id === platformId);
    return found === undefined ? platformId : t.pick(found.platform.name);
  };
  const close = (): void => setDialog(null);
  return (
    <Page
      title={t('clients:title')}
      sub={t('clients:sub')}
      actions={
        <>
          <Switch
            label={t('clients:showArchived')}
            checked={showArchived}
            onChange={(event) => setShowArchived(event.currentTarget.checked)}
          />
          <ActButton act="look-ups" keys="b" variant="default" to="/look-ups">
            {t('lookUps:title')}
          </ActButton>
          <ActButton act="add" keys="a" onClick={() => setDialog({ kind: 'new-store' })}>
            {t('clients:addStore')}
          </ActButton>
        </>
      }
    >
      <RecalculationLine />
      <Loaded query={clients}>
        {(inUse) => {
          const list = [...inUse, ...(showArchived ? (archivedClients ?? []) : [])];
          return list.length === 0 ? (
            <EmptyState
              title={t('clients:emptyTitle')}
              action={{ label: t('clients:addStore'), onClick: () => setDialog({ kind: 'new-store' }) }}
            >
              {t('clients:emptyText')}
            </EmptyState>
          ) : (
            list.map((each) => (
              <Section
                key={each.id}
                title={each.name}
                hint={[
                  t('clients:storeCount', { count: each.storeCount }),
                  ...(each.archivedAt === null ? [] : [t('clients:archived')]),
                  ...(each.note === '' ? [] : [each.note]),
                ].join(' · ')}
                actions={
                  <>
                    <ActButton
                      act="client-rename"
                      keys="shift+e"
                      of={each.name}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => setDialog({ kind: 'rename-client', client: each })}
                    >
                      {t('clients:rename')}
                    </ActButton>
                    {each.archivedAt === null && inUse.length > 1 ? (
                      <ActButton
                        act="client-merge"
                        keys="shift+m"
                        of={each.name}
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => setDialog({ kind: 'merge-client', client: each })}
                      >
                        {t('clients:merge')}
                      </ActButton>
                    ) : null}
                    <ActButton
                      act="client-archive"
                      keys="shift+x"
                      of={each.name}
                      variant="subtle"
                      size="compact-sm"
                      onClick={() =>
                        archiveClient.mutate({ clientId: each.id, archived: each.archivedAt === null })
                      }
                    >
                      {t(each.archivedAt === null ? 'clients:archive' : 'clients:bringBack')}
                    </ActButton>
                  </>
                }
              >
                <Entries label={each.name}>
                  {shownStores
                    .filter((store) => store.clientId === each.id)
                    .map((store) => (
                      <Entry
                        key={store.id}
                        title={
                          <span className="ad-row">
                            <b>{store.name}</b>
                            {store.alias === '' || store.alias === store.name ? null : (
                              <span className="ad-hint">{t('clients:shownAs', { alias: store.alias })}</span>
                            )}
                            {store.archivedAt === null ? null : (
                              <StatusWord kind="no">{t('clients:archived')}</StatusWord>
                            )}
                          </span>
                        }
                        detail={
                          <>
                            {platformName(store.platform)} · {t.find(`ui:zone-${store.zone}`) ?? store.zone} ·{' '}
                            {store.currency} ·{' '}
                            <Link to={`/orders?store=${store.id}`}>
                              {t('clients:orderCount', { count: store.orderCount })}
                            </Link>
                            {' · '}
                            {t('clients:caseCount', { count: store.caseCount })}
                          </>
                        }
                        action={
                          <>
                            {store.archivedAt === null ? (
                              <ActButton
                                act="store-import"
                                keys="l"
                                of={store.name}
                                variant="subtle"
                                size="compact-sm"
                                to={`/orders/import?store=${store.id}`}
                              >
                                {t('clients:importOrders')}
                              </ActButton>
                            ) : null}
                            <ActButton
                              act="store-change"
                              keys="e"
                              of={store.name}
                              variant="subtle"
                              size="compact-sm"
                              onClick={() => setDialog({ kind: 'edit-store', store })}
                            >
                              {t('clients:change')}
                            </ActButton>
                            {store.archivedAt === null &&
                            (stores.data ?? []).some(
                              (other) => other.id !== store.id && other.platform === store.platform,
                            ) ? (
                              <ActButton
                                act="store-merge"
                                keys="m"
                                of={store.name}
                                variant="subtle"
                                size="compact-sm"
                                onClick={() => setDialog({ kind: 'merge-store', store })}
                              >
                                {t('clients:merge')}
                              </ActButton>
                            ) : null}
                            <ActButton
                              act="store-archive"
                              keys="x"
                              of={store.name}
                              variant="subtle"
                              size="compact-sm"
                              onClick={() =>
                                archiveStore.mutate({
                                  storeId: store.id,
                                  archived: store.archivedAt === null,
                                })
                              }
                            >
                              {t(store.archivedAt === null ? 'clients:archive' : 'clients:bringBack')}
                            </ActButton>
                          </>
                        }
                      />
                    ))}
                </Entries>
              </Section>
            ))
          );
        }}
      </Loaded>
      <Dialog
        opened={dialog?.kind === 'new-store' || dialog?.kind === 'edit-store'}
        onClose={close}
        title={dialog?.kind === 'edit-store' ? dialog.store.name : t('clients:addStore')}
        size="lg"
      >
        {platforms.length > 0 ? (
          <StoreForm
            platforms={platforms}
            act={t('ui:save')}
            {...(dialog?.kind === 'edit-store' ? { store: dialog.store } : {})}
            onSaved={close}
          />
        ) : null}
      </Dialog>
      <RenameClient dialog={dialog} onClose={close} />
      <MergeDialog dialog={dialog} clients={clients.data ?? []} stores={stores.data ?? []} onClose={close} />
    </Page>
  );
}

interface DialogProps {
  readonly dialog: Dialog | null;
  readonly onClose: () => void;
}

function RenameClient({ dialog, onClose }: DialogProps) {
  const t = useText();
  const chosen = dialog?.kind === 'rename-client' ? dialog.client : null;
  return (
    <Dialog opened={chosen !== null} onClose={onClose} title={t('clients:rename')}>
      {chosen === null ? null : <RenameClientForm key={chosen.id} chosen={chosen} onClose={onClose} />}
    </Dialog>
  );
}

function RenameClientForm({ chosen, onClose }: { readonly chosen: Client; readonly onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState(chosen.name);
  const [note, setNote] = useState(chosen.note);
  const update = useChange(client.clients.update, { features: FEATURES, onSuccess: onClose });
  return (
    <form
      className="ad-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') update.mutate({ clientId: chosen.id, name, note });
      }}
    >
      <TextInput
        label={t('clients:clientName')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('clients:note')}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="ad-dialog-acts">
        <Button type="submit" disabled={name.trim() === ''} loading={update.isPending}>
          {t('ui:save')}
        </Button>
      </div>
    </form>
  );
}

interface MergeDialogProps extends DialogProps {
  readonly clients: readonly Client[];
  readonly stores: readonly Store[];
}

function MergeDialog({ dialog, clients, stores, onClose }: MergeDialogProps) {
  const t = useText();
  const [into, setInto] = useState<string | null>(null);
  const done = (): void => {
    setInto(null);
    onClose();
  };
  const mergeStores = useChange(client.stores.merge, { features: FEATURES, onSuccess: done });
  const mergeClients = useChange(client.clients.merge, { features: FEATURES, onSuccess: done });
  if (dialog?.kind !== 'merge-store' && dialog?.kind !== 'merge-client') return null;
  const subject = dialog.kind === 'merge-store' ? dialog.store : dialog.client;
  const targets =
    dialog.kind === 'merge-store'
      ? stores.filter((store) => store.id !== subject.id && store.platform === dialog.store.platform)
      : clients.filter(({ id }) => id !== subject.id);
  return (
    <Dialog opened onClose={done} title={t('clients:mergeTitle', { name: subject.name })}>
      <p className="ad-dim">
        {t(dialog.kind === 'merge-store' ? 'clients:mergeStoreText' : 'clients:mergeClientText')}
      </p>
      <Select
        mt="sm"
        label={t('clients:mergeInto')}
        data={targets.map(({ id, name }) => ({ value: id, label: name }))}
        value={into}
        onChange={setInto}
        data-autofocus
      />
      <div className="ad-dialog-acts">
        <Button
          disabled={into === null}
          loading={mergeStores.isPending || mergeClients.isPending}
          onClick={() => {
            if (into === null) return;
            if (dialog.kind === 'merge-store') mergeStores.mutate({ fromId: subject.id, intoId: into });
            else mergeClients.mutate({ fromId: subject.id, intoId: into });
          }}
        >
          {t('clients:merge')}
        </Button>
      </div>
    </Dialog>
  );
}
