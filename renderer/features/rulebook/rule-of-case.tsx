import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { RuleForCase } from '../../../shared/cases/index.ts';
import { api } from '../../api/index.ts';
import { Loaded, Note, useText } from '../../ui/index.ts';
import { RuleView } from './rule-view.tsx';

interface RuleOfCaseProps {
  readonly caseId: string;
  readonly ruleId: string;
}

/** A rule as it stands for a case: by the rules it began with, and the reading that its own day and its site choose. */
export function RuleOfCase({ caseId, ruleId }: RuleOfCaseProps) {
  const rule = useQuery(api.cases.rule.queryOptions({ input: { caseId, ruleId } }));
  const today = useQuery(api.rulebook.rule.queryOptions({ input: { ruleId }, retry: false }));
  const detail = useQuery(api.cases.get.queryOptions({ input: { caseId } })).data;
  return (
    <Loaded query={rule}>
      {(found) =>
        found === null ? (
          <NotOfCase caseId={caseId} ruleId={ruleId} />
        ) : (
          <div className="ad-stack">
            <WhichOfCase caseId={caseId} found={found} isGone={today.isError} />
            <RuleView
              rule={found.rule}
              whole
              isGone={today.isError}
              storeId={detail?.record.storeId ?? null}
            />
          </div>
        )
      }
    </Loaded>
  );
}

interface WhichOfCaseProps {
  readonly caseId: string;
  readonly found: RuleForCase;
  readonly isGone: boolean;
}

/** Which case it is shown for, what chose this reading, and the way back to today. */
function WhichOfCase({ caseId, found, isGone }: WhichOfCaseProps) {
  const t = useText();
  const choices = useQuery(api.cases.choices.queryOptions({ input: { caseId } })).data ?? [];
  const { rule, chosenByInstant, day, filed, inForce, version, versionToday } = found;
  const chosen = choices.find(({ ruleId, readingId }) => ruleId === rule.id && readingId === rule.chosen.id);
  const instant =
    chosenByInstant === 'filing' && !filed
      ? t('rulebook:ofCase.notFiled', { day })
      : t('rulebook:ofCase.instant', {
          which: t(`rulebook:instant-${chosenByInstant}`),
          day,
        });
  return (
    <Note kind={inForce ? 'info' : 'warn'}>
      <div>
        {t('rulebook:ofCase')} <CaseLink caseId={caseId} />
      </div>
      <div>{instant}</div>
      {inForce ? null : <div>{t('rulebook:ofCase.notInForce')}</div>}
      {version === versionToday ? null : (
        <div>{t('rulebook:ofCase.edition', { version, today: versionToday })}</div>
      )}
      {chosen === undefined ? null : (
        <div>
          {t('cases:readings.chosen')} · {t('cases:readings.because', { reason: chosen.reason })}
        </div>
      )}
      <div>
        {isGone ? (
          t('rulebook:ofCase.gone')
        ) : (
          <Link to={`/rulebook?rule=${encodeURIComponent(rule.id)}`}>{t('rulebook:ofCase.today')}</Link>
        )}
      </div>
    </Note>
  );
}

/** The rules that the case stands on do not have it: only those of today do. */
function NotOfCase({ caseId, ruleId }: RuleOfCaseProps) {
  const t = useText();
  const today = useQuery(api.rulebook.rule.queryOptions({ input: { ruleId } }));
  return (
    <div className="ad-stack">
      <Note kind="warn">
        {t('rulebook:ofCase.without')} <CaseLink caseId={caseId} />
      </Note>
      <Loaded query={today}>{(rule) => <RuleView rule={rule} whole />}</Loaded>
    </div>
  );
}

function CaseLink({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const detail = useQuery(api.cases.get.queryOptions({ input: { caseId } })).data;
  return (
    <Link to={`/cases/${caseId}`}>{t('rulebook:conflictCase', { number: detail?.record.number ?? '' })}</Link>
  );
}
