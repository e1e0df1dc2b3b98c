import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { onlyMatterNumber, type Notice } from '../../../shared/notices/index.ts';
import { api, client, describeError, useChange } from '../../api/index.ts';
import { ActButton, Loaded, Note, SavedState, Section, Sheet, useText, useZone } from '../../ui/index.ts';
import { ExhibitField } from '../evidence/index.ts';
import { CountdownFields } from './countdown-fields.tsx';
import { InstantField } from './instant-field.tsx';
import { MatterNumberField } from './matter-number-field.tsx';
import { MovedDeadlines } from './moved-deadlines.tsx';
import { NoticeClocks } from './notice-clocks.tsx';
import { NoticePenalties } from './notice-penalties.tsx';
import { NoticePaper } from './notice-paper.tsx';
import { PenaltyOutlookOf } from './penalty-outlook.tsx';
import { PageClockOfNotice } from './page-clock-of-notice.tsx';
import { readCountdown } from './page-countdown.ts';
import { marksOf, useNoticeReading, type LiveReading } from './use-reading.ts';
import { useNoticeDraft, type NoticePatch, type NoticeSaveState } from './use-notice-draft.ts';

interface NoticeDeskProps {
  readonly caseId: string;
  readonly storeId: string;
}

interface NoticeDeskOfCaseProps extends NoticeDeskProps {
  /** Whether the orders it names are sorted next; where none are, what follows says itself where to go on. */
  readonly sorts: boolean;
  /** What else happened in the matter: it stands between the times and what runs since. */
  readonly children?: ReactNode;
}

/** A notice of which nothing was written down yet. */
const NOTHING_YET: Omit<Notice, 'caseId'> = {
  text: '',
  platformNumber: '',
  ruleCited: '',
  basis: '',
  issuedAt: null,
  seenAt: null,
  handedOverAt: null,
  pageWords: '',
  pageReadAt: null,
  pageDeadline: null,
  itemId: null,
  penalties: [],
  occurrence: null,
  listsUnproven: false,
  disclosesAdmitted: false,
};

/** The notice of a case: its words, its times and what runs since, what the platform says; kept saved as it is typed. */
export function NoticeDesk({ caseId, storeId, sorts, children }: NoticeDeskOfCaseProps) {
  const notice = useQuery(api.notices.get.queryOptions({ input: { caseId } }));
  return (
    <Loaded query={notice}>
      {(stored) => (
        <Desk key={caseId} storeId={storeId} stored={stored ?? { ...NOTHING_YET, caseId }} sorts={sorts}>
          {children}
        </Desk>
      )}
    </Loaded>
  );
}

interface DeskProps extends Omit<NoticeDeskOfCaseProps, 'caseId'> {
  readonly stored: Notice;
}

function Desk({ stored, storeId, sorts, children }: DeskProps) {
  const t = useText();
  const zone = useZone();
  const { caseId } = stored;
  const { values, state, change, saveNow, proposed, propose, take, putBack } = useNoticeDraft(stored);
  const starting = useQuery(api.events.starting.queryOptions({ input: { caseId } }));
  // The page counts down what an event started: it is entered with the event.
  const pageIsOfEvent = starting.data?.fromNotice === false && starting.data.events.length > 0;
  const live = useNoticeReading(storeId, values.text);
  // Whoever brings the text here has its number with it, until they say another; a text that was here before only offers it.
  const [follows, setFollows] = useState<'not-yet' | 'text' | 'person'>('not-yet');
  const filled = useRef('');
  const only = follows === 'text' && live.fresh ? onlyMatterNumber(live.reading?.matterNumbers ?? []) : null;
  const fills = only?.number ?? null;
  const { platformNumber } = values;
  useEffect(() => {
    if (fills === null || fills === platformNumber) return;
    if (platformNumber !== '' && platformNumber !== filled.current) return;
    filled.current = fills;
    change({ platformNumber: fills });
  }, [fills, platformNumber, change]);
  // When it was issued moves deadlines, so that is shown first; when it was seen and handed over only where that is not known.
  const instant = (name: 'issuedAt' | 'seenAt' | 'handedOverAt') => ({
    label: t(`notices:step.${name}`),
    value: values[name],
    onChange: (at: number | null) =>
      (name === 'issuedAt' || values.issuedAt === null ? propose : change)({ [name]: at }),
  });
  return (
    <>
      <Section title={t('notices:text')} actions={<SaveLine state={state} onRetry={saveNow} />}>
        <Words
          caseId={caseId}
          values={values}
          live={live}
          onChange={(patch) => {
            setFollows((before) => (before === 'person' ? before : 'text'));
            change(patch);
          }}
          onBlur={saveNow}
        />
      </Section>
      <Section title={t('notices:step.times')} hint={t('notices:step.times.hint')}>
        <Sheet>
          <div className="form-stack">
            {pageIsOfEvent ? null : (
              <CountdownFields
                words={values.pageWords}
                readAt={values.pageReadAt}
                onWords={(words) => propose(countdownPatch(words, readAtOf(values) ?? Date.now(), zone))}
                onReadAt={(readAt) =>
                  propose({ ...countdownPatch(values.pageWords, readAt, zone), pageReadAt: readAt })
                }
              />
            )}
            {pageIsOfEvent || values.pageDeadline === null ? null : (
              <PageClockOfNotice
                caseId={caseId}
                proposed={proposed}
                settled={proposed !== null || state.kind === 'saved'}
                onChange={(pageClock) => propose({ pageClock })}
              />
            )}
            <div className="form-row notice-instants">
              <InstantField {...instant('issuedAt')} />
              <InstantField {...instant('seenAt')} />
              <InstantField {...instant('handedOverAt')} description={t('notices:step.handedOverAt.hint')} />
            </div>
            {proposed === null ? null : (
              <MovedDeadlines caseId={caseId} proposed={proposed} onTake={take} onPutBack={putBack} />
            )}
          </div>
        </Sheet>
      </Section>
      {children}
      <NoticeClocks caseId={caseId} issued={values.issuedAt !== null} />
      <Section title={t('notices:step.platform')}>
        <Sheet>
          <div className="form-stack">
            <div className="form-row notice-platform">
              <MatterNumberField
                value={values.platformNumber}
                numbers={live.reading?.matterNumbers ?? []}
                onChange={(number) => {
                  setFollows('person');
                  change({ platformNumber: number });
                }}
                onBlur={saveNow}
              />
              <TextInput
                label={t('notices:step.ruleCited')}
                value={values.ruleCited}
                maxLength={200}
                onChange={(event) => change({ ruleCited: event.currentTarget.value })}
                onBlur={saveNow}
              />
            </div>
            <Textarea
              label={t('notices:step.basis')}
              description={t('notices:step.basis.hint')}
              value={values.basis}
              maxLength={20_000}
              maxRows={12}
              onChange={(event) => change({ basis: event.currentTarget.value })}
              onBlur={saveNow}
            />
            <ExhibitField
              caseId={caseId}
              label={t('notices:step.screenshot')}
              itemId={values.itemId}
              onChange={(itemId) => change({ itemId })}
            />
          </div>
        </Sheet>
      </Section>
      <NoticePenalties
        storeId={storeId}
        penalties={values.penalties}
        onChange={(penalties) => change({ penalties })}
        onLeave={(penalties) => {
          change({ penalties });
          saveNow();
        }}
      />
      <PenaltyOutlookOf
        caseId={caseId}
        occurrence={values.occurrence}
        onOccurrence={(occurrence) => change({ occurrence })}
      />
      {sorts ? (
        <div className="form-acts">
          <ActButton act="onward" keys="." variant="default" to={`/cases/${caseId}/orders`}>
            {t('notices:step.next')}
          </ActButton>
        </div>
      ) : null}
    </>
  );
}

/**
 * When the words that stand there were read. Words that gave no end have none yet. Mended ones keep theirs: an end moved
 * later by mistake costs the appeal, so only the person says that they read the page anew.
 */
function readAtOf({ pageDeadline, pageReadAt }: Notice): number | null {
  return pageDeadline === null ? null : pageReadAt;
}

/** A countdown that is half typed says nothing of its end; the words are kept all the same. */
function countdownPatch(words: string, readAt: number | null, zone: string): NoticePatch {
  return { ...readCountdown(words, readAt, zone), pageWords: words };
}

function SaveLine({ state, onRetry }: { readonly state: NoticeSaveState; readonly onRetry: () => void }) {
  const t = useText();
  if (state.kind !== 'failed') return <SavedState state={state.kind} at={state.at} />;
  return (
    <Note kind="warn">
      {t('notices:step.failed', { why: describeError(state.error, t) })}{' '}
      <ActButton act="retry" keys="shift+a" variant="subtle" size="compact-sm" onClick={onRetry}>
        {t('notices:step.retry')}
      </ActButton>
    </Note>
  );
}

interface WordsProps {
  readonly caseId: string;
  readonly values: Notice;
  readonly live: LiveReading;
  readonly onChange: (patch: NoticePatch) => void;
  readonly onBlur: () => void;
}

/** The notice verbatim, and whether every order it names is in the case. */
function Words({ caseId, values, live, onChange, onBlur }: WordsProps) {
  const t = useText();
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  const setOrders = useChange(client.cases.setOrders, { features: ['cases', 'attempts'] });
  const present = (orders.data ?? []).map(({ orderNumber }) => orderNumber);
  const named = (live.reading?.orderNumbers ?? []).map(({ orderNumber }) => orderNumber);
  const missing = named.filter((number) => !present.includes(number));
  return (
    <>
      <NoticePaper
        value={values.text}
        marks={marksOf(live, (number) => present.includes(number))}
        onChange={(text) => onChange({ text })}
        onBlur={onBlur}
      />
      {named.length === 0 || orders.data === undefined ? null : (
        <p className="ad-hint notice-named" role="status">
          {t('notices:step.inText', { count: named.length, inCase: named.length - missing.length })}
        </p>
      )}
      {missing.length === 0 || orders.data === undefined || !live.fresh ? null : (
        <Note>
          {t('notices:step.missing', { numbers: t.format.list(missing) })}{' '}
          <ActButton
            act="add"
            keys="a"
            variant="subtle"
            size="compact-sm"
            loading={setOrders.isPending}
            onClick={() => setOrders.mutate({ caseId, orderNumbers: [...present, ...missing] })}
          >
            {t('notices:step.addMissing')}
          </ActButton>
        </Note>
      )}
    </>
  );
}
