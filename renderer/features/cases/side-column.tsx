import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { CaseStep, NextActCode } from '../../../shared/cases/index.ts';
import type { VerdictRule } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { ActButton, RuleQuote, Section, useText } from '../../ui/index.ts';
import { AskShortlist } from '../asks/index.ts';
import { ChancesLedger } from '../attempts/index.ts';
import { CaseRadar } from '../radar/index.ts';
import { RequirementList } from '../requirements/index.ts';
import { CitedValue, useRuleNote } from '../rulebook/index.ts';
import { nextActText } from '../today/index.ts';
import type { CaseDetail } from './case-detail.ts';

/** As many rules as are read at a glance; the check holds them all. */
const RULES_SHOWN = 3;
/** Some of those that bear on a step may not be in force for the case: more are asked for than are shown. */
const RULES_ASKED = 40;

/** Steps beside which it is said whom to ask for what. */
const ASKING_STEPS: ReadonlySet<CaseStep> = new Set(['notice', 'check', 'orders']);

/** After these nothing is gathered any more for a case that was not filed. */
const PAST_ASKING: ReadonlySet<string> = new Set<NextActCode>(['chance-gone', 'time-ended']);

interface SideColumnProps {
  readonly detail: CaseDetail;
  readonly step: CaseStep;
  /** Whether the case begins with a notice: then whom to ask for what stands beside its first steps. */
  readonly byNotice: boolean;
}

/** What explains the step: what comes next, what is asked for or which rules bear on it, and the chances. */
export function SideColumn({ detail, step, byNotice }: SideColumnProps) {
  const { record } = detail;
  return (
    <div className="side-column">
      <NextAct detail={detail} step={step} />
      {byNotice && ASKING_STEPS.has(step) && !PAST_ASKING.has(detail.nextAct.code) ? (
        <AskShortlist caseId={record.id} />
      ) : null}
      {step === 'evidence' ? (
        <RequirementList caseId={record.id} />
      ) : step === 'check' ? null : (
        <StepRules caseId={record.id} step={step} />
      )}
      <CaseRadar caseId={record.id} />
      <ChancesLedger caseId={record.id} />
    </div>
  );
}

function NextAct({
  detail: { record, nextAct },
  step,
}: {
  readonly detail: CaseDetail;
  readonly step: CaseStep;
}) {
  const t = useText();
  // Where nothing is left to do, there is nowhere to go on to.
  const elsewhere = nextAct.step !== step && nextAct.code !== 'closed';
  return (
    <Section title={t('cases:side.next')}>
      <p className="side-next">{nextActText(nextAct, t)}</p>
      {elsewhere ? (
        <ActButton
          act="next-act"
          keys="c"
          to={`/cases/${record.id}/${nextAct.step}`}
          size="compact-md"
          mt={6}
        >
          {t('cases:side.continue', { step: t.find(`cases:step.${nextAct.step}`) ?? '' })}
        </ActButton>
      ) : null}
    </Section>
  );
}

interface StepRulesProps {
  readonly caseId: string;
  readonly step: CaseStep;
}

/** Rules that bear on a step: of the evidence its requirements', of the orders the chance's, else those that decided. */
function StepRules({ caseId, step }: StepRulesProps) {
  const t = useText();
  const noteOf = useRuleNote();
  const verdict = useQuery(api.cases.verdict.queryOptions({ input: { caseId } }));
  const scene = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const effects = useQuery(api.followThrough.list.queryOptions({ input: { caseId } }));
  const clocks = useQuery(
    api.deadlines.list.queryOptions({ input: { caseId }, select: ({ items }) => items }),
  );
  const wanted =
    step === 'follow-through'
      ? (effects.data ?? []).flatMap((effect) => effect.ruleIds)
      : step === 'decision'
        ? (clocks.data ?? []).flatMap((clock) => clock.sources.map((source) => source.ruleId))
        : rulesOfStep(step, scene.data, verdict.data?.rules ?? []);
  const citations = useQuery(
    api.cases.citations.queryOptions({
      input: { caseId, ruleIds: [...new Set(wanted)].slice(0, RULES_ASKED) },
    }),
  );
  const shown = (citations.data ?? []).filter(({ inForce }) => inForce).slice(0, RULES_SHOWN);
  return (
    <Section title={t('cases:side.rules')}>
      {shown.length === 0 ? (
        <p className="ad-hint">{t('cases:side.rules.none')}</p>
      ) : (
        shown.map((rule) => (
          <Fragment key={rule.ruleId}>
            <RuleQuote rule={rule} note={noteOf(rule)} />
            <CitedValue rule={rule} />
          </Fragment>
        ))
      )}
    </Section>
  );
}

type SceneAnswer = Awaited<ReturnType<(typeof api)['cases']['scene']['call']>>;

function rulesOfStep(
  step: CaseStep,
  scene: SceneAnswer | undefined,
  verdictRules: readonly VerdictRule[],
): readonly string[] {
  switch (step) {
    case 'packet':
      return scene?.formFields.flatMap((field) => field.rules) ?? [];
    case 'submission':
      return [
        ...(scene?.scenario.entry?.ruleIds ?? []),
        ...(scene?.formFields.flatMap((field) => field.rules) ?? []),
      ];
    case 'facts':
    case 'statement':
      return scene?.requirements.flatMap((requirement) => requirement.rules) ?? [];
    case 'notice':
    case 'check':
    case 'orders':
    case 'evidence':
    case 'decision':
    case 'follow-through':
      return verdictRules
        .filter((rule) => rule.effect !== 'definition' || step === 'notice')
        .map((rule) => rule.ruleId);
  }
}
