import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { FormField } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import { Entries, Entry, StatusWord, useText, type StatusKind } from '../../ui/index.ts';

const KIND = { stop: 'no', look: 'warn' } as const satisfies Record<string, StatusKind>;

interface ReadinessListProps {
  readonly caseId: string;
  readonly scenarioId: string;
  readonly findings: readonly ReadinessFinding[];
}

/** What stands in the way of exporting, and what to weigh; each with a link to the step that mends it. */
export function ReadinessList({ caseId, scenarioId, findings }: ReadinessListProps) {
  const t = useText();
  const scenario = useQuery(api.rulebook.scenario.queryOptions({ input: { scenarioId } }));
  const fields = scenario.data?.formFields ?? [];
  const weighty = (['stop', 'look'] as const).flatMap((weight) =>
    findings.filter((finding) => finding.weight === weight),
  );
  const known = findings.filter((finding) => finding.weight === 'know');
  const entry = (finding: ReadinessFinding, index: number) => (
    <Entry
      key={`${finding.code}-${index}`}
      lead={
        finding.weight === 'know' ? undefined : (
          <StatusWord kind={KIND[finding.weight]}>{t(`packets:weight.${finding.weight}`)}</StatusWord>
        )
      }
      title={findingText(finding, fields, t)}
      action={
        finding.step === 'packet' ? undefined : (
          <Link to={`/cases/${caseId}/${finding.step}`}>{t('packets:go')}</Link>
        )
      }
    />
  );
  return (
    <>
      {weighty.length === 0 ? (
        <StatusWord kind="ok">{t('packets:readiness.clear')}</StatusWord>
      ) : (
        <Entries label={t('packets:readiness')}>{weighty.map(entry)}</Entries>
      )}
      {known.length === 0 ? null : (
        <details className="packet-files">
          <summary>{t('packets:know.count', { count: known.length })}</summary>
          <Entries>{known.map(entry)}</Entries>
        </details>
      )}
    </>
  );
}

function findingText(
  { code, params }: ReadinessFinding,
  fields: readonly FormField[],
  t: Translator,
): string {
  const place = String(params['place'] ?? '');
  const field = fields.find((each) => each.id === place);
  const filled = {
    ...params,
    place: field === undefined ? (place === '' ? t('packets:wholeForm') : place) : t.pick(field.label),
    limit: t.find(`packets:limit.${params['limit'] ?? ''}`) ?? '',
    title: t.pick({ zh: String(params['zh'] ?? ''), en: String(params['en'] ?? '') }),
  };
  return t.find(`packets:finding.${code}`, filled) ?? code;
}
