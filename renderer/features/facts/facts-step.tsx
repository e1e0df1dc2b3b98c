import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fact } from '../../../shared/facts/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { ActButton, EmptyState, Loaded, Section, Sheet, useText } from '../../ui/index.ts';
import { FactCard } from './fact-card.tsx';
import { FactForm } from './fact-form.tsx';

/** The facts (事实) of a case: one assertion a card, each shown by an exhibit and confirmed by a person. */
export function FactsStep({ caseId }: { readonly caseId: string }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const facts = useQuery(api.facts.list.queryOptions({ input: { caseId } }));
  const create = useChange(client.facts.create, { features: ['facts'], onSuccess: () => setAdding(false) });
  const list = facts.data ?? [];
  const confirmed = list.filter((fact) => fact.confirmedAt !== null).length;
  return (
    <Section
      title={t('facts:title')}
      hint={list.length === 0 ? undefined : t('facts:summary', { confirmed, total: list.length })}
      actions={
        adding ? undefined : (
          <ActButton
            act="add"
            keys="a"
            variant={list.length === 0 ? 'filled' : 'default'}
            onClick={() => setAdding(true)}
          >
            {t('facts:add')}
          </ActButton>
        )
      }
    >
      <p className="step-teach">{t('facts:teach')}</p>
      {adding ? (
        <Sheet>
          <FactForm
            busy={create.isPending}
            onCancel={() => setAdding(false)}
            onSave={(fields) => create.mutate({ caseId, ...fields })}
          />
        </Sheet>
      ) : null}
      <Loaded query={facts}>
        {(loaded) =>
          loaded.length === 0 && !adding ? (
            <EmptyState title={t('facts:empty.title')}>{t('facts:empty.text')}</EmptyState>
          ) : (
            <FactCards caseId={caseId} facts={loaded} />
          )
        }
      </Loaded>
    </Section>
  );
}

function FactCards({ caseId, facts }: { readonly caseId: string; readonly facts: readonly Fact[] }) {
  const t = useText();
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const operators = useQuery(api.operators.list.queryOptions({ input: {} }));
  const arrange = useChange(client.facts.arrange, { features: ['facts'] });
  const names = new Map((operators.data ?? []).map((operator) => [operator.id, operator.name]));
  const move = (index: number, by: number) => (): void => {
    const factIds = facts.map((fact) => fact.id);
    factIds.splice(index + by, 0, ...factIds.splice(index, 1));
    arrange.mutate({ caseId, factIds });
  };
  return (
    <ol className="fact-cards" aria-label={t('facts:title')}>
      {facts.map((fact, index) => (
        <FactCard
          key={fact.id}
          fact={fact}
          number={index + 1}
          exhibits={exhibits.data ?? []}
          operatorNames={names}
          onUp={index === 0 ? null : move(index, -1)}
          onDown={index === facts.length - 1 ? null : move(index, 1)}
        />
      ))}
    </ol>
  );
}
