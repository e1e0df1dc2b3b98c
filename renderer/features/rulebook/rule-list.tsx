import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Bilingual, Rule } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { EmptyState, Loaded, Note, Section, useText } from '../../ui/index.ts';
import type { PlatformEntry } from '../clients/index.ts';
import { RuleView } from './rule-view.tsx';

interface RuleListProps {
  readonly filter: {
    readonly text?: string;
    readonly scenarioId?: string;
    readonly platform?: string;
    readonly caseType?: string;
  };
  /** The day whose rules are looked at; empty: those of today. */
  readonly on: string;
  readonly title: string;
  /** The case types the list is divided by; left out, it is not. */
  readonly caseTypes?: PlatformEntry['platform']['caseTypes'] | undefined;
  /** The platforms, where rules of any of them may be listed: each rule then names its own. */
  readonly among?: readonly PlatformEntry[];
}

/** Rules as they hold now or held on a day, divided by case type where asked to. */
export function RuleList({ filter, on, title, caseTypes = [], among }: RuleListProps) {
  const t = useText();
  const rules = useQuery(
    api.rulebook.rules.queryOptions({
      input: { ...filter, ...(on === '' ? {} : { on }) },
      placeholderData: keepPreviousData,
    }),
  );
  const nameOf = (id: string): string | undefined => {
    const found = among?.find(({ platform }) => platform.id === id);
    return found === undefined ? undefined : t.pick(found.platform.name);
  };
  return (
    <Loaded query={rules}>
      {(list: readonly Rule[]) =>
        list.length === 0 ? (
          <EmptyState title={t(on === '' ? 'rulebook:nothing' : 'rulebook:nothingOn', { date: on })}>
            {t('rulebook:nothingText')}
          </EmptyState>
        ) : (
          <Section title={title} hint={t('rulebook:ruleCount', { count: list.length })}>
            {on === '' ? null : <Note>{t('rulebook:onDayShown', { date: on })}</Note>}
            <div className="ad-stack">
              {divided(list, caseTypes).map((group) => (
                <Fragment key={group.id}>
                  {group.title === null ? null : <h3 className="rule-group">{t.pick(group.title)}</h3>}
                  {group.rules.map((rule) => (
                    <RuleView key={rule.id} rule={rule} platform={nameOf(rule.platformId)} />
                  ))}
                </Fragment>
              ))}
            </div>
          </Section>
        )
      }
    </Loaded>
  );
}

interface RuleGroup {
  readonly id: string;
  /** Null where there is but one. */
  readonly title: Bilingual | null;
  readonly rules: readonly Rule[];
}

/** Rules by case type, in the order of the pack. */
function divided(rules: readonly Rule[], caseTypes: PlatformEntry['platform']['caseTypes']): RuleGroup[] {
  if (caseTypes.length < 2) return [{ id: '', title: null, rules }];
  return caseTypes
    .map(({ id, title }) => ({ id, title, rules: rules.filter(({ caseTypeId }) => caseTypeId === id) }))
    .filter((group) => group.rules.length > 0);
}
