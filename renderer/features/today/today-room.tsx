import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { create } from 'zustand';
import { api } from '../../api/index.ts';
import {
  ActClose,
  ActButton,
  DueText,
  EmptyState,
  Entries,
  Entry,
  LateText,
  Loaded,
  Note,
  Page,
  Section,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { AskGroups, AskPlan } from '../asks/index.ts';
import { ClockExplained, RecalculationLine } from '../deadlines/index.ts';
import { WaitingHandover } from '../handovers/index.ts';
import { FirstRun } from '../onboarding/index.ts';
import { LookUpsDue } from '../look-ups/index.ts';
import { RadarSoon } from '../radar/index.ts';
import { NoBell, ReminderList } from '../reminders/index.ts';
import { ShipOrHold } from '../shipping/index.ts';
import type { TodayView } from './count-late.ts';
import { nextActText } from './next-act-text.ts';
import { WaitingWithoutEnd } from './waiting-without-end.tsx';

const DAY_MS = 24 * 3_600_000;
/** Backups are made daily: one older than this says that they are not. */
const BACKUP_OLD_MS = 3 * DAY_MS;
/** So long a new workspace is left alone about having none. */
const BACKUP_NONE_MS = 2 * DAY_MS;

const useRecoverySaid = create(() => ({ said: false }));

/** What must be done now, what waits for the platform, and why each date is that date. */
export function TodayRoom() {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const today = useQuery(api.today.get.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string | null>(null);
  if (info.data?.firstRun === true) return <FirstRun folder={info.data.folder} />;
  const clocks = (today.data?.clocks ?? []).filter(({ stoppedAt }) => stoppedAt === null);
  const explained =
    clocks.find(({ id }) => id === chosen) ?? clocks.find(({ owner }) => owner !== 'vanishing');
  return (
    <Page
      title={t('app:today')}
      sub={t.format.longDay(now, zone)}
      actions={
        <ActButton act="handover" keys="g h" variant="subtle" to="/handover">
          {t('handovers:act')}
        </ActButton>
      }
      aside={
        explained === undefined ? null : (
          <>
            <ClockExplained clock={explained} now={now} />
            {explained.owner === 'mine' ? <AskPlan caseId={explained.caseId} brief /> : null}
          </>
        )
      }
    >
      <RecoveryNotes />
      <BackupLine now={now} />
      <RecalculationLine />
      <WaitingHandover />
      <ReminderList />
      <LookUpsDue now={now} />
      <NoBell running={clocks.some(({ owner }) => owner === 'mine')} />
      <Loaded query={today}>
        {(view) => (
          <TodayLists view={view} now={now} explainedId={explained?.id ?? null} onExplain={setChosen} />
        )}
      </Loaded>
      <ShipOrHold />
      <RadarSoon now={now} explainedId={explained?.id ?? null} onExplain={setChosen} />
    </Page>
  );
}

interface TodayListsProps {
  readonly view: TodayView;
  readonly now: number;
  readonly explainedId: string | null;
  readonly onExplain: (clockId: string) => void;
}

function TodayLists({ view, now, explainedId, onExplain }: TodayListsProps) {
  const t = useText();
  const running = view.clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const theirs = running.filter(({ owner }) => owner === 'theirs');
  const mine = running.filter(
    (clock) => clock.owner === 'mine' && !view.cases.some(({ caseId }) => caseId === clock.caseId),
  );
  const waiting = theirs.length + view.waiting.length;
  if (view.cases.length + mine.length + waiting + view.overdueEffects.length === 0) {
    return (
      <EmptyState title={t('today:emptyTitle')} action={{ label: t('today:newCase'), to: '/cases/new' }}>
        {t('today:emptyText')}
      </EmptyState>
    );
  }
  const why = (clockId: string, title: string) => (
    <ActButton
      act="why"
      keys="w"
      of={title}
      variant="subtle"
      size="compact-sm"
      aria-pressed={clockId === explainedId}
      onClick={() => onExplain(clockId)}
    >
      {t('today:why')}
    </ActButton>
  );
  return (
    <>
      {view.cases.length + mine.length === 0 ? null : (
        <Section title={t('today:doNow')} hint={t('today:doNowHint')}>
          <Entries label={t('today:doNow')}>
            {view.cases.map((each) => (
              <Entry
                key={each.caseId}
                lead={
                  each.due === null ? (
                    <span className="ad-dim">{t('today:noDeadline')}</span>
                  ) : (
                    <DueText at={each.due} now={now} />
                  )
                }
                title={
                  <Link to={`/cases/${each.caseId}`}>
                    {each.storeAlias} · {each.title}
                  </Link>
                }
                detail={nextActText(each.nextAct, t)}
                action={
                  <Link
                    to={`/cases/${each.caseId}/${each.nextAct.step}`}
                    aria-label={t('today:openCase', { title: each.title })}
                  >
                    {t('today:open')} <span aria-hidden="true">›</span>
                  </Link>
                }
              />
            ))}
            {mine.map((clock) => (
              <Entry
                key={clock.id}
                lead={<DueText at={clock.dueAt} now={now} />}
                title={
                  <Link to={`/cases/${clock.caseId}`}>
                    {clock.storeAlias} · {clock.caseTitle}
                  </Link>
                }
                detail={t.pick(clock.says)}
                action={why(clock.id, clock.caseTitle)}
              />
            ))}
          </Entries>
          {view.casesLeft === 0 ? null : (
            <p className="ad-hint">
              <Link to="/cases">{t('today:casesLeft', { count: view.casesLeft })}</Link>
            </p>
          )}
        </Section>
      )}
      <AskGroups now={now} />
      {view.overdueEffects.length === 0 ? null : (
        <Section title={t('today:effects')} hint={t('today:effectsHint')}>
          <Entries label={t('today:effects')}>
            {view.overdueEffects.map((effect) => (
              <Entry
                key={`${effect.caseId}-${effect.effectId}`}
                lead={
                  effect.dueAt === null ? (
                    <LateText>{t('today:notSeen')}</LateText>
                  ) : (
                    <DueText at={effect.dueAt} now={now} />
                  )
                }
                title={t.pick(effect.text)}
                detail={`${effect.caseNumber} · ${effect.title}`}
                action={
                  <Link
                    to={`/cases/${effect.caseId}/follow-through`}
                    aria-label={t('today:checkCase', { title: effect.title })}
                  >
                    {t('today:check')} <span aria-hidden="true">›</span>
                  </Link>
                }
              />
            ))}
          </Entries>
        </Section>
      )}
      {waiting === 0 ? null : (
        <Section title={t('today:waiting')} hint={t('today:waitingHint')}>
          <Entries label={t('today:waiting')}>
            {theirs.map((clock) => (
              <Entry
                key={clock.id}
                lead={
                  now < clock.lookAt
                    ? t('today:lookIn', { span: t.format.span(clock.lookAt - now) })
                    : now < clock.dueAt
                      ? t('today:lookNow')
                      : t('today:askNow')
                }
                title={
                  <Link to={`/cases/${clock.caseId}`}>
                    {clock.storeAlias} · {clock.caseTitle}
                  </Link>
                }
                detail={`${t.pick(clock.title)} · ${t.pick(clock.says)}`}
                action={why(clock.id, clock.caseTitle)}
              />
            ))}
            {view.waiting.map((each) => (
              <WaitingWithoutEnd key={each.caseId} filed={each} now={now} />
            ))}
          </Entries>
        </Section>
      )}
    </>
  );
}

/** What the last start found half-made and put right; said once a window. */
function RecoveryNotes() {
  const t = useText();
  const said = useRecoverySaid((state) => state.said);
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const notes = info.data?.recovery ?? [];
  if (said || notes.length === 0) return null;
  return (
    <div className="ad-recovery">
      <Note>
        <div className="ad-row-top">
          <div className="ad-grow">
            <b>{t('today:recovered')}</b>
            <ul className="ad-plain-list">
              {notes.map((note) => (
                <li key={note.code}>{t(`today:recovery-${note.code}`, { count: note.count })}</li>
              ))}
            </ul>
          </div>
          <ActClose
            act="close-note"
            keys="escape"
            label={t('today:recovered.close')}
            aria-label={t('ui:close')}
            onClick={() => useRecoverySaid.setState({ said: true })}
          />
        </div>
      </Note>
    </div>
  );
}

/** That the last backup is old, or that there never was one; nothing while backups are made. */
function BackupLine({ now }: { readonly now: number }) {
  const t = useText();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} })).data;
  if (info === undefined) return null;
  const { lastBackupAt, createdAt } = info;
  const missing =
    lastBackupAt === null ? now - createdAt > BACKUP_NONE_MS : now - lastBackupAt > BACKUP_OLD_MS;
  if (!missing || info.example) return null;
  return (
    <p className="ad-hint ad-backup-line">
      {lastBackupAt === null
        ? t('today:noBackup')
        : t('today:oldBackup', { count: Math.floor((now - lastBackupAt) / DAY_MS) })}{' '}
      <Link to="/settings">{t('today:toBackups')}</Link>
    </p>
  );
}
