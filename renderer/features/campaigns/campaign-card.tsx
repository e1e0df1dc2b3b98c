import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Campaign, CampaignCount } from '../../../shared/campaigns/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, EmptyState, Loaded, Sheet, StatusWord, useText, RowButton } from '../../ui/index.ts';
import { exhibitName } from '../facts/index.ts';
import { CampaignForm } from './campaign-form.tsx';
import { DailyCounts } from './daily-counts.tsx';

/** One promotion: what ran, what shows it, the orders a day around it. */
export function CampaignCard({ campaign }: { readonly campaign: Campaign }) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  const { id: campaignId, caseId, name, place, startsOn, endsOn, what, itemIds } = campaign;
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const count = useQuery(api.campaigns.count.queryOptions({ input: { campaignId } }));
  const save = useChange(client.campaigns.save, {
    features: ['campaigns', 'evidence'],
    onSuccess: () => setEditing(false),
  });
  const remove = useChange(client.campaigns.remove, { features: ['campaigns'] });
  const proof = (exhibits.data ?? []).filter((exhibit) => itemIds.includes(exhibit.itemId));
  const days =
    startsOn === endsOn
      ? t('campaigns:span.one', { from: startsOn })
      : t('campaigns:span', { from: startsOn, to: endsOn });
  return (
    <li aria-label={name}>
      <Sheet>
        {editing ? (
          <CampaignForm
            caseId={caseId}
            campaign={campaign}
            busy={save.isPending}
            onCancel={() => setEditing(false)}
            onSave={(fields) => save.mutate({ caseId, campaignId, ...fields })}
          />
        ) : (
          <div className="form-stack">
            <div className="campaign-head">
              <div>
                <h3>{name}</h3>
                <p className="ad-dim">{[days, place].filter((each) => each !== '').join(' · ')}</p>
              </div>
              <span className="campaign-acts">
                <RowButton act="edit" keys="e" of={name} onClick={() => setEditing(true)}>
                  {t('campaigns:edit')}
                </RowButton>
                <RowButton
                  act="remove"
                  keys="delete"
                  of={name}
                  loading={remove.isPending}
                  onClick={() => remove.mutate({ campaignId })}
                >
                  {t('campaigns:remove')}
                </RowButton>
              </span>
            </div>
            {what === '' ? null : <p className="campaign-what">{what}</p>}
            {proof.length === 0 ? (
              <StatusWord kind="open">{t('campaigns:proof.none')}</StatusWord>
            ) : (
              <p className="ad-hint">{t.format.list(proof.map((exhibit) => exhibitName(exhibit, t)))}</p>
            )}
            <Loaded query={count}>{(counted) => <Counted campaign={campaign} count={counted} />}</Loaded>
          </div>
        )}
      </Sheet>
    </li>
  );
}

interface CountedProps {
  readonly campaign: Campaign;
  readonly count: CampaignCount;
}

/** The numbers of a promotion, and the two acts that carry them on: an exhibit, and a fact that cites it. */
function Counted({ campaign, count }: CountedProps) {
  const t = useText();
  const { id: campaignId, caseId, itemIds } = campaign;
  const [exhibitId, setExhibitId] = useState<string | null>(null);
  const facts = useQuery(api.facts.list.queryOptions({ input: { caseId } }));
  const exhibit = useChange(client.campaigns.exhibit, {
    features: ['evidence'],
    onSuccess: (item) => setExhibitId(item.id),
  });
  const create = useChange(client.facts.create, { features: ['facts'] });
  if (count.says === null) {
    return (
      <EmptyState
        title={t('campaigns:counts.none.title')}
        action={{ label: t('campaigns:counts.none.act'), to: '/orders/import' }}
      >
        {t('campaigns:counts.none.text')}
      </EmptyState>
    );
  }
  const words = t.pick(count.says);
  const written = (facts.data ?? []).some((fact) => fact.text === words);
  const keep = (): Promise<{ id: string }> => exhibit.mutateAsync({ campaignId, language: t.language });
  const write = async (): Promise<void> => {
    const counts = exhibitId ?? (await keep()).id;
    await create.mutateAsync({
      caseId,
      text: words,
      happened:
        campaign.startsOn === campaign.endsOn
          ? campaign.startsOn
          : `${campaign.startsOn} – ${campaign.endsOn}`,
      citations: [...new Set([...itemIds, counts])].map((itemId) => ({ itemId })),
    });
  };
  return (
    <>
      <DailyCounts count={count} />
      <blockquote className="campaign-says">{words}</blockquote>
      {count.caseOrdersDuring === 0 ? null : (
        <p className="ad-hint">{t('campaigns:counts.ofCase', { count: count.caseOrdersDuring })}</p>
      )}
      <div className="form-acts">
        {written ? null : exhibitId === null ? (
          <ActButton
            act="campaign-exhibit"
            keys="s"
            of={campaign.name}
            variant="default"
            loading={exhibit.isPending}
            onClick={() => void keep().catch(() => undefined)}
          >
            {t('campaigns:counts.exhibit')}
          </ActButton>
        ) : (
          <StatusWord kind="ok">{t('campaigns:counts.exhibited')}</StatusWord>
        )}
        {written ? (
          <>
            <StatusWord kind="ok">{t('campaigns:fact.written')}</StatusWord>
            <Link to={`/cases/${caseId}/facts`}>{t('campaigns:fact.go')}</Link>
          </>
        ) : (
          <ActButton
            act="campaign-fact"
            keys="m"
            of={campaign.name}
            variant="default"
            loading={create.isPending}
            onClick={() => void write().catch(() => undefined)}
          >
            {t('campaigns:fact')}
          </ActButton>
        )}
      </div>
      <p className="ad-hint">
        {t('campaigns:counts.exhibit.hint')} {t('campaigns:fact.hint')}
      </p>
    </>
  );
}
