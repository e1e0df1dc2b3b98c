import {
  groupOutlook,
  type AskBatch,
  type AskGroup,
  type Calendars,
  type GroupOutlook,
} from '../../../shared/asks/index.ts';

/** One line of whom to ask: what was not asked for yet, or what waits for an answer. */
export interface GroupRow {
  readonly key: string;
  readonly kind: 'fresh' | 'waiting';
  readonly group: AskGroup;
  /** Null where requests wait although nothing is missing any more. */
  readonly batch: AskBatch | null;
  readonly outlook: GroupOutlook;
  /** The requests that are to be looked at now. */
  readonly due: AskGroup['open'];
}

/**
 * The lines of all groups: what is to be looked at now on top, then what nobody was asked for by the last moment at which
 * asking is of use, then what waits, what no clock runs for, and one's own records. The lines of one addressee stay together.
 */
export function groupRows(groups: readonly AskGroup[], now: number, calendars?: Calendars): GroupRow[] {
  return groups
    .map((group) => rowsOf(group, now, calendars))
    .filter((rows) => rows.length > 0)
    .toSorted((left, right) => rankOf(left) - rankOf(right) || firstMoment(left) - firstMoment(right))
    .flat();
}

/** Whether it is time to look again whether a request was answered. */
export function isDue({ revisitAt }: AskGroup['open'][number], now: number): boolean {
  return revisitAt !== null && revisitAt <= now;
}

function rowsOf(group: AskGroup, now: number, calendars: Calendars | undefined): GroupRow[] {
  const { fresh, waiting, open } = group;
  const due = open.filter((each) => isDue(each, now));
  const key = JSON.stringify([group.clientId, group.addressee, group.partyName]);
  const rowOf = (kind: GroupRow['kind'], batch: AskBatch | null): GroupRow => ({
    ...{ key: `${key} ${kind}`, kind, group, batch },
    outlook: groupOutlook(group, batch?.caseIds ?? [], now, calendars),
    due: kind === 'waiting' ? due : [],
  });
  const waits = open.length > 0 ? [rowOf('waiting', waiting)] : [];
  const asks = fresh === null ? [] : [rowOf('fresh', fresh)];
  return due.length > 0 ? [...waits, ...asks] : [...asks, ...waits];
}

function rankOf(rows: readonly GroupRow[]): number {
  const [first] = rows;
  if (first === undefined || first.group.hours === null) return 4;
  if (first.due.length > 0) return 0;
  if (firstMoment(rows) === Infinity) return 3;
  return first.kind === 'fresh' ? 1 : 2;
}

function firstMoment(rows: readonly GroupRow[]): number {
  return Math.min(...rows.map(({ outlook: { first, late } }) => late[0]?.was ?? first?.at ?? Infinity));
}
