import { Check } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { CASE_STEPS, type CaseStep, type StepState } from '../../../shared/cases/index.ts';
import { useActs, useText } from '../../ui/index.ts';

interface StepRailProps {
  readonly caseId: string;
  readonly steps: readonly StepState[];
  readonly step: CaseStep;
}

/** The ten steps. Arrows move along the rail, Enter opens; Alt and a digit opens one from anywhere. */
export function StepRail({ caseId, steps, step }: StepRailProps) {
  const t = useText();
  const navigate = useNavigate();
  const rail = useRef<HTMLOListElement>(null);
  const open = (to: CaseStep | undefined): void => {
    if (to !== undefined) void navigate(`/cases/${caseId}/${to}`);
  };
  const place = CASE_STEPS.indexOf(step);
  useActs([
    ...CASE_STEPS.map((each, index) => ({
      id: `step-${each}`,
      group: 'rooms' as const,
      label: t('cases:step.go', { step: t(`cases:step.${each}`) }),
      keys: `alt+${(index + 1) % 10}`,
      whileTyping: true,
      disabled: each === step,
      run: () => open(each),
    })),
    {
      id: 'step-previous',
      group: 'rooms',
      label: t('cases:step.previous'),
      keys: '[',
      disabled: place === 0,
      run: () => open(CASE_STEPS[place - 1]),
    },
    {
      id: 'step-next',
      group: 'rooms',
      label: t('cases:step.next'),
      keys: ']',
      disabled: place === CASE_STEPS.length - 1,
      run: () => open(CASE_STEPS[place + 1]),
    },
  ]);
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [step]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(rail.current?.querySelectorAll('a') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const by: Partial<Record<string, number>> = {
      ArrowRight: here + 1,
      ArrowLeft: here - 1,
      Home: 0,
      End: links.length - 1,
    };
    const target = by[event.key];
    if (here < 0 || target === undefined) return;
    event.preventDefault();
    links[(target + links.length) % links.length]?.focus();
  };
  return (
    <nav aria-label={t('cases:steps')} className="step-rail" title={t('cases:keys.hint')}>
      <ol ref={rail} onKeyDown={onKeyDown}>
        {steps.map((each) => (
          <li key={each.step}>
            <Link
              to={`/cases/${caseId}/${each.step}`}
              className="step-link"
              data-state={each.state}
              aria-current={each.step === step ? 'step' : undefined}
              tabIndex={each.step === step ? 0 : -1}
            >
              {each.state === 'done' ? <Check size={13} strokeWidth={2.4} aria-hidden="true" /> : null}
              <span>{t(`cases:step.${each.step}`)}</span>
              {each.state === 'done' ? <span className="visually-hidden">{t('cases:step.done')}</span> : null}
              <StepCount state={each} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepCount({ state: { done, total } }: { readonly state: StepState }) {
  const t = useText();
  if (done === null || (done === 0 && total === 0)) return null;
  return <span className="step-count">{total === null ? done : t('cases:step.count', { done, total })}</span>;
}
