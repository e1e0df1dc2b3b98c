import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { EmptyState, FileDrop, Loaded, Section, useText } from '../../ui/index.ts';
import { ExhibitRow } from './exhibit-row.tsx';
import { IntakeState } from './intake-state.tsx';
import { TextItemDialog } from './text-item-dialog.tsx';
import { useIntake } from './use-intake.ts';

/** The evidence (凭证) of a case: files dropped in, in the order of their exhibit numbers. */
export function EvidenceStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const { intake, take, cancel, clear } = useIntake(caseId);
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const busy = intake.phase === 'sending' || intake.phase === 'taking-in';
  return (
    <>
      <div className="evidence-intake">
        <FileDrop
          label={t('requirements:drop.title')}
          hint={t('requirements:drop.text')}
          busy={busy}
          onFiles={(files) => void take(files)}
        />
        <IntakeState intake={intake} onCancel={cancel} onClose={clear} />
      </div>
      <Section
        title={t('requirements:exhibits')}
        hint={(exhibits.data?.length ?? 0) > 1 ? t('requirements:exhibit.order') : undefined}
        actions={
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('requirements:text.add')}
          </Button>
        }
      >
        <Loaded query={exhibits}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t('requirements:exhibits.empty.title')}>
                {t('requirements:exhibits.empty.text')}
              </EmptyState>
            ) : (
              <Exhibits caseId={caseId} exhibits={list} />
            )
          }
        </Loaded>
      </Section>
      {adding ? <TextItemDialog caseId={caseId} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Exhibits({
  caseId,
  exhibits,
}: {
  readonly caseId: string;
  readonly exhibits: readonly CaseExhibit[];
}) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const arrange = useChange(client.evidence.arrange, { features: ['evidence', 'facts'] });
  const order = exhibits.map((exhibit) => exhibit.itemId);
  const put = (itemId: string, before: number): void => {
    const from = order.indexOf(itemId);
    const rest = order.filter((each) => each !== itemId);
    rest.splice(from < before ? before - 1 : before, 0, itemId);
    arrange.mutate({ caseId, itemIds: rest });
  };
  return (
    <ol className="exhibit-list" aria-label={t('requirements:exhibits')}>
      {exhibits.map((exhibit, index) => (
        <ExhibitRow
          key={exhibit.itemId}
          caseId={caseId}
          exhibit={exhibit}
          shows={(coverage.data?.items ?? [])
            .filter((item) => item.itemIds.includes(exhibit.itemId))
            .map((item) => t.pick(item.title))}
          onUp={index === 0 ? null : () => put(exhibit.itemId, index - 1)}
          onDown={index === exhibits.length - 1 ? null : () => put(exhibit.itemId, index + 2)}
          onDropBefore={(itemId) => put(itemId, index)}
        />
      ))}
    </ol>
  );
}
