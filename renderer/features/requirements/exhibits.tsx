import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { CoverageView } from '../../../shared/rulebook/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import { CardList, useText } from '../../ui/index.ts';
import { ExhibitRow } from './exhibit-row.tsx';

interface ExhibitsProps {
  readonly caseId: string;
  readonly exhibits: readonly CaseExhibit[];
}

const exhibitId = ({ itemId }: CaseExhibit): string => itemId;

/** About how high a row with its picture is. */
const ROW_HEIGHT = 64;

/** The exhibits of a case in their order, each with what it is ticked for. */
export function Exhibits({ caseId, exhibits }: ExhibitsProps) {
  const t = useText();
  const coverage = useQuery(api.requirements.coverage.queryOptions({ input: { caseId } }));
  const arrange = useChange(client.evidence.arrange, { features: ['evidence', 'facts'] });
  const shows = useMemo(() => whatEachShows(coverage.data, t), [coverage.data, t]);
  const order = exhibits.map((exhibit) => exhibit.itemId);
  const put = (itemId: string, before: number): void => {
    const from = order.indexOf(itemId);
    const rest = order.filter((each) => each !== itemId);
    rest.splice(from < before ? before - 1 : before, 0, itemId);
    arrange.mutate({ caseId, itemIds: rest });
  };
  return (
    <CardList label={t('requirements:exhibits')} items={exhibits} itemId={exhibitId} cardHeight={ROW_HEIGHT}>
      {(exhibit, index) => (
        <ExhibitRow
          caseId={caseId}
          exhibit={exhibit}
          shows={shows.get(exhibit.itemId) ?? []}
          onUp={index === 0 ? null : () => put(exhibit.itemId, index - 1)}
          onDown={index === exhibits.length - 1 ? null : () => put(exhibit.itemId, index + 2)}
          onDropBefore={(itemId) => put(itemId, index)}
        />
      )}
    </CardList>
  );
}

/** What each exhibit is ticked for: of the case by its title, of an order with the order's number. */
function whatEachShows(
  coverage: CoverageView | undefined,
  t: Translator,
): ReadonlyMap<string, readonly string[]> {
  const shows = new Map<string, string[]>();
  const add = (itemIds: readonly string[], words: string): void => {
    for (const itemId of itemIds) shows.set(itemId, [...(shows.get(itemId) ?? []), words]);
  };
  for (const item of coverage?.items ?? []) add(item.itemIds, t.pick(item.title));
  const titles = new Map(coverage?.requirements.map(({ id, title }) => [id, t.pick(title)]));
  const ofOrders = new Map<string, { itemIds: readonly string[]; title: string; orders: string[] }>();
  for (const { orderNumber, items } of coverage?.orders ?? []) {
    for (const { state, itemIds, requirementId } of items) {
      if (state !== 'met') continue;
      for (const itemId of itemIds) {
        const key = `${itemId} ${requirementId}`;
        const known = ofOrders.get(key);
        if (known !== undefined) known.orders.push(orderNumber);
        else
          ofOrders.set(key, {
            itemIds: [itemId],
            title: titles.get(requirementId) ?? requirementId,
            orders: [orderNumber],
          });
      }
    }
  }
  for (const { itemIds, title, orders } of ofOrders.values()) {
    const [first = ''] = orders;
    add(
      itemIds,
      orders.length === 1
        ? t('requirements:exhibit.forOrder', { voucher: title, number: first })
        : t('requirements:exhibit.forOrders', { voucher: title, count: orders.length }),
    );
  }
  return shows;
}
