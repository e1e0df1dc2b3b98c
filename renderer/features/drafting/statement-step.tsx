import { SegmentedControl, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { LANGUAGES, type Language } from '../../../shared/i18n/index.ts';
import { api } from '../../api/index.ts';
import { useChoiceKey, useText } from '../../ui/index.ts';
import { useScene } from '../attempts/index.ts';
import { CampaignDesk } from '../campaigns/index.ts';
import { FactsContext } from './citation-node.tsx';
import { Desk } from './desk.tsx';

const DOCUMENTS = ['statement', 'plan', 'campaigns'] as const;

/** Which document is open is part of the address, so that other steps can lead to it. */
const DOCUMENT = 'document';

/**
 * The statement (申诉说明): the editor, the facts it stands on, and the page as it will be set. Where a notice began the
 * case, the plan (整改方案) stands beside it, and what explains a rise in sales.
 */
export function StatementStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [language, setLanguage] = useState<Language>(t.language);
  const [params, setParams] = useSearchParams();
  const facts = useQuery(api.facts.list.queryOptions({ input: { caseId } }));
  const scene = useScene(caseId);
  const several = scene?.notice === 'flagged-orders';
  const open = several
    ? (DOCUMENTS.find((each) => each === params.get(DOCUMENT)) ?? 'statement')
    : 'statement';
  const show = (value: string | null): void =>
    setParams(value === null ? {} : { [DOCUMENT]: value }, { replace: true });
  useChoiceKey(
    { id: 'view', keys: 'v', label: t('drafting:document.next'), disabled: !several },
    DOCUMENTS,
    open,
    show,
  );
  useChoiceKey(
    { id: 'material-language', keys: 'l', label: t('drafting:language'), disabled: open === 'campaigns' },
    LANGUAGES,
    language,
    setLanguage,
  );
  return (
    <FactsContext value={facts.data ?? []}>
      <div className="statement-head">
        {several ? (
          <Tabs value={open} onChange={show}>
            <Tabs.List aria-label={t('drafting:documents')}>
              {DOCUMENTS.map((each) => (
                <Tabs.Tab key={each} value={each} aria-controls={DESK_ID}>
                  {t(`drafting:document.${each}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        ) : null}
        {open === 'campaigns' ? null : (
          <SegmentedControl
            aria-label={t('drafting:language')}
            value={language}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
            data={[
              { value: 'zh-CN', label: t('drafting:language.zh-CN') },
              { value: 'en', label: t('drafting:language.en') },
            ]}
          />
        )}
      </div>
      <div id={DESK_ID}>
        {scene === undefined ? null : open === 'campaigns' ? (
          <CampaignDesk caseId={caseId} />
        ) : (
          <Desk
            key={`${open}-${language}`}
            caseId={caseId}
            document={open}
            language={language}
            answersNotice={several}
          />
        )}
      </div>
    </FactsContext>
  );
}

const DESK_ID = 'statement-desk';
