import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { ruleOn } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import {
  ActNav,
  SearchField,
  EmptyState,
  Loaded,
  Note,
  Page,
  Section,
  StatusWord,
  useText,
} from '../../ui/index.ts';
import type { PlatformEntry } from '../clients/index.ts';
import { AllCaseChanges } from './case-changes.tsx';
import { ConflictOfCase } from './conflict-of-case.tsx';
import { ConflictView } from './conflict-view.tsx';
import { AllOwnReadings } from './own-readings.tsx';
import { PackUpdates } from './pack-updates.tsx';
import { PlatformNav } from './platform-nav.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleOfCase } from './rule-of-case.tsx';
import { RuleView } from './rule-view.tsx';
import { ScenarioView } from './scenario-view.tsx';

/** The sorts of packs, in the order a seller looks for them. */
const KINDS = ['marketplace', 'general', 'payment', 'law'] as const;

/** The rules as data with their doubts: platform, case type, scene, rule; and where sources differ. */
export function RulebookRoom() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const platforms = useQuery(api.rulebook.platforms.queryOptions({ input: {} }));
  const { key: place } = useLocation();
  // What was typed belongs to the place it was typed at: a rule that is opened from what was found is shown, and not the list.
  const [search, setSearch] = useState({ typed: '', place });
  const typed = search.place === place ? search.typed : '';
  const [rested] = useDebouncedValue(typed.trim(), 150);
  const text = typed.trim() === '' ? '' : rested;
  const ruleId = params.get('rule');
  const conflictId = params.get('conflict');
  const caseId = params.get('case');
  // A link may name the day; what is typed afterwards goes before.
  const asked = params.get('on');
  const [day, setDay] = useState({ typed: '', over: null as string | null });
  const on = asked === null || day.over === asked ? day.typed : asked;
  const scenarioId = params.get('scenario');
  const caseTypeId = params.get('caseType');
  const rule = useQuery(
    api.rulebook.rule.queryOptions({ input: { ruleId: ruleId ?? '' }, enabled: ruleId !== null }),
  ).data;
  // One that only the rules of a case have is of a platform all the same.
  const ofCase = useQuery(
    api.cases.rule.queryOptions({
      input: { caseId: caseId ?? '', ruleId: ruleId ?? '' },
      enabled: caseId !== null && ruleId !== null,
    }),
  ).data;
  // A link to a disagreement names no platform: its register does.
  const ofConflict = useQuery(
    api.rulebook.conflicts.queryOptions({ input: {}, enabled: conflictId !== null }),
  ).data?.find(({ id }) => id === conflictId);
  const platformId = params.has('updates')
    ? ''
    : (params.get('platform') ??
      scenarioId?.split('.')[0] ??
      (ruleId !== null
        ? (rule?.platformId ?? ofCase?.rule.platformId)
        : conflictId !== null
          ? ofConflict?.platformId
          : platforms.data?.[0]?.platform.id) ??
      '');
  const show = (next: Record<string, string>): void => setParams(next);
  // What is shown next is read from its top, wherever in the last list it was asked for.
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.closest('main')?.scrollTo(0, 0);
  }, [place]);
  return (
    <Page title={t('app:rulebook')} sub={t('rulebook:sub')}>
      <Loaded query={platforms}>
        {(all) => {
          const here = all.find(({ platform }) => platform.id === platformId);
          const caseType = here?.platform.caseTypes.find(({ id }) => id === caseTypeId);
          return (
            <div className="ad-rulebook">
              <nav aria-label={t('rulebook:contents')} className="ad-rulebook-nav">
                <div className="ad-rulebook-search">
                  <SearchField
                    label={t('rulebook:search')}
                    value={typed}
                    onChange={(words) => setSearch({ typed: words, place })}
                  />
                </div>
                <TextInput
                  type="date"
                  className="rulebook-day"
                  label={t('rulebook:onDay')}
                  description={t('rulebook:onDayHint')}
                  value={on}
                  onChange={({ currentTarget }) => setDay({ typed: currentTarget.value, over: asked })}
                />
                <ActNav
                  act="rule-updates"
                  keys="u"
                  label={t('rulebook:changesRoom')}
                  look={<b>{t('rulebook:changesRoom')}</b>}
                  active={params.has('updates')}
                  onClick={() => show({ updates: '1' })}
                />
                {KINDS.map((kind) => ({
                  kind,
                  entries: all.filter(({ platform }) => platform.kind === kind),
                }))
                  .filter(({ entries }) => entries.length > 0)
                  .map(({ kind, entries }) => (
                    <section key={kind} aria-label={t(`rulebook:kind-of-${kind}`)}>
                      <div className="ad-hint rulebook-group">{t(`rulebook:kind-of-${kind}`)}</div>
                      {entries.map((entry) => (
                        <PlatformNav
                          key={entry.platform.id}
                          entry={entry}
                          active={{
                            platformId,
                            caseTypeId,
                            scenarioId,
                            conflicts: params.has('conflicts') || conflictId !== null,
                          }}
                          show={show}
                        />
                      ))}
                    </section>
                  ))}
              </nav>
              <div ref={body} className="ad-rulebook-body">
                {text !== '' ? (
                  <RuleList filter={{ text }} on={on} title={t('rulebook:found')} among={all} />
                ) : params.has('updates') ? (
                  <>
                    <AllCaseChanges />
                    <PackUpdates />
                    <AllOwnReadings />
                  </>
                ) : ruleId !== null && caseId !== null && on === '' ? (
                  <RuleOfCase caseId={caseId} ruleId={ruleId} />
                ) : ruleId !== null ? (
                  <OneRule ruleId={ruleId} on={on} />
                ) : conflictId !== null && caseId !== null ? (
                  <ConflictOfCase caseId={caseId} conflictId={conflictId} />
                ) : params.has('conflicts') || conflictId !== null ? (
                  <Conflicts platformId={platformId} only={conflictId} />
                ) : scenarioId === null && caseType !== undefined ? (
                  <RuleList
                    filter={{ platform: platformId, caseType: caseType.id }}
                    on={on}
                    title={t.pick(caseType.title)}
                  />
                ) : scenarioId !== null ? (
                  <>
                    <ScenarioView scenarioId={scenarioId} on={on} />
                    <RuleList filter={{ scenarioId }} on={on} title={t('rulebook:rulesOfScene')} />
                  </>
                ) : (
                  <>
                    <Readiness entry={here} />
                    <RuleList
                      filter={{ platform: platformId }}
                      on={on}
                      title={t('rulebook:allRules')}
                      caseTypes={here?.platform.caseTypes}
                    />
                  </>
                )}
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Readiness({ entry }: { readonly entry: PlatformEntry | undefined }) {
  const t = useText();
  if (entry === undefined) return null;
  const { readiness, version, name, lastVerified } = entry.platform;
  return (
    <Section title={t.pick(name)} hint={t('rulebook:packVersion', { version })}>
      <Note kind={readiness.level === 'official' ? 'info' : 'warn'}>
        <StatusWord kind={readiness.level === 'official' ? 'ok' : 'part'}>
          {t(`rulebook:readiness-${readiness.level}`)}
        </StatusWord>
        <div>{t.pick(readiness.says)}</div>
        {lastVerified === null ? null : <div>{t('rulebook:packVerified', { date: lastVerified })}</div>}
      </Note>
    </Section>
  );
}

function OneRule({ ruleId, on }: { readonly ruleId: string; readonly on: string }) {
  const t = useText();
  const rule = useQuery(api.rulebook.rule.queryOptions({ input: { ruleId } }));
  return (
    <Loaded query={rule}>
      {(found) => {
        const then = on === '' ? found : ruleOn(found, on);
        return (
          <>
            {on === '' ? null : (
              <Note kind={then === null ? 'warn' : 'info'}>
                {t(then === null ? 'rulebook:notOnDay' : 'rulebook:onDayRule', { date: on })}
              </Note>
            )}
            <RuleView rule={then ?? found} whole />
          </>
        );
      }}
    </Loaded>
  );
}

function Conflicts({ platformId, only }: { readonly platformId: string; readonly only: string | null }) {
  const t = useText();
  const conflicts = useQuery(
    api.rulebook.conflicts.queryOptions({ input: platformId === '' ? {} : { platform: platformId } }),
  );
  return (
    <Loaded query={conflicts}>
      {(all) => {
        const list = only === null ? all : all.filter(({ id }) => id === only);
        return list.length === 0 ? (
          <EmptyState title={t('rulebook:noConflicts')}>{t('rulebook:noConflictsText')}</EmptyState>
        ) : (
          <Section title={t('rulebook:conflicts')} hint={t('rulebook:conflictsHint')}>
            <div className="ad-stack">
              {list.map((conflict) => (
                <ConflictView key={conflict.id} conflict={conflict} />
              ))}
            </div>
          </Section>
        );
      }}
    </Loaded>
  );
}
