import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  EmptyState,
  Entries,
  Entry,
  Loaded,
  RuleLinks,
  Section,
  StatusWord,
  showToast,
  useText,
} from '../../ui/index.ts';
import { OwnReadingDialog } from './own-reading-dialog.tsx';
import { useRegionNames } from './reading-mark.tsx';
import { RuleValue } from './rule-value.tsx';
import { RESTING_ON_RULES } from './resting-on-rules.ts';

/** What the seller's own back office showed of one rule, and the act that notes it. */
export function OwnReadingsOf({ rule, storeId }: { readonly rule: Rule; readonly storeId: string | null }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const uses = useQuery(api.rulebook.uses.queryOptions({ input: { ruleId: rule.id } })).data ?? [];
  // Only of a rule that decides how long the seller has is there a deadline to be reminded of.
  const hint = uses.some(({ ownClock }) => ownClock) ? 'rulebook:ownHint' : 'rulebook:ownHintNoClock';
  return (
    <Section
      title={t('rulebook:own')}
      hint={t(hint)}
      actions={
        <ActButton act="own-reading" keys="o" variant="default" onClick={() => setAdding(true)}>
          {t('rulebook:ownAdd')}
        </ActButton>
      }
    >
      <OwnReadings ruleId={rule.id} />
      {adding ? <OwnReadingDialog rule={rule} storeId={storeId} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

/** Everything the seller's own back offices showed, to be handed on to whoever keeps the packs. */
export function AllOwnReadings() {
  const t = useText();
  const copy = async (): Promise<void> => {
    const { text } = await client.rulebook.corrections({});
    await navigator.clipboard.writeText(text);
    showToast(t, t('rulebook:ownCopied'));
  };
  return (
    <Section
      title={t('rulebook:own')}
      hint={t('rulebook:ownAllHint')}
      actions={
        <ActButton act="copy-corrections" keys="e" variant="default" onClick={() => void copy()}>
          {t('rulebook:ownCopy')}
        </ActButton>
      }
    >
      <OwnReadings />
    </Section>
  );
}

function OwnReadings({ ruleId }: { readonly ruleId?: string }) {
  const t = useText();
  const readings = useQuery(api.rulebook.ownReadings.queryOptions({ input: {} }));
  const remove = useChange(client.rulebook.removeReading, { features: RESTING_ON_RULES });
  return (
    <Loaded query={readings}>
      {(all) => {
        const list = ruleId === undefined ? all : all.filter((each) => each.ruleId === ruleId);
        if (list.length === 0) return <EmptyState title={t('rulebook:ownNone')} />;
        return (
          <Entries label={t('rulebook:own')}>
            {list.map((own) => (
              <Entry
                key={own.id}
                lead={own.seenOn}
                title={
                  own.value === null ? (
                    t('rulebook:ownConfirmed')
                  ) : own.value.kind === 'statement' ? (
                    t('ui:quoted', { words: own.words })
                  ) : (
                    <RuleValue value={own.value} ruleId={own.ruleId} />
                  )
                }
                detail={
                  <>
                    {ruleId === undefined ? <RuleLinks ruleIds={[own.ruleId]} /> : null}
                    {own.words === '' || own.value?.kind === 'statement' ? null : (
                      <div>{t('ui:quoted', { words: own.words })}</div>
                    )}
                    {own.region === null ? null : <OwnSite ruleId={own.ruleId} region={own.region} />}
                    {own.gone === null ? null : (
                      <div>
                        <StatusWord kind="open">{t(`rulebook:ownGone-${own.gone}`)}</StatusWord>
                      </div>
                    )}
                    {own.itemId === null ? null : <div className="ad-hint">{t('rulebook:ownShot')}</div>}
                  </>
                }
                action={
                  <ActButton
                    act="remove-own-reading"
                    keys="x"
                    of={`${own.ruleId} · ${own.seenOn}`}
                    variant="subtle"
                    size="compact-sm"
                    loading={remove.isPending && remove.variables.readingId === own.id}
                    onClick={() => remove.mutate({ readingId: own.id })}
                  >
                    {t('rulebook:ownRemove')}
                  </ActButton>
                }
              />
            ))}
          </Entries>
        );
      }}
    </Loaded>
  );
}

/** The site whose back office it was, by the name its platform gives it. */
function OwnSite({ ruleId, region }: { readonly ruleId: string; readonly region: string }) {
  const t = useText();
  const rule = useQuery(api.rulebook.rule.queryOptions({ input: { ruleId }, retry: false })).data;
  const names = useRegionNames(rule?.platformId ?? '');
  return <div className="ad-hint">{t('rulebook:holdsIn', { regions: names([region]) })}</div>;
}
