import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Ask, OpeningHours } from '../../../shared/asks/index.ts';
import { api } from '../../api/index.ts';
import { Entries, Loaded, Section, StatusWord, useText } from '../../ui/index.ts';
import { AskPlan } from './ask-plan.tsx';
import { AskRow } from './ask-row.tsx';
import { NeedCard } from './need-card.tsx';

/** Whom to ask for what (找谁要什么): a card an addressee with the message to paste, and what was asked so far. */
export function AskBoard({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const needs = useQuery(api.asks.needs.queryOptions({ input: { caseId } }));
  const asks = useQuery(api.asks.list.queryOptions({ input: { caseId } }));
  return (
    <>
      <AskPlan caseId={caseId} />
      <Section title={t('asks:title')} hint={t('asks:teach')}>
        <Loaded query={needs}>
          {(list) =>
            list.length === 0 ? (
              <StatusWord kind="ok">{t('asks:none')}</StatusWord>
            ) : (
              <ul className="need-cards" aria-label={t('asks:title')}>
                {list.map((need) => (
                  <NeedCard key={need.addressee} caseId={caseId} need={need} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Loaded query={asks}>{(list) => <Asked caseId={caseId} asks={list} />}</Loaded>
    </>
  );
}

function Asked({ caseId, asks }: { readonly caseId: string; readonly asks: readonly Ask[] }) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const titles = useMemo(
    () => new Map(coverage.data?.requirements.map(({ id, title }) => [id, title])),
    [coverage.data],
  );
  const plan = useQuery(api.asks.plan.queryOptions({ input: { caseId } })).data ?? [];
  const hoursOf = ({ addressee, addresseeName }: Ask): OpeningHours | undefined =>
    plan.find((group) => group.addressee === addressee && group.partyName === addresseeName)?.hours?.hours;
  if (asks.length === 0) return null;
  const open = asks.filter((ask) => ask.state === 'open');
  // What waits comes first, the longest wait on top; then what was answered, the newest on top.
  const settled = asks.filter((ask) => ask.state !== 'open').toReversed();
  return (
    <Section
      title={t('asks:asked')}
      hint={open.length === 0 ? undefined : t('asks:asked.open', { count: open.length })}
    >
      <Entries label={t('asks:asked')}>
        {[...open, ...settled].map((ask) => (
          <AskRow key={ask.id} ask={ask} titles={titles} coverage={coverage.data} hours={hoursOf(ask)} />
        ))}
      </Entries>
    </Section>
  );
}
