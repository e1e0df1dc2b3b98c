import type { ValueOf } from '../../../shared/rulebook/index.ts';
import { NumberField, useText } from '../../ui/index.ts';
import { AmountField } from './amount-field.tsx';
import { consequenceText, lastsLabel } from './consequence-text.ts';
import { penaltyFigures } from './own-penalty.ts';
import type { Typed } from './own-value.ts';
import { tierWords } from './penalty-tiers.tsx';

interface OwnPenaltyFieldsProps {
  readonly like: ValueOf<'penalty'>;
  readonly typed: Typed;
  readonly change: (patch: Partial<Typed>) => void;
}

/** The figures of each step that a page may show otherwise: those left empty stay as the rule has them. */
export function OwnPenaltyFields({ like, typed, change }: OwnPenaltyFieldsProps) {
  const t = useText();
  const figures = penaltyFigures(like);
  const set = (key: string, written: number | string | null | undefined): void => {
    const { [key]: _before, ...others } = typed.penalty;
    change({ penalty: written == null || written === '' ? others : { ...others, [key]: written } });
  };
  return (
    <>
      <p className="ad-hint">{t('rulebook:ownOnlyOther')}</p>
      {like.tiers.map((tier, place) => {
        const here = figures.filter((figure) => figure.tier === place);
        if (here.length === 0) return null;
        return (
          <fieldset key={tier.id} className="own-reading-step">
            <legend>{tierWords(tier, t)}</legend>
            <p className="ad-hint">{tier.consequences.map((each) => consequenceText(each, t)).join(' · ')}</p>
            <div className="own-reading-limits">
              {here.map(({ key, of, consequence }) => {
                const written = typed.penalty[key];
                if (of === 'money') {
                  const currency = consequence.money?.currency ?? '';
                  return (
                    <AmountField
                      key={key}
                      label={t('rulebook:ownMoney', { currency })}
                      currency={currency}
                      value={String(written ?? '')}
                      onChange={(amount) => set(key, amount)}
                    />
                  );
                }
                return (
                  <NumberField
                    key={key}
                    label={of === 'points' ? t('notices:penalty.points') : lastsLabel(consequence, t)}
                    min={1}
                    max={9999}
                    value={typeof written === 'number' ? written : null}
                    onChange={(number) => set(key, number)}
                  />
                );
              })}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}
