import { Select } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Store } from '../../../shared/clients/index.ts';
import { client, useChange } from '../../api/index.ts';
import { ActButton, Loading, Note, Page, Section, Sheet, useText } from '../../ui/index.ts';
import {
  beginsWith,
  canBegin,
  insteadOf,
  whatHappened,
  WhatHappened,
  type Happening,
} from '../onboarding/index.ts';
import { StoreForm, usePlatforms, useStores, type PlatformEntry } from '../clients/index.ts';
import { DuplicateNotes } from './duplicate-notes.tsx';
import { MatterNumberInput, numberedBySeller } from './matter-number.tsx';
import { NoticeCaseForm, type FirstAnswers } from './notice-case-form.tsx';
import { useUnopenedNotice, type UnopenedDesk } from '../notices/index.ts';
import { OrderPicker, type PickedOrders } from './order-picker.tsx';
import { readOrderNumbers } from './order-numbers.ts';
import { useAnswersSoFar } from './answers-so-far.ts';
import { answersOf } from './scene-finder.tsx';
import { ScenePicker } from './scene-picker.tsx';
import { useDuplicates } from './use-duplicates.ts';

/** Opens a case. What happened decides how: a notice is pasted, a report begins with a buyer's orders. */
export function NewCase() {
  const t = useText();
  const navigate = useNavigate();
  const stores = useStores();
  const platforms = usePlatforms();
  const desk = useUnopenedNotice();
  const [asked, setAsked] = useSearchParams();
  if (stores === undefined || platforms === undefined || desk === null) return <Loading />;
  const isOpen = ['what', 'scenario', 'store'].every((name) => !asked.has(name));
  const happened = whatHappened(
    // Whoever comes without a word goes on with what they began.
    {
      what: asked.get('what') ?? (isOpen ? (desk.kept?.what ?? null) : null),
      scenarioId: asked.get('scenario'),
      storeId: asked.get('store'),
    },
    stores,
    platforms,
  );
  return (
    <Page title={t('cases:create.title')} sub={t('cases:create.orders.later')}>
      <div className="new-case">
        <WhatHappened
          compact
          platforms={platforms}
          value={happened}
          onAnswer={(answer) => {
            if (answer === 'lookUp') void navigate('/rulebook');
            else setAsked({ ...Object.fromEntries(asked), what: answer }, { replace: true });
          }}
        />
        {happened === null ? null : (
          <StoreAndForm
            // A shop that the address names is asked anew: what was chosen before belonged to another visit.
            key={`${isOfNotice(happened) ? `notice-${desk.turn}` : happened} ${asked.get('store') ?? ''}`}
            happened={happened}
            stores={stores}
            platforms={platforms}
            asked={asked}
            desk={desk}
          />
        )}
      </div>
    </Page>
  );
}

/** Whether the case begins with the words of a notice. */
function isOfNotice(happened: Happening): boolean {
  return happened === 'appeal' || happened === 'rejected';
}

const FOOTINGS = ['official', 'partial', 'second-hand', 'unverified'];

/** The platforms whose rules stand firmest come first; what is for any other platform comes last. */
function footing({ platform }: PlatformEntry): number {
  return FOOTINGS.indexOf(platform.readiness.level);
}

interface StoreAndFormProps {
  readonly happened: Happening;
  readonly stores: readonly Store[];
  readonly platforms: readonly PlatformEntry[];
  readonly asked: URLSearchParams;
  readonly desk: UnopenedDesk;
}

/** The store, which can be named right here, and then the form of what happened there. */
function StoreAndForm({ happened, stores, platforms, asked, desk }: StoreAndFormProps) {
  const t = useText();
  const fitting = platforms
    .filter((platform) => canBegin(happened, platform))
    .toSorted((one, other) => footing(one) - footing(other));
  const offered = stores.filter((store) => fitting.some(({ platform }) => platform.id === store.platform));
  // Not left out without a word: whoever looks for their shop is told where its matter begins.
  const others = stores
    .filter((store) => !offered.includes(store))
    .map((store) => {
      const pack = platforms.find(({ platform }) => platform.id === store.platform);
      return { ...store, other: pack === undefined ? undefined : insteadOf(happened, pack) };
    });
  const [chosen, setChosen] = useState<string | null>(
    asked.get('store') ?? (isOfNotice(happened) ? (desk.kept?.storeId ?? null) : null),
  );
  const only = offered.length === 1 ? (offered[0]?.id ?? null) : null;
  const store = offered.find((each) => each.id === (chosen ?? only));
  const entry = platforms.find(({ platform }) => platform.id === store?.platform);
  const first = { ...firstPicked(asked), scenarioId: asked.get('scenario') };
  const naming = chosen === NEW_STORE || offered.length === 0;
  return (
    <>
      <Section title={t('cases:create.store')}>
        <div className="ad-stack">
          {offered.length === 0 ? null : (
            <Select
              aria-label={t('cases:create.store')}
              className="new-case-store"
              value={chosen === NEW_STORE ? NEW_STORE : (store?.id ?? null)}
              onChange={setChosen}
              data={[
                ...offered.map((each) => ({ value: each.id, label: each.alias || each.name })),
                { value: NEW_STORE, label: t('cases:create.store.new') },
              ]}
            />
          )}
          {others.length === 0 ? null : (
            <Note>
              {t(`cases:create.store.elsewhere-${isOfNotice(happened) ? 'notice' : 'other'}`)}{' '}
              {others.slice(0, NAMED).map(({ id, name, alias, other }, place) => (
                <Fragment key={id}>
                  {place === 0 ? '' : t('cases:create.store.and')}
                  {other === undefined ? (
                    alias || name
                  ) : (
                    <Link to={`/cases/new?what=${other}&store=${id}`}>
                      {t('cases:create.store.instead', {
                        store: alias || name,
                        what: t(`onboarding:${other}`),
                      })}
                    </Link>
                  )}
                </Fragment>
              ))}
              {others.length > NAMED ? t('cases:create.store.more', { count: others.length - NAMED }) : null}
            </Note>
          )}
          {naming ? (
            <Sheet>
              <StoreForm
                brief
                key={happened}
                platforms={fitting}
                act={t('cases:create.store.add')}
                onSaved={(saved) => setChosen(saved.id)}
              />
            </Sheet>
          ) : null}
        </div>
      </Section>
      {isOfNotice(happened) ? (
        <NoticeCaseForm
          store={store ?? null}
          platform={entry ?? null}
          first={first}
          rejectedBefore={happened === 'rejected'}
          desk={desk}
        />
      ) : store === undefined || entry === undefined ? null : (
        <CaseForm key={store.id} happened={happened} store={store} platform={entry} first={first} />
      )}
    </>
  );
}

const NEW_STORE = 'new';
/** So many stores that are not listed are named each: an agency has two hundred. */
const NAMED = 5;

function firstPicked(asked: URLSearchParams): PickedOrders {
  return {
    buyerName: asked.get('buyer') ?? '',
    orderNumbers: readOrderNumbers(asked.get('orders') ?? '').numbers,
  };
}

interface CaseFormProps {
  readonly happened: Happening;
  readonly store: Store;
  readonly platform: PlatformEntry;
  readonly first: FirstAnswers;
}

function CaseForm({ happened, store, platform, first }: CaseFormProps) {
  const t = useText();
  const navigate = useNavigate();
  const scenes = platform.scenarios.filter((scene) => beginsWith(happened, scene));
  const [scenarioId, setScenarioId] = useState<string | null>(
    scenes.find(({ id }) => id === first.scenarioId)?.id ?? null,
  );
  const [answers, setAnswers, forgetAnswers] = useAnswersSoFar(store.id);
  const [picked, setPicked] = useState<PickedOrders>(first);
  const scenario = scenes.find((scene) => scene.id === scenarioId);
  const { orderNumbers } = picked;
  const [number, setNumber] = useState('');
  // What a message of the platform begins has a place for its number; the rest of the message comes in the case.
  const takesNumber = scenario?.begins === 'platform' && scenario.chancePer === 'matter';
  // What the seller begins has its number at hand, or none: it is asked for beside the orders, and nobody has to say it.
  const numbered = scenario === undefined ? null : numberedBySeller(scenario);
  const matter = takesNumber || numbered !== null ? number : '';
  const { findings, accepted, setAccepted, inTheWay, error } = useDuplicates({
    storeId: store.id,
    scenarioId,
    orderNumbers,
    matter,
  });
  const open = useChange(client.cases.create, {
    features: ['cases', 'attempts', 'today'],
    onSuccess: (record) => {
      forgetAnswers();
      void navigate(`/cases/${record.id}`);
    },
  });
  return (
    <>
      <Section
        title={t('cases:create.scene')}
        hint={scenes.some((scene) => scene.kind === 'report') ? t('cases:create.scene.advice') : undefined}
      >
        <ScenePicker
          scenes={scenes}
          value={scenarioId}
          onChange={setScenarioId}
          finding={{ answers, onAnswers: setAnswers, orderCount: orderNumbers.length }}
        />
      </Section>
      <Section title={t('cases:create.orders')}>
        <OrderPicker storeId={store.id} platform={platform.platform} picked={picked} onChange={setPicked} />
        {numbered === null ? null : <MatterNumberInput of={numbered} value={number} onChange={setNumber} />}
      </Section>
      {scenario === undefined ? null : (
        <DuplicateNotes
          storeId={store.id}
          findings={findings}
          scenario={scenario}
          scenes={scenes}
          accepted={accepted}
          onAccept={setAccepted}
          {...(takesNumber ? { matter: { value: number, onChange: setNumber } } : {})}
          {...(numbered === null ? {} : { matter: { value: number, onChange: null, underOrders: true } })}
          onDrop={(numbers) =>
            setPicked({ ...picked, orderNumbers: orderNumbers.filter((number) => !numbers.includes(number)) })
          }
        />
      )}
      <div className="form-acts">
        <ActButton
          act="open-case"
          keys="mod+enter"
          whileTyping
          disabled={scenario === undefined || inTheWay}
          loading={open.isPending}
          onClick={() => {
            if (scenario === undefined) return;
            open.mutate({
              storeId: store.id,
              scenarioId: scenario.id,
              title: titleOf([t.pick(scenario.title), picked.buyerName, numbered === null ? '' : matter]),
              buyerName: picked.buyerName,
              orderNumbers: [...orderNumbers],
              ...(matter.trim() === ''
                ? {}
                : numbered === null
                  ? { notice: { platformNumber: matter } }
                  : { matterNumber: matter }),
              answers: answersOf(scenario, answers),
            });
          }}
        >
          {t('cases:create.open')}
        </ActButton>
        <ActButton act="leave" keys="shift+b" variant="subtle" onClick={() => void navigate('/cases')}>
          {t('cases:create.cancel')}
        </ActButton>
      </div>
      {error === null ? null : <Note kind="warn">{t('ui:tryAgain')}</Note>}
    </>
  );
}

/** What happened, whose orders they are and, of several items of one order, which it is of: as far as it was said. */
function titleOf(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200);
}
