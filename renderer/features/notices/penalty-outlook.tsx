import { useQuery } from '@tanstack/react-query';
import type { PenaltyOutlook } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { Note, NumberField, RuleLinks, Section, Sheet, useText } from '../../ui/index.ts';
import { PenaltyTiers } from '../rulebook/index.ts';

interface PenaltyOutlookOfProps {
  readonly caseId: string;
  /** The how-manieth violation the notice says it is. */
  readonly occurrence: number | null;
  readonly onOccurrence: (occurrence: number | null) => void;
}

/** What the rules say the violation costs: with every order, and with the documented genuine ones taken off. */
export function PenaltyOutlookOf({ caseId, occurrence, onOccurrence }: PenaltyOutlookOfProps) {
  const t = useText();
  const { data } = useQuery(api.cases.penaltyOutlook.queryOptions({ input: { caseId } }));
  if (data === undefined || data.ladders.length === 0) return null;
  const tiersBy = (what: 'occurrence' | 'orders') =>
    data.ladders.some(({ tiers }) => tiers.some((tier) => tier[what] !== null));
  return (
    <Section title={t('notices:outlook')} hint={tiersBy('orders') ? t('notices:outlook.hint') : undefined}>
      <div className="ad-stack">
        {tiersBy('occurrence') ? (
          <NumberField
            className="penalty-occurrence"
            label={t('notices:outlook.occurrence')}
            description={t('notices:outlook.occurrence.hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={999}
            value={occurrence}
            onChange={(value) => {
              if (value !== undefined) onOccurrence(value);
            }}
          />
        ) : null}
        {data.contested ? <Note>{t('notices:outlook.unconfirmed')}</Note> : null}
        {data.ladders.map((ladder) => (
          <Sheet key={ladder.rule.ruleId}>
            <h3 className="ad-rule-title">
              <RuleLinks ruleIds={[ladder.rule.ruleId]} /> {t.pick(ladder.rule.title)}
            </h3>
            <Ladder ladder={ladder} outlook={data} />
          </Sheet>
        ))}
      </div>
    </Section>
  );
}

interface LadderProps {
  readonly ladder: PenaltyOutlook['ladders'][number];
  readonly outlook: PenaltyOutlook;
}

function Ladder({ ladder: { tiers, fitting, fittingAfter }, outlook: { orders, documented } }: LadderProps) {
  const t = useText();
  const tiersOf = (ids: readonly string[]) => tiers.filter(({ id }) => ids.includes(id));
  const byOrders = tiers.some((tier) => tier.orders !== null);
  if (!byOrders || orders === null) return <PenaltyTiers tiers={tiersOf(fitting)} />;
  const left = Math.max(0, orders - documented);
  return (
    <>
      <p className="penalty-count">{t('notices:outlook.all', { count: orders })}</p>
      <PenaltyTiers tiers={tiersOf(fitting)} />
      <p className="penalty-count">
        {documented === 0
          ? t('notices:outlook.noneDocumented')
          : left === 0
            ? t('notices:outlook.noneLeft', { count: documented })
            : t('notices:outlook.after', { count: documented, left })}
      </p>
      {documented === 0 || left === 0 ? null : fittingAfter.join() === fitting.join() ? (
        <p className="ad-hint">{t('notices:outlook.same')}</p>
      ) : (
        <PenaltyTiers tiers={tiersOf(fittingAfter)} />
      )}
    </>
  );
}
