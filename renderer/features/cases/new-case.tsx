import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Store } from '../../../shared/clients/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { Loading, Note, Page, Section, Sheet, useText } from '../../ui/index.ts';
import { StoreForm, usePlatforms, useStores, type PlatformEntry } from '../clients/index.ts';
import { DuplicateNotes } from './duplicate-notes.tsx';
import { OrderPicker, type PickedOrders } from './order-picker.tsx';
import { readOrderNumbers } from './order-numbers.ts';
import { ScenePicker } from './scene-picker.tsx';

/** Opens a case: which store, what happened, which buyer and orders; duplicates are shown before anything opens. */
export function NewCase() {
  const t = useText();
  const stores = useStores();
  const platforms = usePlatforms();
  const [asked] = useSearchParams();
  const [chosen, setChosen] = useState<string | null>(asked.get('store'));
  if (stores === undefined || platforms === undefined) return <Loading />;
  const storeId = chosen ?? (stores.length === 1 ? (stores[0]?.id ?? null) : null);
  const store = stores.find((each) => each.id === storeId);
  return (
    <Page title={t('cases:create.title')} sub={t('cases:create.orders.later')}>
      <div className="new-case">
        <Section title={t('cases:create.store')}>
          {stores.length === 0 ? null : (
            <Select
              aria-label={t('cases:create.store')}
              className="new-case-store"
              value={chosen === NEW_STORE ? NEW_STORE : (store?.id ?? null)}
              onChange={setChosen}
              data={[
                ...stores.map((each) => ({ value: each.id, label: each.alias || each.name })),
                { value: NEW_STORE, label: t('cases:create.store.new') },
              ]}
            />
          )}
          {chosen === NEW_STORE || stores.length === 0 ? (
            <Sheet>
              <StoreForm
                brief
                platforms={platforms}
                act={t('cases:create.store.add')}
                onSaved={(saved) => setChosen(saved.id)}
              />
            </Sheet>
          ) : null}
        </Section>
        {store === undefined ? null : (
          <CaseForm key={store.id} store={store} platforms={platforms} first={firstPicked(asked)} />
        )}
      </div>
    </Page>
  );
}

const NEW_STORE = 'new';

function firstPicked(asked: URLSearchParams): PickedOrders {
  return {
    buyerName: asked.get('buyer') ?? '',
    orderNumbers: readOrderNumbers(asked.get('orders') ?? '').numbers,
  };
}

interface CaseFormProps {
  readonly store: Store;
  readonly platforms: readonly PlatformEntry[];
  readonly first: PickedOrders;
}

function CaseForm({ store, platforms, first }: CaseFormProps) {
  const t = useText();
  const navigate = useNavigate();
  const scenes = platforms.find(({ platform }) => platform.id === store.platform)?.scenarios ?? [];
  const [scenarioId, setScenarioId] = useState<string | null>(null);
  const [picked, setPicked] = useState(first);
  const [accepted, setAccepted] = useState(false);
  const scenario = scenes.find((scene) => scene.id === scenarioId);
  const { orderNumbers } = picked;
  const duplicates = useQuery({
    ...api.cases.duplicates.queryOptions({
      input: { storeId: store.id, scenarioId: scenarioId ?? '', orderNumbers: [...orderNumbers] },
    }),
    enabled: scenarioId !== null && orderNumbers.length > 0,
    staleTime: 0,
  });
  const open = useChange(client.cases.create, {
    features: ['cases', 'attempts', 'today'],
    onSuccess: (record) => void navigate(`/cases/${record.id}`),
  });
  const findings = orderNumbers.length === 0 ? [] : (duplicates.data ?? []);
  const blocked = findings.some(({ allowed }) => allowed === 'refused' || allowed === 'unknown');
  const warned = findings.some(({ allowed }) => allowed === 'warn');
  const checking = scenarioId !== null && orderNumbers.length > 0 && duplicates.isFetching;
  return (
    <>
      <Section
        title={t('cases:create.scene')}
        hint={scenes.some((scene) => scene.kind === 'report') ? t('cases:create.scene.advice') : undefined}
      >
        <ScenePicker scenes={scenes} value={scenarioId} onChange={setScenarioId} />
      </Section>
      <Section title={t('cases:create.orders')}>
        <OrderPicker storeId={store.id} picked={picked} onChange={setPicked} />
      </Section>
      {scenario === undefined ? null : (
        <DuplicateNotes
          findings={findings}
          scenario={scenario}
          scenes={scenes}
          accepted={accepted}
          onAccept={setAccepted}
          onDrop={(numbers) =>
            setPicked({ ...picked, orderNumbers: orderNumbers.filter((number) => !numbers.includes(number)) })
          }
        />
      )}
      <div className="form-acts">
        <Button
          disabled={scenario === undefined || blocked || checking || (warned && !accepted)}
          loading={open.isPending}
          onClick={() => {
            if (scenario === undefined) return;
            open.mutate({
              storeId: store.id,
              scenarioId: scenario.id,
              title: titleOf(scenario, picked, t.pick(scenario.title)),
              buyerName: picked.buyerName,
              orderNumbers: [...orderNumbers],
            });
          }}
        >
          {t('cases:create.open')}
        </Button>
        <Button variant="subtle" onClick={() => void navigate('/cases')}>
          {t('cases:create.cancel')}
        </Button>
      </div>
      {duplicates.error === null ? null : <Note kind="warn">{t('ui:tryAgain')}</Note>}
    </>
  );
}

function titleOf(scenario: Scenario, picked: PickedOrders, title: string): string {
  const buyer = picked.buyerName.trim();
  return (buyer === '' ? title : `${title} · ${buyer}`).slice(0, 200);
}
