import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../../shared/i18n/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Loaded, Section, useText } from '../../ui/index.ts';
import { Disclosure } from './disclosure.tsx';
import { ExportForm } from './export-form.tsx';
import { PacketCard } from './packet-card.tsx';
import { ReadinessList } from './readiness-list.tsx';

/** The material (申诉材料): the last look, the export, and everything that was exported. */
export function PacketStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [language, setLanguage] = useState<Language>(t.language);
  const readiness = useQuery(api.packets.readiness.queryOptions({ input: { caseId, language } }));
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const packets = useQuery(api.packets.list.queryOptions({ input: { caseId } }));
  return (
    <>
      <Section title={t('packets:readiness')}>
        <Loaded query={readiness}>
          {(findings) => <ReadinessList caseId={caseId} findings={findings} />}
        </Loaded>
      </Section>
      {scenario.data?.scenario.notice === 'flagged-orders' ? <Disclosure caseId={caseId} /> : null}
      <Section title={t('packets:export')}>
        <ExportForm
          caseId={caseId}
          findings={readiness.data ?? []}
          language={language}
          onLanguage={setLanguage}
        />
      </Section>
      <Loaded query={packets}>
        {(list) => {
          const newestFirst = [...list].sort((left, right) => right.number - left.number);
          if (newestFirst.length === 0) return <p className="ad-hint">{t('packets:list.empty')}</p>;
          return (
            <>
              {newestFirst.map((packet, index) => (
                <PacketCard key={packet.id} packet={packet} newest={index === 0} />
              ))}
              <ActButton act="onward" keys="." to={`/cases/${caseId}/submission`}>
                {t('packets:next')}
              </ActButton>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
