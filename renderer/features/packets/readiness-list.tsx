import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { FormField } from '../../../shared/rulebook/index.ts';
import { api } from '../../api/index.ts';
import type { ReadinessFinding } from '../../../shared/packets/index.ts';
import { Entries, Entry, StatusWord, useText, type StatusKind } from '../../ui/index.ts';
import { findingAddress, foldAlike } from './findings.ts';

const KIND = { stop: 'no', look: 'warn' } as const satisfies Record<string, StatusKind>;

interface ReadinessListProps {
  readonly caseId: string;
  readonly findings: readonly ReadinessFinding[];
}

/** What stands in the way of exporting, and what to weigh; each with a link to the step that mends it. */
export function ReadinessList({ caseId, findings }: ReadinessListProps) {
  const t = useText();
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const fields = scenario.data?.formFields ?? [];
  const weighty = (['stop', 'look'] as const).flatMap((weight) =>
    findings.filter((finding) => finding.weight === weight),
  );
  const known = findings.filter((finding) => finding.weight === 'know');
  const entry = (finding: ReadinessFinding, index: number) => {
    const address = findingAddress(finding);
    return (
      <Entry
        key={`${finding.code}-${index}`}
        lead={
          finding.weight === 'know' ? undefined : (
            <StatusWord kind={KIND[finding.weight]}>{t(`packets:weight.${finding.weight}`)}</StatusWord>
          )
        }
        title={findingText(finding, fields, t)}
        action={
          address === null ? undefined : <Link to={`/cases/${caseId}/${address}`}>{t('packets:go')}</Link>
        }
      />
    );
  };
  return (
    <>
      {weighty.length === 0 ? (
        <StatusWord kind="ok">{t('packets:readiness.clear')}</StatusWord>
      ) : (
        foldAlike(weighty).map(({ shown, folded }, part) => (
          <div key={part}>
            <Entries label={t('packets:readiness')}>{shown.map(entry)}</Entries>
            {folded.length === 0 ? null : (
              <details className="packet-files packet-folded">
                <summary>{t('packets:alike', { count: folded.length })}</summary>
                <Entries>{folded.map(entry)}</Entries>
              </details>
            )}
          </div>
        ))
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
    place:
      field !== undefined
        ? t.pick(field.label)
        : place === ''
          ? t('packets:wholeForm')
          : (t.find(`packets:place.${place}`, params) ?? place),
    limit: t.find(`packets:limit.${params['limit'] ?? ''}`) ?? '',
    title: t.pick({ zh: String(params['zh'] ?? ''), en: String(params['en'] ?? '') }),
  };
  return t.find(`packets:finding.${code}`, filled) ?? code;
}
