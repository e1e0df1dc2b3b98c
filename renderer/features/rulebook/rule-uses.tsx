import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/index.ts';
import { Loaded, Section, StatusWord, useText } from '../../ui/index.ts';

/** Everything that rests on a rule: what changes when it is corrected, and what only quotes it. */
export function RuleUses({ ruleId }: { readonly ruleId: string }) {
  const t = useText();
  const uses = useQuery(api.rulebook.uses.queryOptions({ input: { ruleId } }));
  return (
    <Section title={t('rulebook:uses')}>
      <Loaded query={uses}>
        {(all) =>
          all.length === 0 ? (
            <p className="ad-dim">{t('rulebook:usesNone')}</p>
          ) : (
            <ul className="ad-requirements">
              {all
                .toSorted((one, other) => Number(other.acts) - Number(one.acts))
                .map((use) => (
                  <li
                    key={`${use.kind} ${use.platformId} ${use.caseTypeId} ${use.scenarioId} ${use.text.en}`}
                  >
                    <StatusWord kind={use.acts ? 'part' : 'open'}>
                      {t(use.acts ? 'rulebook:usesActs' : 'rulebook:usesQuotes')}
                    </StatusWord>{' '}
                    <b>{t(`rulebook:part-${use.kind}`)}</b>{' '}
                    {use.scenarioId === null ? (
                      t.pick(use.text)
                    ) : (
                      <Link to={`/rulebook?scenario=${encodeURIComponent(use.scenarioId)}`}>
                        {t.pick(use.text)}
                      </Link>
                    )}
                    {use.scene === null ? null : <span className="ad-dim"> · {t.pick(use.scene)}</span>}
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
