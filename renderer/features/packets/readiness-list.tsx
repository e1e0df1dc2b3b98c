import { Link } from 'react-router';
import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import { Entries, Entry, StatusWord, useText, type StatusKind } from '../../ui/index.ts';

const KIND: Record<ReadinessFinding['weight'], StatusKind> = { stop: 'no', look: 'warn', know: 'open' };
const WEIGHTS = ['stop', 'look', 'know'] as const;

/** What stands in the way of exporting, and what to weigh; each with a link to the step that mends it. */
export function ReadinessList({
  caseId,
  findings,
}: {
  readonly caseId: string;
  readonly findings: readonly ReadinessFinding[];
}) {
  const t = useText();
  if (findings.length === 0) return <StatusWord kind="ok">{t('packets:readiness.clear')}</StatusWord>;
  const sorted = WEIGHTS.flatMap((weight) => findings.filter((finding) => finding.weight === weight));
  return (
    <Entries label={t('packets:readiness')}>
      {sorted.map((finding, index) => (
        <Entry
          key={`${finding.code}-${index}`}
          lead={<StatusWord kind={KIND[finding.weight]}>{t(`packets:weight.${finding.weight}`)}</StatusWord>}
          title={t.find(`packets:finding.${finding.code}`, finding.params) ?? finding.code}
          action={
            finding.step === 'packet' ? undefined : (
              <Link to={`/cases/${caseId}/${finding.step}`}>{t('packets:go')}</Link>
            )
          }
        />
      ))}
    </Entries>
  );
}
