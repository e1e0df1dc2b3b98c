import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, EmptyState, Loaded, Section, Sheet, useText } from '../../ui/index.ts';
import { CampaignCard } from './campaign-card.tsx';
import { CampaignForm } from './campaign-form.tsx';

/** What explains a rise in sales: each promotion with its proof, its numbers, and the way into the facts. */
export function CampaignDesk({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: { caseId } }));
  const save = useChange(client.campaigns.save, {
    features: ['campaigns', 'evidence'],
    onSuccess: () => setAdding(false),
  });
  return (
    <Section
      title={t('campaigns:title')}
      actions={
        adding ? undefined : (
          <ActButton
            act="add"
            keys="a"
            variant={campaigns.data?.length === 0 ? 'filled' : 'default'}
            onClick={() => setAdding(true)}
          >
            {t('campaigns:add')}
          </ActButton>
        )
      }
    >
      <p className="step-teach">{t('campaigns:teach')}</p>
      {adding ? (
        <Sheet>
          <CampaignForm
            caseId={caseId}
            campaign={null}
            busy={save.isPending}
            onCancel={() => setAdding(false)}
            onSave={(fields) => save.mutate({ caseId, campaignId: null, ...fields })}
          />
        </Sheet>
      ) : null}
      <Loaded query={campaigns}>
        {(list) =>
          list.length === 0 ? (
            adding ? null : (
              <EmptyState title={t('campaigns:empty.title')}>{t('campaigns:empty.text')}</EmptyState>
            )
          ) : (
            <ul className="campaigns" aria-label={t('campaigns:title')}>
              {list.map((campaign) => (
                <CampaignCard key={campaign.id} campaign={campaign} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
