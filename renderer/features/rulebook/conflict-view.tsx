import { useQuery } from '@tanstack/react-query';
import type { Conflict, ConflictPosition } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { RuleQuote, Sheet, useText } from '../../ui/index.ts';
import { isWorded, ReadingMark } from './reading-mark.tsx';

/** Sources that differ: every position, strictest first, and which one the product goes by. */
export function ConflictView({ conflict }: { readonly conflict: Conflict }) {
  const t = useText();
  const known = useRulesOf(conflict.platformId);
  const uses = (['verdict', 'attempt', 'clock'] as const).filter((use) => conflict.acts[use] !== null);
  return (
    <ConflictSides
      conflict={conflict}
      // Both sides may be readings of one rule: only the one that the rule goes by acts.
      noteOf={({ ruleId, id }) =>
        known.get(ruleId)?.chosen.id === id
          ? uses.filter((use) => conflict.acts[use] === ruleId).map((use) => t(`rulebook:actsFor-${use}`))
          : []
      }
      why={t.pick(conflict.why)}
    />
  );
}

interface ConflictSidesProps<Position extends ConflictPosition> {
  readonly conflict: Pick<Conflict, 'id' | 'platformId' | 'title'> & {
    readonly positions: readonly Position[];
  };
  /** What is to be said of a side: what it acts for, by which day. */
  readonly noteOf: (position: Position) => readonly string[];
  readonly why: string;
}

/** The sides of a disagreement beside one another. */
export function ConflictSides<Position extends ConflictPosition>({
  conflict,
  noteOf,
  why,
}: ConflictSidesProps<Position>) {
  const t = useText();
  const known = useRulesOf(conflict.platformId);
  return (
    <Sheet>
      <h3 className="ad-rule-title">
        {conflict.id} {t.pick(conflict.title)}
      </h3>
      <div className="ad-rule-readings ad-rule-sides">
        {conflict.positions.map((reading) => {
          const rule = known.get(reading.ruleId);
          const notes = noteOf(reading);
          // Of a rule that is read in several ways its title is in nobody's words: what each source says tells them apart.
          const isOneOfMany = conflict.positions.filter(({ ruleId }) => ruleId === reading.ruleId).length > 1;
          const isTold = isOneOfMany && (reading.says !== null || isWorded(reading.value));
          return (
            <div key={`${reading.ruleId}-${reading.id}`}>
              <RuleQuote
                rule={rule === undefined || isTold ? reading : { ...reading, title: rule.title }}
                {...(notes.length === 0 ? {} : { note: notes.join(' · ') })}
              />
              {reading.says === null ? (
                <ReadingMark reading={reading} ruleId={reading.ruleId} platformId={conflict.platformId} />
              ) : (
                <div className="reading-mark">{t.pick(reading.says)}</div>
              )}
            </div>
          );
        })}
      </div>
      <p className="ad-dim">{why}</p>
    </Sheet>
  );
}

function useRulesOf(platformId: string) {
  const rules = useQuery(api.rulebook.rules.queryOptions({ input: { platform: platformId } }));
  return new Map((rules.data ?? []).map((rule) => [rule.id, rule]));
}
