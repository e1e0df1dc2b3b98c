import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { OF_THE_MATTER, type Attempt } from '../../../shared/attempts/index.ts';
import type { CaseOrder, CaseRecord } from '../../../shared/cases/index.ts';
import type { Scenario } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import {
  type RowAct,
  ActButton,
  DataTable,
  EmptyState,
  Loaded,
  Section,
  Sheet,
  useNow,
  useText,
  useZone,
  type DataColumn,
} from '../../ui/index.ts';
import {
  ChanceState,
  forNextFiling,
  PriorAttemptDialog,
  SettleDialog,
  strongestOf,
  useSeveralChances,
} from '../attempts/index.ts';
import { usePlatforms } from '../clients/index.ts';
import { OrderBoard } from '../order-classes/index.ts';
import { ShipOrHold } from '../shipping/index.ts';
import { DuplicateNotes } from './duplicate-notes.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { MatterNumber, numberedBySeller } from './matter-number.tsx';
import { OrderPicker, TypedOrders, type PickedOrders } from './order-picker.tsx';

interface OrdersStepProps {
  readonly record: CaseRecord;
  readonly scenario: Scenario;
}

/** Stages in which what was handed over stays as it was. */
const CLOSED: ReadonlySet<CaseRecord['stage']> = new Set(['submitted', 'decided', 'closed']);

/** The orders of the case, the chance of each or the class of each, and attempts made before or elsewhere. */
export function OrdersStep({ record, scenario }: OrdersStepProps) {
  const t = useText();
  const { needsOrders } = scenario;
  // The orders are those a notice names, each to be sorted by what can be shown for it.
  const byNotice = scenario.notice === 'flagged-orders';
  const [asked, setAsked] = useSearchParams();
  const { id: caseId } = record;
  const numbered = numberedBySeller(scenario);
  const orders = useQuery(api.cases.orders.queryOptions({ input: { caseId } }));
  const attempts = useQuery(api.attempts.list.queryOptions({ input: { caseId } }));
  const [adding, setAdding] = useState(false);
  const prior = asked.get('prior') === 'enter';
  const setPrior = (open: boolean): void => setAsked(open ? { prior: 'enter' } : {}, { replace: true });
  const [settling, setSettling] = useState<Attempt | null>(null);
  const setOrders = useChange(client.cases.setOrders, { features: ['cases', 'attempts'] });
  const numbers = (orders.data ?? []).map((order) => order.orderNumber);
  const locked = byNotice && CLOSED.has(record.stage);
  const mayEnterPrior = numbers.length > 0 || !needsOrders;
  // Those of another item, dispute or violation are no chances of this case, whatever order they name.
  const counted = forNextFiling(
    (attempts.data ?? []).filter(({ otherMatter }) => !otherMatter),
    useSeveralChances(caseId),
  );
  const ofMatter = counted.filter(({ orderNumber }) => orderNumber === OF_THE_MATTER);
  const unknown = ofMatter.find(({ state }) => state === 'unknown');
  const remove = (number: string): void =>
    setOrders.mutate({ caseId, orderNumbers: numbers.filter((each) => each !== number) });
  return (
    <>
      <Section
        title={t('cases:orders.title')}
        actions={
          <>
            {!mayEnterPrior ? null : (
              <ActButton act="prior" keys="p" variant="subtle" onClick={() => setPrior(true)}>
                {t('attempts:prior.open')}
              </ActButton>
            )}
            {adding || locked ? null : (
              <ActButton
                act="add"
                keys="a"
                variant={needsOrders && numbers.length === 0 ? 'filled' : 'default'}
                onClick={() => setAdding(true)}
              >
                {t('cases:orders.add')}
              </ActButton>
            )}
          </>
        }
      >
        {adding ? (
          <AddOrders
            record={record}
            byNotice={byNotice}
            present={numbers}
            busy={setOrders.isPending}
            onCancel={() => setAdding(false)}
            onAdd={(added) =>
              setOrders.mutate(
                { caseId, orderNumbers: [...new Set([...numbers, ...added])] },
                { onSuccess: () => setAdding(false) },
              )
            }
          />
        ) : null}
        <Loaded query={orders}>
          {(list) =>
            list.length === 0 ? (
              adding ? null : (
                <EmptyState
                  title={t(
                    byNotice
                      ? 'orderClasses:empty'
                      : needsOrders
                        ? 'cases:orders.empty.title'
                        : 'cases:orders.none.title',
                  )}
                >
                  {t(
                    byNotice
                      ? 'orderClasses:empty.text'
                      : needsOrders
                        ? 'cases:orders.empty.text'
                        : 'cases:orders.none.text',
                  )}
                </EmptyState>
              )
            ) : byNotice ? (
              <OrderBoard
                caseId={caseId}
                orders={list}
                attempts={counted}
                locked={locked}
                onSettle={setSettling}
                onRemove={remove}
              />
            ) : (
              <OrderTable orders={list} attempts={counted} onSettle={setSettling} onRemove={remove} />
            )
          }
        </Loaded>
        {unknown === undefined ? null : (
          <p className="order-chance">
            {t('attempts:column')} <ChanceState state="unknown" />
            <ActButton act="settle" keys="s" variant="subtle" onClick={() => setSettling(unknown)}>
              {t('attempts:settle.open')}
            </ActButton>
          </p>
        )}
        {numbered === null ? null : <MatterNumber key={caseId} record={record} of={numbered} />}
        {prior && mayEnterPrior ? (
          <PriorAttemptDialog
            caseId={caseId}
            storeId={record.storeId}
            scenarioId={record.scenarioId}
            orderNumbers={numbers}
            onClose={() => setPrior(false)}
          />
        ) : null}
        {settling === null ? null : (
          <SettleDialog attempt={settling} caseId={caseId} onClose={() => setSettling(null)} />
        )}
      </Section>
      <ShipOrHold caseId={caseId} />
    </>
  );
}

interface AddOrdersProps {
  readonly record: CaseRecord;
  readonly byNotice: boolean;
  readonly present: readonly string[];
  readonly busy: boolean;
  readonly onAdd: (orderNumbers: readonly string[]) => void;
  readonly onCancel: () => void;
}

function AddOrders({ record, byNotice, present, busy, onAdd, onCancel }: AddOrdersProps) {
  const t = useText();
  const { storeId, scenarioId, id: exceptCaseId } = record;
  const [picked, setPicked] = useState<PickedOrders>({ buyerName: record.buyerName, orderNumbers: [] });
  const pack = usePlatforms()?.find(({ platform }) => platform.id === record.platform);
  const scenes: readonly Scenario[] = pack?.scenarios ?? [];
  const scenario = scenes.find((scene) => scene.id === scenarioId);
  const added = picked.orderNumbers.filter((number) => !present.includes(number));
  const { findings, accepted, setAccepted, inTheWay } = useDuplicates({
    storeId,
    scenarioId,
    orderNumbers: added,
    exceptCaseId,
  });
  return (
    <div className="add-orders">
      <Sheet>
        {byNotice ? (
          <div className="form-stack">
            <TypedOrders
              platform={pack?.platform ?? null}
              picked={picked}
              onChange={setPicked}
              ofOneBuyer={false}
            />
          </div>
        ) : (
          <OrderPicker
            storeId={storeId}
            platform={pack?.platform ?? null}
            picked={picked}
            onChange={setPicked}
          />
        )}
        {scenario === undefined ? null : (
          <DuplicateNotes
            caseId={exceptCaseId}
            storeId={storeId}
            findings={findings}
            scenario={scenario}
            scenes={scenes}
            accepted={accepted}
            onAccept={setAccepted}
            onDrop={(numbers) =>
              setPicked({
                ...picked,
                orderNumbers: picked.orderNumbers.filter((each) => !numbers.includes(each)),
              })
            }
          />
        )}
        <div className="form-acts step-acts">
          <ActButton
            act="save"
            keys="mod+enter"
            whileTyping
            disabled={added.length === 0 || inTheWay}
            loading={busy}
            onClick={() => onAdd(added)}
          >
            {t('cases:orders.save')}
          </ActButton>
          <ActButton act="cancel" keys="escape" variant="subtle" onClick={onCancel}>
            {t('cases:orders.cancel')}
          </ActButton>
        </div>
      </Sheet>
    </div>
  );
}

interface OrderTableProps {
  readonly orders: readonly CaseOrder[];
  readonly attempts: readonly Attempt[];
  readonly onSettle: (attempt: Attempt) => void;
  readonly onRemove: (orderNumber: string) => void;
}

function OrderTable({ orders, attempts, onSettle, onRemove }: OrderTableProps) {
  const t = useText();
  const zone = useZone();
  const now = useNow();
  const unknownOf = (number: string): Attempt | undefined =>
    attempts.find(({ orderNumber, state }) => orderNumber === number && state === 'unknown');
  const columns = useMemo((): readonly DataColumn<CaseOrder>[] => {
    return [
      {
        id: 'number',
        header: t('cases:orders.number'),
        width: 'minmax(165px, 1.3fr)',
        cell: (row) => row.orderNumber,
      },
      {
        id: 'ordered',
        header: t('cases:orders.ordered'),
        width: '112px',
        cell: (row) =>
          row.orderId === null
            ? t('cases:orders.notImported')
            : row.orderedAt === null
              ? ''
              : t.format.instant(row.orderedAt, zone, now),
      },
      {
        id: 'paid',
        header: t('cases:orders.paid'),
        width: '112px',
        cell: (row) =>
          row.orderId === null
            ? ''
            : row.paidAt === null
              ? t('cases:orders.unpaid')
              : t.format.instant(row.paidAt, zone, now),
      },
      {
        id: 'amount',
        header: t('cases:orders.amount'),
        width: '100px',
        align: 'end',
        cell: (row) =>
          row.totalMinor === null || row.currency === null
            ? ''
            : t.format.money(row.totalMinor, row.currency),
      },
      {
        id: 'chance',
        header: t('attempts:column'),
        width: 'minmax(150px, 1fr)',
        cell: (row) => {
          const attempt = strongestOf(attempts, row.orderNumber);
          if (attempt === undefined) return '';
          return (
            <span className="order-chance">
              <ChanceState state={attempt.state} />
              {attempt.state === 'unknown' ? (
                <Button variant="subtle" size="compact-xs" onClick={() => onSettle(attempt)}>
                  {t('attempts:settle.open')}
                </Button>
              ) : null}
            </span>
          );
        },
      },
      {
        id: 'remove',
        header: t('cases:orders.remove'),
        width: '62px',
        cell: (row) => (
          <ActionIcon
            size="sm"
            aria-label={`${t('cases:orders.remove')} · ${row.orderNumber}`}
            onClick={() => onRemove(row.orderNumber)}
          >
            <X size={14} aria-hidden="true" />
          </ActionIcon>
        ),
      },
    ];
  }, [t, zone, now, attempts, onSettle, onRemove]);
  const rowActs: readonly RowAct<CaseOrder>[] = [
    {
      id: 'settle',
      label: t('attempts:settle.open'),
      keys: 's',
      offered: ({ orderNumber }) => unknownOf(orderNumber) !== undefined,
      run: ({ orderNumber }) => {
        const attempt = unknownOf(orderNumber);
        if (attempt !== undefined) onSettle(attempt);
      },
    },
    {
      id: 'remove',
      label: t('cases:orders.remove'),
      keys: 'delete',
      run: ({ orderNumber }) => onRemove(orderNumber),
    },
  ];
  return (
    <DataTable
      label={t('cases:orders.title')}
      rowActs={rowActs}
      rows={orders}
      columns={columns}
      rowId={(row) => row.orderNumber}
      maxHeight={520}
    />
  );
}
