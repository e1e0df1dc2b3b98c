import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { DueText, Entries, Entry, Loaded, Section, useNow, useText, RowButton } from '../../ui/index.ts';
import { ClockExplained } from '../deadlines/index.ts';

interface NoticeClocksProps {
  readonly caseId: string;
  /** It is known when the notice was issued: where nothing runs all the same, no rule names a time. */
  readonly issued: boolean;
}

/** What runs since the notice, and for the one asked about why it ends then. */
export function NoticeClocks({ caseId, issued }: NoticeClocksProps) {
  const t = useText();
  const now = useNow();
  const [asked, setAsked] = useState<string | null>(null);
  const starting = useQuery(api.events.starting.queryOptions({ input: { caseId } }));
  const clocks = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId }, select: ({ items }) => items }),
  );
  const { fromNotice = true, events = [] } = starting.data ?? {};
  const whyNone = events.length > 0 ? (fromNotice ? 'events' : 'onlyEvents') : issued ? 'unnamed' : 'none';
  return (
    <Section title={t('notices:step.clocks')}>
      <Loaded query={clocks}>
        {(list) => {
          const running = list.filter(({ stoppedAt, owner }) => stoppedAt === null && owner !== 'vanishing');
          const shown =
            running.find(({ id }) => id === asked) ?? running.find(({ owner }) => owner === 'mine');
          if (running.length === 0) return <p className="ad-hint">{t(`notices:step.clocks.${whyNone}`)}</p>;
          return (
            <>
              <Entries label={t('notices:step.clocks')}>
                {running.map((clock) => (
                  <Entry
                    key={clock.id}
                    lead={<DueText at={clock.dueAt} now={now} theirs={clock.owner === 'theirs'} />}
                    title={t.pick(clock.title)}
                    detail={t.pick(clock.says)}
                    action={
                      <RowButton
                        act="clock-why"
                        keys="q"
                        of={t.pick(clock.title)}
                        aria-pressed={clock.id === shown?.id}
                        onClick={() => setAsked(clock.id)}
                      >
                        {t('notices:step.clocks.why')}
                      </RowButton>
                    }
                  />
                ))}
              </Entries>
              {shown === undefined ? null : (
                <div className="notice-why">
                  <ClockExplained clock={shown} now={now} />
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
