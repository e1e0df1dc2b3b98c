import { useQuery } from '@tanstack/react-query';
import type { Conflict } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { RuleQuote, Sheet, useText } from '../../ui/index.ts';
import { ReadingMark } from './reading-mark.tsx';

/** Sources that differ: every position, strictest first, and which one the product goes by. */
export function ConflictView({ conflict }: { readonly conflict: Conflict }) {
  const t = useText();
  const rules = useQuery(api.rulebook.rules.queryOptions({ input: { platform: conflict.platformId } }));
  const known = new Map((rules.data ?? []).map((rule) => [rule.id, rule]));
  const uses = (['verdict', 'attempt', 'clock'] as const).filter((use) => conflict.acts[use] !== null);
  return (
    <Sheet>
      <h3 className="ad-rule-title">
        {conflict.id} {t.pick(conflict.title)}
      </h3>
      <div className="ad-rule-readings ad-rule-sides">
        {conflict.positions.map((reading) => {
          const rule = known.get(reading.ruleId);
          // Both sides may be readings of one rule: only the one that the rule goes by acts.
          const acting =
            rule?.chosen.id === reading.id ? uses.filter((use) => conflict.acts[use] === reading.ruleId) : [];
          return (
            <div key={`${reading.ruleId}-${reading.id}`}>
              <RuleQuote
                rule={rule === undefined ? reading : { ...reading, title: rule.title }}
                {...(acting.length === 0
                  ? {}
                  : { note: acting.map((use) => t(`rulebook:actsFor-${use}`)).join(' · ') })}
              />
              {reading.says === null ? (
                <ReadingMark reading={reading} platformId={conflict.platformId} />
              ) : (
                <div className="reading-mark">{t.pick(reading.says)}</div>
              )}
            </div>
          );
        })}
      </div>
      <p className="ad-dim">{t.pick(conflict.why)}</p>
    </Sheet>
  );
}
