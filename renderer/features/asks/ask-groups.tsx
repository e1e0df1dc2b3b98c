import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { AskGroup } from '../../../shared/asks/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, Entries, Section, useText } from '../../ui/index.ts';
import { AskGroupRow } from './ask-group-row.tsx';
import { groupRows } from './group-rows.ts';
import { MessageLanguage } from './message-language.tsx';
import { RightNow } from './right-now.tsx';
import { useCalendars } from './use-calendars.ts';

/** As many as are worked through in an evening; the others are one act away. */
const ROWS_SHOWN = 12;

const NOBODY: readonly AskGroup[] = [];

/** Whom to ask for what over all cases: by addressee, with one message each, in their hours. */
export function AskGroups({ now }: { readonly now: number }) {
  const t = useText();
  const [showsAll, setShowsAll] = useState(false);
  const [language, setLanguage] = useState<Language>(t.language);
  const asks = useQuery(api.today.asks.queryOptions({ input: {} })).data;
  const groups = asks?.groups ?? NOBODY;
  const calendars = useCalendars();
  const rows = useMemo(() => groupRows(groups, now, calendars), [groups, now, calendars]);
  if (asks === undefined || rows.length === 0) return null;
  const shown = showsAll ? rows : rows.slice(0, ROWS_SHOWN);
  const isOneOfMany = new Set(groups.map(({ clientId }) => clientId)).size > 1;
  return (
    <Section
      title={t('asks:today.title')}
      hint={t('asks:today.hint')}
      actions={<MessageLanguage of={t('asks:today.title')} value={language} onChange={setLanguage} />}
    >
      <RightNow groups={groups} isOneOfMany={isOneOfMany} now={now} />
      <Entries label={t('asks:today.title')}>
        {shown.map((row) => (
          <AskGroupRow key={row.key} row={row} language={language} isOneOfMany={isOneOfMany} now={now} />
        ))}
      </Entries>
      {shown.length === rows.length ? null : (
        <ActButton
          act="show-more"
          keys="e"
          variant="subtle"
          size="compact-sm"
          mt={6}
          ml={-8}
          onClick={() => setShowsAll(true)}
        >
          {t('asks:today.more', { count: rows.length - shown.length })}
        </ActButton>
      )}
      {asks.casesLeft === 0 ? null : (
        <p className="ad-hint">
          <Link to="/cases">{t('asks:today.left', { count: asks.casesLeft })}</Link>
        </p>
      )}
    </Section>
  );
}
