import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/index.ts';
import { Loaded, Page, useText } from '../../ui/index.ts';
import { StoreForm } from '../clients/index.ts';
import { ExampleOffer } from '../workspace/index.ts';
import { canBegin, type Happening } from './happenings.ts';
import { WhatHappened } from './what-happened.tsx';

/**
 * The first question, asked while there is no store: what happened? A notice leads straight to its case, where the store
 * is named on the way; a report begins with the store and its orders.
 */
export function FirstRun({ folder }: { readonly folder: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [naming, setNaming] = useState(false);
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} }));
  const answer = (each: Happening | 'lookUp'): void => {
    if (each === 'report') setNaming(true);
    else void navigate(each === 'lookUp' ? '/rulebook' : `/cases/new?what=${each}`);
  };
  return (
    <Page title={t('onboarding:question')} sub={t('onboarding:sub')}>
      <Loaded query={platforms}>
        {(all) => (
          <div className="ad-first">
            <WhatHappened platforms={all} value={naming ? 'report' : null} onAnswer={answer} />
            {naming ? (
              <section className="ad-sheet ad-first-store" aria-labelledby="first-store">
                <h2 id="first-store">{t('onboarding:nameStore')}</h2>
                <p className="ad-dim">{t('onboarding:nameStoreText')}</p>
                <StoreForm
                  platforms={all.filter((platform) => canBegin('report', platform))}
                  act={t('onboarding:goOn')}
                  brief
                  onSaved={(store) => void navigate(`/orders/import?store=${store.id}&then=case`)}
                />
              </section>
            ) : null}
            <ExampleOffer />
            <p className="ad-hint">{t('onboarding:where', { folder })}</p>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
