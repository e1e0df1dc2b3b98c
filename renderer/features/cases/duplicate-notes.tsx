import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DuplicateFinding } from '../../../shared/cases/index.ts';
import type { Conflict, Scenario } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import { Note, RuleQuote, Section, useText } from '../../ui/index.ts';

interface DuplicateNotesProps {
  readonly findings: readonly DuplicateFinding[];
  readonly scenario: Scenario;
  readonly scenes: readonly Scenario[];
  /** Whether the warned ones were read. */
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  readonly onDrop: (orderNumbers: readonly string[]) => void;
}

/** What stands in the way of using these orders: refused with the first case, warned with both readings, or unknown. */
export function DuplicateNotes({
  findings,
  scenario,
  scenes,
  accepted,
  onAccept,
  onDrop,
}: DuplicateNotesProps) {
  const t = useText();
  const of = (allowed: DuplicateFinding['allowed']): DuplicateFinding[] =>
    findings.filter((finding) => finding.allowed === allowed);
  const refused = of('refused');
  const unknown = of('unknown');
  const warned = of('warn');
  if (refused.length + unknown.length + warned.length === 0) return null;
  const blocking = [...refused, ...unknown].map((finding) => finding.orderNumber);
  return (
    <Section title={t('cases:duplicate.title')}>
      <div className="form-stack" role="alert">
        {refused.map((finding) => (
          <Note kind="warn" key={finding.orderNumber}>
            {t(finding.by === 'elsewhere' ? 'cases:duplicate.refused.elsewhere' : 'cases:duplicate.refused', {
              number: finding.orderNumber,
            })}{' '}
            {finding.caseId === null ? null : (
              <Link to={`/cases/${finding.caseId}`}>
                {t('cases:duplicate.open', { number: finding.caseNumber ?? '' })}
              </Link>
            )}
          </Note>
        ))}
        {unknown.map((finding) => (
          <Note kind="warn" key={finding.orderNumber}>
            {t('cases:duplicate.unknown', { number: finding.orderNumber })}
            {scenario.entry === null ? null : (
              <div>
                <b>{t('cases:duplicate.where')}</b> {scenario.entry.path.join(' › ')}
              </div>
            )}
            {finding.caseId === null ? null : (
              <Link to={`/cases/${finding.caseId}/orders`}>
                {t('cases:duplicate.open', { number: finding.caseNumber ?? '' })}
              </Link>
            )}
          </Note>
        ))}
        {warned.map((finding) => {
          const scene = scenes.find((each) => each.id === finding.scenarioId);
          const { orderNumber: number } = finding;
          return (
            <Note kind="warn" key={number}>
              {scene === undefined
                ? t('cases:duplicate.warn.plain', { number })
                : t('cases:duplicate.warn', { number, scene: t.pick(scene.title) })}{' '}
              {finding.caseId === null ? null : (
                <Link to={`/cases/${finding.caseId}`}>
                  {t('cases:duplicate.open', { number: finding.caseNumber ?? '' })}
                </Link>
              )}
            </Note>
          );
        })}
        {warned.length === 0 ? null : (
          <>
            <BothReadings
              platform={scenario.platformId}
              ruleIds={warned.flatMap(({ ruleId }) => ruleId ?? [])}
            />
            <Checkbox
              checked={accepted}
              label={t('cases:duplicate.accept')}
              onChange={(event) => onAccept(event.currentTarget.checked)}
            />
          </>
        )}
        {blocking.length === 0 ? null : (
          <div>
            <Button variant="default" onClick={() => onDrop(blocking)}>
              {t('cases:duplicate.drop')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function BothReadings({
  platform,
  ruleIds,
}: {
  readonly platform: string;
  readonly ruleIds: readonly string[];
}) {
  const t = useText();
  const conflicts = useQuery(api.rulebook.conflicts.queryOptions({ input: { platform } }));
  const bearing = (conflicts.data ?? []).filter((conflict) => bears(conflict, ruleIds));
  if (bearing.length === 0) return null;
  return (
    <details open className="both-readings">
      <summary>{t('cases:duplicate.readings')}</summary>
      {bearing.map((conflict) => (
        <div key={conflict.id} className="form-stack">
          {conflict.positions.map((position) => (
            <RuleQuote key={`${position.ruleId}-${position.id}`} rule={position} />
          ))}
          <p className="ad-hint">{t.pick(conflict.why)}</p>
        </div>
      ))}
    </details>
  );
}

/** Conflicts about the chance that hold one of these rules. */
function bears(conflict: Conflict, ruleIds: readonly string[]): boolean {
  return (
    conflict.acts.attempt !== null && conflict.positions.some((position) => ruleIds.includes(position.ruleId))
  );
}
