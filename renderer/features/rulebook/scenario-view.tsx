import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { FormField } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { EntryPath, RuleLinks, Loaded, Section, Sheet, StatusWord, useText } from '../../ui/index.ts';
import { BurdenSteps } from './burden-steps.tsx';
import { LimitWords, plainLimits, type AskedLimit } from './limit-words.tsx';
import { Ladders } from './penalty-tiers.tsx';
import { RouteList } from './route-list.tsx';
import { SituationDesk } from './situation-desk.tsx';

/** What somebody who fills such a field has to know of it; what is chosen from a list or is a number has no limit to know. */
const LIMITS_OF: Readonly<Partial<Record<FormField['fills'], readonly AskedLimit[]>>> = {
  statement: ['characters'],
  plan: ['characters'],
  vouchers: ['files', 'bytesEach', 'fileTypes'],
};

/** A scene of the platform's form: what it is for, what it is not, where to file, what is asked for. */
export function ScenarioView({ scenarioId, on }: { readonly scenarioId: string; readonly on: string }) {
  const t = useText();
  const query = useQuery(
    api.rulebook.scenario.queryOptions({ input: { scenarioId, ...(on === '' ? {} : { on }) } }),
  );
  return (
    <Loaded query={query}>
      {({
        scenario,
        requirements,
        formFields,
        burden,
        penalties,
        falseEvidence,
        routes,
        events,
        countsOffences,
      }) => {
        const limited = formFields.filter(({ fills }) => LIMITS_OF[fills] !== undefined);
        return (
          <>
            <Section title={t.pick(scenario.title)} hint={scenario.platformWords.join(' / ')}>
              <Sheet>
                <dl className="ad-facts">
                  <dt>{t('rulebook:definition')}</dt>
                  <dd>{t.pick(scenario.definition)}</dd>
                  <dt>{t('rulebook:example')}</dt>
                  <dd>{t.pick(scenario.example)}</dd>
                  <dt>{t('rulebook:counterExample')}</dt>
                  <dd>{t.pick(scenario.counterExample)}</dd>
                  {scenario.dimension === null ? null : (
                    <>
                      <dt>{t('rulebook:dimension')}</dt>
                      <dd>{t(`rulebook:dimension-${scenario.dimension}`)}</dd>
                    </>
                  )}
                  <dt>{t('rulebook:entry')}</dt>
                  <dd>
                    <EntryPath entry={scenario.entry} />
                    {scenario.entry === null ? null : (
                      <div className="ad-hint">{t.pick(scenario.entry.ifMissing)}</div>
                    )}
                  </dd>
                </dl>
                <div>
                  <Link to={`/cases/new?scenario=${encodeURIComponent(scenario.id)}`}>
                    {t('rulebook:newCase')} ›
                  </Link>
                </div>
              </Sheet>
            </Section>
            {requirements.length === 0 ? null : (
              <Section title={t('rulebook:asksFor')}>
                <ul className="ad-requirements">
                  {requirements.map((requirement) => (
                    <li key={requirement.id}>
                      <b>{t.pick(requirement.title)}</b>{' '}
                      <StatusWord kind={requirement.level === 'required' ? 'part' : 'open'}>
                        {t(`rulebook:level-${requirement.level}`)}
                      </StatusWord>{' '}
                      <span className="ad-hint">
                        {t(`rulebook:basis-${requirement.basis}`)} · <RuleLinks ruleIds={requirement.rules} />
                      </span>
                      <div className="ad-dim">{t.pick(requirement.whereFound)}</div>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {burden.length === 0 ? null : (
              <Section title={t('rulebook:burden')}>
                {burden.map(({ rule, steps }) => (
                  <Sheet key={rule.ruleId}>
                    <h3 className="ad-rule-title">
                      <RuleLinks ruleIds={[rule.ruleId]} /> {t.pick(rule.title)}
                    </h3>
                    <BurdenSteps steps={steps} />
                  </Sheet>
                ))}
              </Section>
            )}
            {limited.length === 0 ? null : (
              <Section title={t('rulebook:formLimits')}>
                <dl className="ad-facts">
                  {limited.map((field) => (
                    <div key={field.id} className="rule-pair">
                      <dt>{t.pick(field.label)}</dt>
                      <dd>
                        <LimitWords limits={plainLimits(field.limits)} asks={LIMITS_OF[field.fills]} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </Section>
            )}
            {penalties.length === 0 ? null : (
              <Section title={t('rulebook:penalties')} hint={t('rulebook:penaltiesHint')}>
                <Ladders ladders={penalties} />
              </Section>
            )}
            {falseEvidence.length === 0 ? null : (
              <Section title={t('rulebook:falseEvidence')} hint={t('rulebook:falseEvidence.hint')}>
                <Ladders ladders={falseEvidence} />
              </Section>
            )}
            {routes.length === 0 ? null : (
              <Section title={t('rulebook:routes')}>
                <RouteList routes={routes} />
              </Section>
            )}
            <SituationDesk
              key={scenario.id}
              scenario={scenario}
              events={events}
              countsOffences={countsOffences}
            />
          </>
        );
      }}
    </Loaded>
  );
}
