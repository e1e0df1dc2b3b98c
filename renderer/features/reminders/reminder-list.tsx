import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import {
  gatherByClock,
  isMissed,
  saidAt,
  saidInWords,
  usualSnooze,
  type Reminder,
} from '../../../shared/reminders/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, DueText, Entries, Entry, Section, StatusWord, useNow, useText } from '../../ui/index.ts';
import { RoundEntry } from './round-entry.tsx';

/** The reminders that came and were not seen yet: of each clock its newest; the list is the truth, whatever rang. */
export function ReminderList() {
  const t = useText();
  const now = useNow();
  const list = useQuery(api.reminders.list.queryOptions({ input: {} })).data ?? [];
  const rounds = useQuery(api.reminders.rounds.queryOptions({ input: {} })).data ?? [];
  const see = useChange(client.reminders.see, { features: ['reminders'], quiet: true });
  const snooze = useChange(client.reminders.snooze, { features: ['reminders'], quiet: true });
  if (list.length + rounds.length === 0) return null;
  const byClock = gatherByClock(list);
  const lines = [...byClock.map(({ newest }) => newest), ...rounds];
  const late = lines.filter((line) => isMissed(line, line.appearedAt)).length;
  const all = [...list.map(({ id }) => id), ...rounds.flatMap(({ reminderIds }) => reminderIds)];
  return (
    <Section
      title={t('reminders:title')}
      hint={t('reminders:hint')}
      actions={
        lines.length < 2 ? null : (
          <ActButton
            act="see-all"
            keys="shift+s"
            variant="subtle"
            size="compact-sm"
            onClick={() => see.mutate({ reminderIds: all })}
          >
            {t('reminders:seenAll')}
          </ActButton>
        )
      }
    >
      {late === 0 ? null : <p className="ad-hint">{t('reminders:late', { count: late })}</p>}
      <Entries label={t('reminders:title')}>
        {byClock.map(({ newest, ids }) => (
          <Entry
            key={newest.clockId}
            lead={
              newest.owner === 'theirs' ? (
                saidInWords(saidAt(newest, now), t)
              ) : newest.owner === 'vanishing' && newest.dueAt < now ? (
                <StatusWord kind="no">{t('radar:lead-gone')}</StatusWord>
              ) : (
                <DueText at={newest.dueAt} now={now} />
              )
            }
            title={
              <Link to={`/cases/${newest.caseId}`}>
                {newest.storeAlias} · {newest.caseTitle}
              </Link>
            }
            detail={detailOf(newest, list, now, t)}
            action={
              <>
                <ActButton
                  act="snooze"
                  keys="z"
                  of={newest.caseTitle}
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => snooze.mutate({ reminderId: newest.id, until: usualSnooze(newest, now) })}
                >
                  {t('reminders:snooze', { span: t.format.span(usualSnooze(newest, now) - now) })}
                </ActButton>
                <ActButton
                  act="see"
                  keys="s"
                  of={newest.caseTitle}
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => see.mutate({ reminderIds: [...ids] })}
                >
                  {t('reminders:seen')}
                </ActButton>
              </>
            }
          />
        ))}
        {rounds.map((round) => (
          <RoundEntry
            key={round.id}
            round={round}
            now={now}
            onSnooze={(until) => snooze.mutate({ reminderId: round.id, until })}
            onSee={() => see.mutate({ reminderIds: round.reminderIds })}
          />
        ))}
      </Entries>
    </Section>
  );
}

/** What the front of a line does not say. */
const IN_DETAIL: ReadonlySet<Reminder['step']> = new Set(['internal', 'over']);

/**
 * What is to be done, with what is true of it now. How much is left stands in front of the line and moves by itself; that a
 * bubble may not have rung is said whichever of the clock's reminders it was.
 */
function detailOf(
  newest: Reminder,
  list: readonly Reminder[],
  now: number,
  t: ReturnType<typeof useText>,
): string {
  const said = saidAt(newest, now);
  const unsure = list.some(({ clockId, rang }) => clockId === newest.clockId && rang === 'unconfirmed');
  return [
    ...(said.kind === 'step' && IN_DETAIL.has(said.step) ? [saidInWords(said, t)] : []),
    t.pick(newest.title),
    ...(unsure ? [t('reminders:unconfirmed')] : []),
  ].join(' · ');
}
