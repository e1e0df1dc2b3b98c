import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { endDayIn, type LegalDate } from '../../../shared/kernel/index.ts';
import { looksByDay, type LookUpRow } from '../../../shared/look-ups/index.ts';
import type { WaitingOrder } from '../../../shared/shipping/index.ts';
import { api } from '../../api/index.ts';
import { useNow, useZone } from '../../ui/index.ts';

/** What has to be done on a day that is of no one clock: back offices to look into, orders to decide on before they are due. */
export interface DayRounds {
  readonly looks: readonly LookUpRow[];
  readonly orders: readonly WaitingOrder[];
}

/** In how many shops something has to be looked for. */
export const countShops = ({ looks }: DayRounds): number => new Set(looks.map(({ storeId }) => storeId)).size;

/** The rounds on the days of a page. */
export function useDayRounds(
  dates: readonly LegalDate[],
  enabled: boolean,
): ReadonlyMap<LegalDate, DayRounds> {
  const zone = useZone();
  const now = useNow();
  const looks = useQuery(api.lookUps.list.queryOptions({ input: {}, enabled })).data;
  const waiting = useQuery(api.shipping.waiting.queryOptions({ input: {}, enabled })).data;
  return useMemo(() => {
    const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
    const looked = looksByDay(looks ?? [], { now, first, last, zone });
    const undecided = (waiting ?? []).filter(({ decided }) => decided === null);
    const shipped = Map.groupBy(undecided, ({ shipBy }) =>
      shipBy === null ? null : endDayIn(shipBy, zone).date,
    );
    return new Map(
      dates
        .map((date) => [date, { looks: looked.get(date) ?? [], orders: shipped.get(date) ?? [] }] as const)
        .filter(([, { looks: due, orders }]) => due.length + orders.length > 0),
    );
  }, [dates, looks, waiting, now, zone]);
}
