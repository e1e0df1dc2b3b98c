import {
  roundWords,
  snoozedRound,
  usualSnooze,
  type RoundReminder,
} from '../../../shared/reminders/index.ts';
import { ActButton, DueText, Entry, useText } from '../../ui/index.ts';

interface RoundEntryProps {
  readonly round: RoundReminder;
  readonly now: number;
  readonly onSnooze: (until: number) => void;
  readonly onSee: () => void;
}

/** What has to be done for several shops or orders at once; it goes by itself once it is done. */
export function RoundEntry({ round, now, onSnooze, onSee }: RoundEntryProps) {
  const t = useText();
  const { kind, count, dueAt, rang } = round;
  const title = t(`reminders:round.${kind}`, { count });
  const until = usualSnooze(snoozedRound(round), now);
  const act = { of: title, variant: 'subtle', size: 'compact-sm' } as const;
  return (
    <Entry
      lead={kind === 'look-ups' ? t('reminders:round.today') : <DueText at={dueAt} now={now} />}
      title={title}
      detail={[roundWords(round, t), ...(rang === 'unconfirmed' ? [t('reminders:unconfirmed')] : [])].join(
        ' · ',
      )}
      action={
        <>
          {kind === 'look-ups' ? (
            <ActButton act="look-ups" keys="b" variant="subtle" size="compact-sm" to="/look-ups">
              {t('lookUps:open')}
            </ActButton>
          ) : null}
          <ActButton act="snooze" keys="z" {...act} onClick={() => onSnooze(until)}>
            {t('reminders:snooze', { span: t.format.span(until - now) })}
          </ActButton>
          <ActButton act="see" keys="s" {...act} onClick={onSee}>
            {t('reminders:seen')}
          </ActButton>
        </>
      }
    />
  );
}
