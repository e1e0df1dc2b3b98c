import { useQuery } from '@tanstack/react-query';
import type { Conflict } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { RuleQuote, Sheet, useText } from '../../ui/index.ts';

/** Sources that differ: every position, strictest first, and which one the product goes by. */
export function ConflictView({ conflict }: { readonly conflict: Conflict }) {
  const t = useText();
  const rules = useQuery(api.rulebook.rules.queryOptions({ input: { platform: conflict.platformId } }));
  const titles = new Map((rules.data ?? []).map(({ id, title }) => [id, title]));
  const uses = (['verdict', 'attempt', 'clock'] as const).filter((use) => conflict.acts[use] !== null);
  return (
    <Sheet>
      <h3 className="ad-rule-title">
        {conflict.id} {t.pick(conflict.title)}
      </h3>
      <div className="ad-rule-readings ad-rule-sides">
        {conflict.positions.map((reading) => {
          const acting = uses.filter((use) => conflict.acts[use] === reading.ruleId);
          const title = titles.get(reading.ruleId);
          return (
            <RuleQuote
              key={`${reading.ruleId}-${reading.id}`}
              rule={title === undefined ? reading : { ...reading, title }}
              {...(acting.length === 0
                ? {}
                : { note: acting.map((use) => t(`rulebook:actsFor-${use}`)).join(' · ') })}
            />
          );
        })}
      </div>
      <p className="ad-dim">{t.pick(conflict.why)}</p>
    </Sheet>
  );
}
