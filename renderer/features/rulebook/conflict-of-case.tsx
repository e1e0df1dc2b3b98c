import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ConflictForCase } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { Loaded, Note, Section, useText } from '../../ui/index.ts';
import { ConflictSides } from './conflict-view.tsx';

interface ConflictOfCaseProps {
  readonly caseId: string;
  readonly conflictId: string;
}

/** Sources that differ, as they stand for a case: by the rules it began with, its own days and what was chosen for it. */
export function ConflictOfCase({ caseId, conflictId }: ConflictOfCaseProps) {
  const t = useText();
  const conflict = useQuery(api.cases.conflict.queryOptions({ input: { caseId, conflictId } }));
  const detail = useQuery(api.cases.get.queryOptions({ input: { caseId } })).data;
  return (
    <Section title={t('rulebook:conflicts')} hint={t('rulebook:conflictsHint')}>
      <Note>
        {t('rulebook:conflictOfCase')}{' '}
        <Link to={`/cases/${caseId}`}>
          {t('rulebook:conflictCase', { number: detail?.record.number ?? '' })}
        </Link>
      </Note>
      <Loaded query={conflict}>{(found) => <SidesOfCase caseId={caseId} conflict={found} />}</Loaded>
    </Section>
  );
}

function SidesOfCase({ caseId, conflict }: { readonly caseId: string; readonly conflict: ConflictForCase }) {
  const t = useText();
  const choices = useQuery(api.cases.choices.queryOptions({ input: { caseId } })).data ?? [];
  const chosen = choices.find(({ conflictId }) => conflictId === conflict.id);
  return (
    <ConflictSides
      conflict={conflict}
      noteOf={({ actsFor, chosenByInstant, day, stands }) =>
        actsFor.length > 0
          ? [
              ...actsFor.map((use) => t(`rulebook:actsFor-${use}`)),
              day === null
                ? t(`rulebook:instant-${chosenByInstant}`)
                : t('rulebook:instantOn', { which: t(`rulebook:instant-${chosenByInstant}`), day }),
            ]
          : stands
            ? []
            : [t('cases:rule.notInForce')]
      }
      why={
        chosen === undefined
          ? t.pick(conflict.why)
          : `${t('cases:readings.chosen')} · ${t('cases:readings.because', { reason: chosen.reason })}`
      }
    />
  );
}
