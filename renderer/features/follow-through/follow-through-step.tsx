import { useQuery } from '@tanstack/react-query';
import type { PromisedEffect } from '../../../shared/follow-through/index.ts';
import { api } from '../../api/index.ts';
import {
  RuleLinks,
  EmptyState,
  Entries,
  Entry,
  Loaded,
  Section,
  useNow,
  useText,
  useZone,
} from '../../ui/index.ts';
import { dayOf } from '../attempts/index.ts';
import { EffectChanges } from './effect-changes.tsx';
import { EffectRow } from './effect-row.tsx';

/** Follow-through (落实核对): was each benefit that the rules promise after a win really applied? */
export function FollowThroughStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const today = dayOf(useNow(), useZone());
  const effects = useQuery(api.followThrough.list.queryOptions({ input: { caseId } }));
  const of = (...promises: readonly PromisedEffect['promise'][]): PromisedEffect[] =>
    (effects.data ?? []).filter((effect) => promises.includes(effect.promise));
  const list = of('promised', 'possible');
  const done = list.filter((effect) => effect.state !== 'waiting').length;
  return (
    <Section
      title={t('followThrough:title')}
      hint={list.length === 0 ? undefined : t('followThrough:progress', { done, total: list.length })}
    >
      {list.length === 0 && effects.data?.length !== 0 ? null : (
        <p className="step-teach">{t('followThrough:teach')}</p>
      )}
      <Loaded query={effects}>
        {(loaded) =>
          loaded.length === 0 ? (
            <EmptyState
              title={t('followThrough:notYet.title')}
              action={{ label: t('followThrough:notYet.act'), to: `/cases/${caseId}/decision` }}
            >
              {t('followThrough:notYet.text')}
            </EmptyState>
          ) : (
            <>
              <Said title={t('followThrough:advice')} effects={of('advice')} />
              {(['promised', 'possible'] as const).map((promise) =>
                of(promise).length === 0 ? null : (
                  <div key={promise} className="effects-said">
                    <h3>{t(`followThrough:${promise}`)}</h3>
                    <ul className="effects" aria-label={t(`followThrough:${promise}`)}>
                      {of(promise).map((effect) => (
                        <EffectRow key={effect.effectId} caseId={caseId} effect={effect} today={today} />
                      ))}
                    </ul>
                  </div>
                ),
              )}
              <Said title={t('followThrough:notPromised')} effects={of('not-promised')} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

interface SaidProps {
  readonly title: string;
  readonly effects: readonly PromisedEffect[];
}

/** What there is to know and nothing to tick: what can still be done, or what will not happen, so that nobody waits for it. */
function Said({ title, effects }: SaidProps) {
  const t = useText();
  if (effects.length === 0) return null;
  return (
    <div className="effects-said">
      <h3>{title}</h3>
      <Entries label={title}>
        {effects.map((effect) => (
          <Entry
            key={effect.effectId}
            title={t.pick(effect.text)}
            detail={
              <>
                <EffectChanges effect={effect} />
                {t('followThrough:basis')} <RuleLinks ruleIds={effect.ruleIds} />
              </>
            }
          />
        ))}
      </Entries>
    </div>
  );
}
