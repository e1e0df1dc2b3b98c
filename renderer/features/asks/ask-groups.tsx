import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Language } from '../../../shared/i18n/index.ts';
import { api } from '../../api/index.ts';
import { Entries, Section, useText } from '../../ui/index.ts';
import { AskGroupRow } from './ask-group-row.tsx';
import { groupRows } from './group-rows.ts';
import { MessageLanguage } from './message-language.tsx';
import { RightNow } from './right-now.tsx';

/** Whom to ask for what over all cases: by addressee, with one message each, in their hours. */
export function AskGroups({ now }: { readonly now: number }) {
  const t = useText();
  const [language, setLanguage] = useState<Language>(t.language);
  const groups = useQuery(api.today.asks.queryOptions({ input: {} })).data;
  const rows = useMemo(() => groupRows(groups ?? [], now), [groups, now]);
  if (groups === undefined || rows.length === 0) return null;
  const isOneOfMany = new Set(groups.map(({ clientId }) => clientId)).size > 1;
  return (
    <Section
      title={t('asks:today.title')}
      hint={t('asks:today.hint')}
      actions={<MessageLanguage of={t('asks:today.title')} value={language} onChange={setLanguage} />}
    >
      <RightNow groups={groups} isOneOfMany={isOneOfMany} now={now} />
      <Entries label={t('asks:today.title')}>
        {rows.map((row) => (
          <AskGroupRow key={row.key} row={row} language={language} isOneOfMany={isOneOfMany} now={now} />
        ))}
      </Entries>
    </Section>
  );
}
