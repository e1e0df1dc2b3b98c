import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseRuleChanges } from '../../../shared/cases/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  ActButton,
  Dialog,
  EmptyState,
  Loaded,
  Note,
  Section,
  Sheet,
  StatusWord,
  useNow,
  useText,
} from '../../ui/index.ts';
import { ClockChangeList } from '../deadlines/index.ts';
import { ChangeCounts, ChangeList } from './change-list.tsx';
import { RESTING_ON_RULES } from './resting-on-rules.ts';

/** Says in a case that its rules changed since it began, until somebody has decided. */
export function CaseChangesNote({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const found = useQuery(api.cases.ruleChanges.queryOptions({ input: { caseId } })).data?.[0];
  if (found === undefined || found.kept) return null;
  const all = [...found.changes.rules, ...found.changes.parts];
  const isWorded = all.length > 0 && all.every(({ weight }) => weight === 'words');
  return (
    <Note kind="info">
      {t(isWorded ? 'rulebook:changesInCaseWords' : 'rulebook:changesInCase', { count: all.length })}{' '}
      <ActButton
        act="rule-changes"
        keys="r"
        variant="default"
        size="compact-sm"
        onClick={() => setOpened(true)}
      >
        {t('rulebook:changesLook')}
      </ActButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('rulebook:changesOfCase')} size="lg">
        <CaseChanges found={found} onDone={() => setOpened(false)} />
      </Dialog>
    </Note>
  );
}

/** Every open case for which the rules of today say something else than those it began with. */
export function AllCaseChanges() {
  const t = useText();
  const changes = useQuery(api.cases.ruleChanges.queryOptions({ input: {} }));
  return (
    <Section title={t('rulebook:changes')} hint={t('rulebook:changesHint')}>
      <Loaded query={changes}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('rulebook:changesNone')} />
          ) : (
            <div className="ad-stack">
              {all.map((found) => (
                <Sheet key={found.caseId}>
                  <section aria-label={found.caseNumber}>
                    <h3 className="ad-rule-title">
                      <Link to={`/cases/${found.caseId}`}>{found.caseNumber}</Link> {found.title}
                    </h3>
                    <CaseChanges found={found} />
                  </section>
                </Sheet>
              ))}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

/** What the new rules would change for one case, and the two ways to decide. */
function CaseChanges({
  found,
  onDone = () => undefined,
}: {
  readonly found: CaseRuleChanges;
  readonly onDone?: () => void;
}) {
  const t = useText();
  const now = useNow();
  const decide = useChange(client.cases.takeRules, { features: RESTING_ON_RULES, onSuccess: onDone });
  const { caseId, caseNumber, changes, clocks, filed, kept, verdict } = found;
  const { before, after } = verdict;
  return (
    <div className="ad-stack">
      {after === null ? (
        <p>{t('rulebook:changesSceneGone')}</p>
      ) : before === after ? null : (
        <p>
          {t('rulebook:changesVerdict', {
            before: t(`cases:check.word.${before}`),
            after: t(`cases:check.word.${after}`),
          })}
        </p>
      )}
      {clocks.items.length === 0 ? null : <ClockChangeList changes={clocks} now={now} />}
      <ChangeCounts changes={changes} />
      <ChangeList changes={changes} filed={filed} />
      <div className="ad-row">
        <ActButton
          act="take-rules"
          keys="t"
          of={caseNumber}
          disabled={after === null}
          loading={decide.isPending}
          onClick={() => decide.mutate({ caseId, take: true })}
        >
          {t('rulebook:changesTake')}
        </ActButton>
        {kept ? (
          <StatusWord kind="ok">{t('rulebook:changesKept')}</StatusWord>
        ) : (
          <ActButton
            act="keep-rules"
            keys="k"
            of={caseNumber}
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ caseId, take: false })}
          >
            {t('rulebook:changesKeep')}
          </ActButton>
        )}
      </div>
    </div>
  );
}
