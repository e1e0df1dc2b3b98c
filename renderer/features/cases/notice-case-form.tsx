import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Store } from '../../../shared/clients/index.ts';
import { onlyMatterNumber, type NoticeReading, type UnopenedNotice } from '../../../shared/notices/index.ts';
import { client, useChange } from '../../api/index.ts';
import {
  ActButton,
  ErrorNote,
  LateText,
  Note,
  RulesOfDay,
  Section,
  Sheet,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { dayOf } from '../attempts/index.ts';
import type { PlatformEntry } from '../clients/index.ts';
import {
  DeadlineFields,
  FoundNumbers,
  knownTimes,
  marksOf,
  MatterNumberField,
  NoticePaper,
  OtherNumbers,
  PageClockBeforeCase,
  timesOfNotice,
  UnopenedLine,
  UNTOUCHED,
  useNoticeReading,
  type ListedNumber,
  type UnopenedDesk,
} from '../notices/index.ts';
import { DuplicateNotes } from './duplicate-notes.tsx';
import { HandNumbers } from './hand-numbers.tsx';
import type { PickedOrders } from './order-picker.tsx';
import { useAnswersSoFar } from './answers-so-far.ts';
import { answersOf } from './scene-finder.tsx';
import { ScenePicker } from './scene-picker.tsx';
import { useDuplicates } from './use-duplicates.ts';

/** What the address already answers. */
export type FirstAnswers = PickedOrders & { readonly scenarioId: string | null };

interface NoticeCaseFormProps {
  /** Null until it is chosen or named; the notice can be pasted before. */
  readonly store: Store | null;
  readonly platform: PlatformEntry | null;
  readonly first: FirstAnswers;
  /** An earlier appeal was rejected: it is asked for as soon as the case is open. */
  readonly rejectedBefore: boolean;
  /** Where what is typed here is kept until the case is open. */
  readonly desk: UnopenedDesk;
}

/** Opens a case from a pasted notice: its orders confirmed beside the text, the time left, the scene. */
export function NoticeCaseForm({ store, platform, first, rejectedBefore, desk }: NoticeCaseFormProps) {
  const t = useText();
  const now = useNow();
  const zone = useZone();
  const navigate = useNavigate();
  const [said, setSaid] = useState(() => beginWith(desk.kept, first));
  const { text, pastedAt, byHand, deadline, scenarioId: chosenScene } = said;
  const [answers, setAnswers, forgetAnswers] = useAnswersSoFar(store?.id ?? null);
  const leftOut = useMemo(() => new Set(said.leftOut), [said.leftOut]);
  const change = (patch: Partial<Said>): void => setSaid((before) => ({ ...before, ...patch }));

  const empty = isEmpty(said, first);
  const storeId = store?.id ?? null;
  const { keep } = desk;
  useEffect(() => {
    keep(empty ? null : { ...said, storeId, what: rejectedBefore ? 'rejected' : 'appeal' });
  }, [keep, empty, said, storeId, rejectedBefore]);

  const live = useNoticeReading(storeId, text);
  const { reading } = live;
  const looked = useNoticeReading(storeId, byHand.join('\n'));
  const listed = listNumbers(reading?.orderNumbers ?? [], byHand, looked.reading?.orderNumbers ?? []);
  const orderNumbers = listed.map((each) => each.orderNumber).filter((number) => !leftOut.has(number));
  const taken = new Set(orderNumbers);
  const others = [...new Set((reading?.otherNumbers ?? []).map((other) => other.text))];
  const times = knownTimes(deadline, reading, pastedAt, now);
  const matterNumbers = reading?.matterNumbers ?? [];
  // What the text alone leaves open is nobody's number until a person says which.
  const matter = said.platformNumber ?? onlyMatterNumber(matterNumbers)?.number ?? '';
  const setMatter = (platformNumber: string): void => change({ platformNumber });
  const shape = platform?.platform.orderNumber;
  const scenes = (platform?.scenarios ?? []).filter(({ notice }) => notice === 'flagged-orders');
  const scenario =
    scenes.find(({ id }) => id === chosenScene) ?? (scenes.length === 1 ? scenes[0] : undefined);
  const issued =
    store === null || times.way === 'unknown' || times.issuedAt === null
      ? null
      : dayOf(times.issuedAt, store.zone);
  const { findings, accepted, setAccepted, inTheWay, error } = useDuplicates({
    storeId: store?.id ?? null,
    scenarioId: scenario?.id ?? null,
    orderNumbers,
    matter,
    noticeDate: issued,
  });
  const open = useChange(client.cases.create, {
    features: ['cases', 'attempts', 'today', 'deadlines'],
    onError: desk.stay,
    onSuccess: ({ id }) => {
      forgetAnswers();
      void navigate(`/cases/${id}/orders${rejectedBefore ? '?prior=enter' : ''}`);
    },
  });
  const due = timesOfNotice(times, zone).pageDeadline ?? null;
  const reads = text.trim() !== '' && store !== null && !live.fresh && live.error === null;

  const create = async (): Promise<void> => {
    if (store === null || scenario === undefined) return;
    await desk.leave();
    const scene = t.pick(scenario.title);
    open.mutate({
      storeId: store.id,
      scenarioId: scenario.id,
      title: (issued === null ? scene : t('notices:title', { scene, day: t.format.legalDay(issued) })).slice(
        0,
        200,
      ),
      orderNumbers,
      noticeDate: issued,
      notice: {
        text,
        ...timesOfNotice(times, zone),
        ...(matter.trim() === '' ? {} : { platformNumber: matter }),
      },
      ...(times.way === 'page' && deadline.pageClock !== undefined ? { pageClock: deadline.pageClock } : {}),
      fromUnopened: true,
      answers: answersOf(scenario, answers),
    });
  };
  return (
    <RulesOfDay on={issued}>
      <div className="notice-entry">
        <Section title={t('notices:text')} actions={<UnopenedLine desk={desk} empty={empty} />}>
          <NoticePaper
            value={text}
            marks={marksOf(live, (number) => taken.has(number))}
            onChange={(words) => change({ text: words, pastedAt: Date.now() })}
          />
          {matterNumbers.length === 0 ? null : (
            <MatterNumberField value={matter} numbers={matterNumbers} onChange={setMatter} />
          )}
        </Section>
        <Section title={t('notices:found')} hint={listed.length === 0 ? undefined : t('notices:found.hint')}>
          <div className="form-stack">
            {store === null ? (
              <Note>{t('notices:text.needStore')}</Note>
            ) : listed.length > 0 ? (
              <FoundNumbers
                numbers={listed}
                leftOut={leftOut}
                onLeaveOut={(numbers) => change({ leftOut: [...numbers] })}
              />
            ) : live.error !== null ? (
              <ErrorNote error={live.error} />
            ) : (
              <p className="ad-hint" role="status">
                {reads
                  ? t('notices:text.reading')
                  : text.trim() === ''
                    ? t('notices:found.empty')
                    : t('notices:found.none', {
                        says: shape == null ? '' : t.pick(shape.says),
                      })}
              </p>
            )}
            <OtherNumbers
              numbers={others.filter((number) => !byHand.includes(number))}
              onTake={(number) => change({ byHand: [...byHand, number] })}
            />
            <HandNumbers
              platform={platform?.platform ?? null}
              onAdd={(numbers) =>
                change({
                  byHand: [...new Set([...byHand, ...numbers])],
                  leftOut: said.leftOut.filter((number) => !numbers.includes(number)),
                })
              }
            />
          </div>
        </Section>
      </div>
      <Section title={t('notices:deadline')}>
        <Sheet>
          <DeadlineFields
            draft={deadline}
            known={times}
            reading={reading}
            entry={scenario?.entry ?? scenes[0]?.entry ?? null}
            onChange={(next) => change({ deadline: next })}
          >
            {store === null || scenario === undefined ? null : (
              <PageClockBeforeCase
                storeId={store.id}
                scenarioId={scenario.id}
                times={timesOfNotice(times, zone)}
                said={deadline.pageClock}
                onChange={(pageClock) => change({ deadline: { ...deadline, pageClock } })}
              />
            )}
          </DeadlineFields>
        </Sheet>
      </Section>
      {scenes.length === 0 ? null : (
        <Section title={t('notices:scene')}>
          <ScenePicker
            scenes={scenes}
            value={scenario?.id ?? null}
            onChange={(id) => change({ scenarioId: id, deadline: anyClock(deadline) })}
            finding={{
              answers,
              onAnswers: setAnswers,
              orderCount: orderNumbers.length,
              noticeDate: issued,
            }}
          />
        </Section>
      )}
      {scenario === undefined ? null : (
        <DuplicateNotes
          storeId={store?.id ?? ''}
          noticeDate={issued}
          findings={findings}
          scenario={scenario}
          scenes={scenes}
          accepted={accepted}
          onAccept={setAccepted}
          // Where the text names one, it is asked for beside the text, and once.
          matter={{ value: matter, onChange: matterNumbers.length === 0 ? setMatter : null }}
          onDrop={(numbers) => change({ leftOut: [...new Set([...leftOut, ...numbers])] })}
        />
      )}
      {rejectedBefore ? <Note>{t('notices:priorNext')}</Note> : null}
      <div className="form-acts notice-open">
        <ActButton
          act="open-case"
          keys="mod+enter"
          whileTyping
          disabled={scenario === undefined || reads || inTheWay}
          loading={open.isPending}
          onClick={() => void create()}
        >
          {orderNumbers.length === 0
            ? t('notices:open')
            : t('notices:openWith', { count: orderNumbers.length })}
        </ActButton>
        <ActButton act="leave" keys="shift+b" variant="subtle" onClick={() => void navigate('/cases')}>
          {t('cases:create.cancel')}
        </ActButton>
        <span className="notice-open-says" role="status">
          {due === null ? null : due < now ? (
            <LateText>{t('notices:deadline.ended', { when: t.format.deadline(due, zone, now) })}</LateText>
          ) : (
            t('notices:due', { when: t.format.deadline(due, zone, now), left: t.format.span(due - now) })
          )}
          {due === null || (store !== null && scenario !== undefined) ? null : ' · '}
          {store === null ? t('notices:need.store') : scenario === undefined ? t('notices:need.scene') : null}
        </span>
      </div>
      {error === null ? null : <Note kind="warn">{t('ui:tryAgain')}</Note>}
    </RulesOfDay>
  );
}

/** What is said in the form itself; the store and what happened are asked above it. */
type Said = Omit<UnopenedNotice, 'storeId' | 'what'>;

/** What was kept, with what the address answers: that was asked for just now. */
function beginWith(kept: UnopenedNotice | null, first: FirstAnswers): Said {
  return {
    text: kept?.text ?? '',
    pastedAt: kept?.pastedAt ?? null,
    leftOut: kept?.leftOut ?? [],
    byHand: [...new Set([...(kept?.byHand ?? []), ...first.orderNumbers])],
    deadline: kept?.deadline ?? UNTOUCHED,
    scenarioId: first.scenarioId ?? kept?.scenarioId ?? null,
    ...(kept?.platformNumber === undefined ? {} : { platformNumber: kept.platformNumber }),
  };
}

/** What was said of the time left, without which clock it is: another scene has others. */
function anyClock({ pageClock: _pageClock, ...deadline }: UnopenedNotice['deadline']): typeof deadline {
  return deadline;
}

/** Nothing was typed yet: what the address brought is there again without being kept. */
function isEmpty({ text, byHand, deadline, platformNumber = '' }: Said, first: FirstAnswers): boolean {
  const brought = new Set(first.orderNumbers);
  return (
    text.trim() === '' &&
    platformNumber.trim() === '' &&
    byHand.every((number) => brought.has(number)) &&
    deadline.way === null &&
    deadline.words === null &&
    deadline.issuedAt === undefined
  );
}

/** The numbers found in the text, then those added by hand that it does not name, with what is known of each. */
function listNumbers(
  found: NoticeReading['orderNumbers'],
  byHand: readonly string[],
  looked: NoticeReading['orderNumbers'],
): readonly ListedNumber[] {
  const inText = new Set(found.map(({ orderNumber }) => orderNumber));
  return [
    ...found.map(({ orderNumber, order, cases }) => ({ orderNumber, order, cases, byHand: false })),
    ...byHand
      .filter((number) => !inText.has(number))
      .map((number): ListedNumber => {
        const seen = looked.find((each) => each.orderNumber === number);
        return { orderNumber: number, order: seen?.order, cases: seen?.cases ?? [], byHand: true };
      }),
  ];
}
