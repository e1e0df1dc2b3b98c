import { useQuery } from '@tanstack/react-query';
import { BookOpenText, FileWarning, MessagesSquare, UserX, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { Loaded, Page, useText } from '../../ui/index.ts';
import { StoreForm } from '../clients/index.ts';

/** What can have happened; an exemption is asked for inside one of these, so it is no answer of its own. */
type Kind = Exclude<Scenario['kind'], 'exemption'>;

const ICONS: { readonly [Each in Kind]: LucideIcon } = {
  report: UserX,
  appeal: FileWarning,
  dispute: MessagesSquare,
};
const ORDER: readonly Kind[] = ['appeal', 'report', 'dispute'];

/** The first question, asked while there is no store: what happened? Only answers whose rules are here are offered. */
export function FirstRun({ folder }: { readonly folder: string }) {
  const t = useText();
  const navigate = useNavigate();
  const [answer, setAnswer] = useState<Kind | null>(null);
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} }));
  return (
    <Page title={t('onboarding:question')} sub={t('onboarding:sub')}>
      <Loaded query={platforms}>
        {(all) => {
          const kinds = new Set<string>(all.flatMap(({ scenarios }) => scenarios.map(({ kind }) => kind)));
          return (
            <div className="ad-first">
              <ul className="ad-answers" aria-label={t('onboarding:question')}>
                {ORDER.filter((kind) => kinds.has(kind)).map((kind) => {
                  const Icon = ICONS[kind];
                  return (
                    <li key={kind}>
                      <button
                        type="button"
                        className="ad-answer"
                        aria-expanded={answer === kind}
                        onClick={() => setAnswer(kind)}
                      >
                        <Icon size={22} aria-hidden="true" />
                        <span>
                          <b>{t(`onboarding:${kind}`)}</b>
                          <small>{t(`onboarding:${kind}Detail`)}</small>
                        </span>
                      </button>
                    </li>
                  );
                })}
                <li>
                  <button type="button" className="ad-answer" onClick={() => void navigate('/rulebook')}>
                    <BookOpenText size={22} aria-hidden="true" />
                    <span>
                      <b>{t('onboarding:lookUp')}</b>
                      <small>{t('onboarding:lookUpDetail')}</small>
                    </span>
                  </button>
                </li>
              </ul>
              {answer === null ? null : (
                <section className="ad-sheet ad-first-store" aria-labelledby="first-store">
                  <h2 id="first-store">{t('onboarding:nameStore')}</h2>
                  <p className="ad-dim">{t('onboarding:nameStoreText')}</p>
                  <StoreForm
                    key={answer}
                    platforms={all.filter(({ scenarios }) => scenarios.some(({ kind }) => kind === answer))}
                    act={t('onboarding:goOn')}
                    brief
                    onSaved={(store) => void navigate(`/orders/import?store=${store.id}&then=case`)}
                  />
                </section>
              )}
              <p className="ad-hint">{t('onboarding:where', { folder })}</p>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
