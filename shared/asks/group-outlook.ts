import type { Instant } from '../kernel/index.ts';
import { askOutlook, type AskOutlook } from './last-moment.ts';
import { workCalendars } from '../deadlines/index.ts';
import { openness, type Calendars } from './open-time.ts';
import type { AskGroup, AskingCase } from './schema.ts';

/** Asking for one case before its cut-off, at this hour. */
export interface CaseOutlook extends AskOutlook {
  readonly case: AskingCase & { readonly dueAt: Instant; readonly cutOffAt: Instant };
}

/** Asking one addressee for several cases, at this hour. */
export interface GroupOutlook {
  /** The case for which it must be asked first, of those for which it is not too late; null where there is none. */
  readonly first: CaseOutlook | null;
  /** Those for which it is too late, the one that ends first on top. */
  readonly late: readonly CaseOutlook[];
}

/**
 * Until when somebody is to be asked for cases of theirs, and for which of these it is too late. Cases without an end, and
 * those whose end is over, have no part in it; nor have one's own records, which need nobody's hours.
 */
export function groupOutlook(
  { hours, cases }: Pick<AskGroup, 'hours' | 'cases'>,
  caseIds: readonly string[],
  now: Instant,
  calendars: Calendars = workCalendars,
): GroupOutlook {
  const outlooks = cases
    .flatMap((each): CaseOutlook[] => {
      const { dueAt, cutOffAt } = each;
      if (hours === null || dueAt === null || cutOffAt === null || dueAt <= now) return [];
      if (!caseIds.includes(each.id)) return [];
      return [{ ...askOutlook(hours.hours, cutOffAt, now, calendars), case: { ...each, dueAt, cutOffAt } }];
    })
    .toSorted((left, right) => left.case.cutOffAt - right.case.cutOffAt);
  return {
    first: outlooks.find(({ tooLate }) => tooLate === null) ?? null,
    late: outlooks.filter(({ tooLate }) => tooLate !== null),
  };
}

/** Whom it is of use to turn to at this hour. */
export interface UsefulNow<Group> {
  /** What needs nobody. */
  readonly own: readonly Group[];
  /** Who is there, the one who leaves first on top; null: does not leave. */
  readonly there: readonly { readonly group: Group; readonly until: Instant | null }[];
  /** Who reads a message when they open, the first on top. */
  readonly later: readonly { readonly group: Group; readonly from: Instant }[];
}

/** What can be done right now with those who are still to be asked: oneself, who is there, and who opens when. */
export function usefulNow<Group extends Pick<AskGroup, 'hours'>>(
  groups: readonly Group[],
  now: Instant,
  calendars: Calendars = workCalendars,
): UsefulNow<Group> {
  const own: Group[] = [];
  const there: { group: Group; until: Instant | null }[] = [];
  const later: { group: Group; from: Instant }[] = [];
  for (const group of groups) {
    if (group.hours === null) {
      own.push(group);
      continue;
    }
    const { isOpen, closesAt, opensAt } = openness(group.hours.hours, now, calendars);
    if (isOpen) there.push({ group, until: closesAt });
    else if (opensAt !== null) later.push({ group, from: opensAt });
  }
  return {
    own,
    there: there.toSorted((left, right) => (left.until ?? Infinity) - (right.until ?? Infinity)),
    later: later.toSorted((left, right) => left.from - right.from),
  };
}
