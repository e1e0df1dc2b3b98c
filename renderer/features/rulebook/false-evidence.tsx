import type { PriceLadder } from '../../../shared/rulebook/index.ts';
import { useText } from '../../ui/index.ts';
import { Ladders } from './penalty-tiers.tsx';

/** What a voucher that is not genuine costs, folded away beside what is asked for; nothing where no rule says. */
export function FalseEvidence({ ladders }: { readonly ladders: readonly PriceLadder[] }) {
  const t = useText();
  if (ladders.length === 0) return null;
  return (
    <details className="question-why">
      <summary>{t('rulebook:falseEvidence')}</summary>
      <Ladders ladders={ladders} />
      <p>{t('rulebook:falseEvidence.hint')}</p>
    </details>
  );
}
