import { useText } from './language.tsx';

interface CertaintyProps {
  readonly of: {
    readonly confidence: 'H' | 'M' | 'L';
    /** True where it rests on a second-hand source alone. */
    readonly secondHand: boolean;
  };
}

/**
 * How sure a rule is: nobody reads how sure it is without reading that it is second-hand, so the one always stands right
 * behind the other. The only place that says either.
 */
export function Certainty({ of: { confidence, secondHand } }: CertaintyProps) {
  const t = useText();
  return (
    <span className="ad-certainty">
      {t(`ui:confidence${confidence}`)}
      {secondHand ? <span className="ad-quote-doubt"> · {t('ui:secondHand')}</span> : null}
    </span>
  );
}
