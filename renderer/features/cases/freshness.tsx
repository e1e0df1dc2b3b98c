import { useQuery } from '@tanstack/react-query';
import { doubtfulRules } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { Note, RuleLinks, useNow, useText, useZone } from '../../ui/index.ts';
import { dayOf } from '../attempts/index.ts';

/** Says which of the rules a case rests on are past their time, or were not looked up for long; nothing while none is. */
export function CaseFreshness({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const days = useQuery(api.settings.get.queryOptions({ input: {} })).data?.staleAfterDays;
  const rules = useQuery(api.cases.restsOn.queryOptions({ input: { caseId } })).data;
  if (days === undefined || rules === undefined) return null;
  const { stale, ended } = doubtfulRules(rules, dayOf(now, zone), days);
  return (
    <>
      {ended.length === 0 ? null : (
        <Note kind="warn">
          {t('cases:check.ended', { count: ended.length })} <RuleLinks ruleIds={ended} />
        </Note>
      )}
      {stale.length === 0 ? null : (
        <Note kind="info">
          {t('cases:check.stale', { count: stale.length, days })} <RuleLinks ruleIds={stale} />
        </Note>
      )}
    </>
  );
}
