import type { BurdenLadder } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';

/** Who has to show what, step by step, and what happens if it is not shown. */
export function BurdenSteps({ steps }: { readonly steps: BurdenLadder['steps'] }) {
  const t = useText();
  return (
    <ol className="ad-plain-list">
      {steps.map((step) => (
        <li key={step.shows.en}>
          <b>{t(`rulebook:party-${step.party}`)}</b> {t.pick(step.shows)}
          <div className="ad-hint">
            {t('rulebook:burdenOtherwise', { otherwise: t.pick(step.otherwise) })}
          </div>
        </li>
      ))}
    </ol>
  );
}
