import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { Coverage, CoverageItem, CoverageView, Requirement } from '../../../shared/rulebook/index.ts';
import { api, client, queryClient, useAtOnce, useChange } from '../../api/index.ts';
import { ActButton, ActPlain, Loaded, Section, StatusWord, useText } from '../../ui/index.ts';
import { exhibitName } from '../facts/index.ts';
import { FalseEvidence } from '../rulebook/index.ts';
import { RequirementNotes } from './requirement-notes.tsx';
import { UnavailableForm } from './unavailable-form.tsx';

interface RequirementListProps {
  readonly caseId: string;
}

/** What the scene asks for (要交的凭证), how much of it is ready, and which exhibits show each. */
export function RequirementList({ caseId }: RequirementListProps) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const scenario = useQuery(api.cases.scene.queryOptions({ input: { caseId } }));
  const exhibits = useQuery(api.evidence.exhibits.queryOptions({ input: { caseId } }));
  const { data } = coverage;
  const asked = new Map(
    (scenario.data?.requirements ?? []).map((requirement) => [requirement.id, requirement]),
  );
  return (
    <Section
      title={t('requirements:title')}
      hint={
        data === undefined || data.total === 0
          ? undefined
          : t('requirements:coverage', { met: data.met, total: data.total })
      }
    >
      <Loaded query={coverage}>
        {(loaded) =>
          loaded.items.length === 0 ? (
            <p className="ad-hint">
              {t(
                loaded.requirements.some((requirement) => requirement.per === 'order')
                  ? 'requirements:coverage.perOrder'
                  : 'requirements:coverage.none',
              )}
            </p>
          ) : (
            <>
              {loaded.total === 0 ? null : <CoverageBar coverage={loaded} />}
              <ul className="requirement-list">
                {loaded.items.map((item) => (
                  <RequirementRow
                    key={item.requirementId}
                    caseId={caseId}
                    item={item}
                    reason={
                      loaded.unavailable.find((each) => each.requirementId === item.requirementId)?.reason ??
                      null
                    }
                    definition={asked.get(item.requirementId)}
                    exhibits={exhibitsOfCase(exhibits.data ?? [], loaded)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <FalseEvidence ladders={scenario.data?.falseEvidence ?? []} />
    </Section>
  );
}

function CoverageBar({ coverage }: { readonly coverage: Coverage }) {
  const share = coverage.met / coverage.total;
  return (
    <div className="coverage-bar" aria-hidden="true">
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  );
}

interface RequirementRowProps {
  readonly caseId: string;
  readonly item: CoverageItem;
  /** Why it cannot be had, where somebody said so. */
  readonly reason: string | null;
  readonly definition: Requirement | undefined;
  readonly exhibits: readonly CaseExhibit[];
}

function RequirementRow({ caseId, item, reason, definition, exhibits }: RequirementRowProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const features = ['requirements', 'evidence'];
  const meet = useChange(client.requirements.meet, { features });
  const { requirementId } = item;
  const [shown, show, takeBack] = useAtOnce(item, item.itemIds);
  const toggle = (itemId: string, ticked: boolean): void => {
    const itemIds = ticked ? [...shown, itemId] : shown.filter((each) => each !== itemId);
    show(itemIds);
    meet.mutate(
      { caseId, requirementId, itemIds },
      {
        onSuccess: (coverage) =>
          queryClient.setQueryData(api.requirements.coverage.queryKey({ input: { caseId } }), coverage),
        onError: takeBack,
      },
    );
  };
  return (
    <li className="requirement" data-open={open || undefined}>
      <ActPlain
        act="requirement"
        keys="q"
        label={t('requirements:title')}
        of={t.pick(item.title)}
        className="requirement-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden="true" className="requirement-chevron" />
        <span className="requirement-title">{t.pick(item.title)}</span>
        {item.met ? (
          <StatusWord kind="ok">{t('requirements:ticked', { count: item.itemIds.length })}</StatusWord>
        ) : reason !== null ? (
          <StatusWord kind="no">{t('requirements:unavailable.short')}</StatusWord>
        ) : (
          <StatusWord kind={item.level === 'required' ? 'warn' : 'open'}>
            {t(`requirements:level.${item.level}`)}
          </StatusWord>
        )}
      </ActPlain>
      {open ? (
        <div className="requirement-body">
          {exhibits.length === 0 ? (
            <p className="ad-hint">{t('requirements:tick.none')}</p>
          ) : (
            <fieldset className="requirement-ticks">
              <legend className="ad-hint">{t('requirements:tick')}</legend>
              {exhibits.map((exhibit) => (
                <Checkbox
                  key={exhibit.itemId}
                  size="xs"
                  checked={shown.includes(exhibit.itemId)}
                  label={exhibitName(exhibit, t)}
                  onChange={(event) => toggle(exhibit.itemId, event.currentTarget.checked)}
                />
              ))}
            </fieldset>
          )}
          {definition === undefined ? null : <RequirementNotes asked={definition} />}
          {reason === null ? null : <p>{t('requirements:unavailable.reason', { reason })}</p>}
          {item.met ? null : (
            <Unavailable caseId={caseId} requirementId={requirementId} exhibits={exhibits} />
          )}
        </div>
      ) : null}
    </li>
  );
}

interface UnavailableProps {
  readonly caseId: string;
  readonly requirementId: string;
  readonly exhibits: readonly CaseExhibit[];
}

function Unavailable({ caseId, requirementId, exhibits }: UnavailableProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const asks = useQuery(api.asks.list.queryOptions({ input: { caseId } }));
  const say = useChange(client.requirements.unavailable, {
    features: ['requirements'],
    onSuccess: () => setAsking(false),
  });
  if (!asking) {
    return (
      <ActButton
        act="unavailable"
        keys="x"
        variant="subtle"
        size="compact-sm"
        onClick={() => setAsking(true)}
      >
        {t('requirements:unavailable')}
      </ActButton>
    );
  }
  return (
    <UnavailableForm
      exhibits={exhibits}
      asks={(asks.data ?? []).filter(
        (ask) => ask.requirementIds.includes(requirementId) && ask.orderNumbers.length === 0,
      )}
      busy={say.isPending}
      onCancel={() => setAsking(false)}
      onSave={(said) => say.mutate({ caseId, requirementId, ...said })}
    />
  );
}

/** Exhibits that stand for an order's own voucher are not offered again for the case as a whole. */
function exhibitsOfCase(exhibits: readonly CaseExhibit[], coverage: CoverageView): readonly CaseExhibit[] {
  const ofOrders = new Set(coverage.orders.flatMap((order) => order.items.flatMap((item) => item.itemIds)));
  const ofCase = new Set(coverage.items.flatMap((item) => item.itemIds));
  return exhibits.filter(({ itemId }) => !ofOrders.has(itemId) || ofCase.has(itemId));
}
