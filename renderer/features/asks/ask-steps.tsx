import type { AskStep, CaseOutlook, OpeningHours } from '../../../shared/asks/index.ts';
import { useText, useZone } from '../../ui/index.ts';
import { hoursText, shortTime } from './hours-text.ts';

const MINUTE = 60_000;

interface AskStepsProps {
  readonly hours: OpeningHours;
  readonly outlook: CaseOutlook;
  readonly now: number;
}

/** Why a moment is the last one to ask: what is counted back from the cut-off, and what is passed over. */
export function AskSteps({ hours, outlook, now }: AskStepsProps) {
  const t = useText();
  const zone = useZone();
  return (
    <div className="ask-steps">
      <p>{hoursText(hours, t)}</p>
      <p>
        {t('asks:plan.takes', {
          span: t.format.span(hours.answerMinutes * MINUTE),
          when: shortTime(outlook.case.cutOffAt, zone, now, t),
        })}
      </p>
      <ul>
        {outlook.steps.map((step, place) => (
          <li key={place}>
            <StepWords step={step} now={now} />
          </li>
        ))}
      </ul>
      {outlook.estimate ? <p className="ad-hint">{t('asks:plan.estimate')}</p> : null}
    </div>
  );
}

function StepWords({ step, now }: { readonly step: AskStep; readonly now: number }) {
  const t = useText();
  const zone = useZone();
  const { format } = t;
  if (step.kind === 'open') {
    const counted = t('asks:plan.counted', {
      from: format.instant(step.from, zone, now),
      to: format.endTime(step.to, zone),
    });
    const length = format.span(step.to - step.from);
    const makeup = step.name === null ? [] : [t('asks:plan.makeup', { name: t.pick(step.name) })];
    return [counted, length, ...makeup].join(' · ');
  }
  const days =
    step.first === step.last
      ? format.legalDay(step.first)
      : `${format.legalDay(step.first)} – ${format.legalDay(step.last)}`;
  const why =
    step.reason === 'holiday' && step.name !== null
      ? t('asks:plan.closed.holiday', { name: t.pick(step.name) })
      : t(step.reason === 'own' ? 'asks:plan.closed.own' : 'asks:plan.closed.weekly');
  return `${days} · ${why}`;
}
