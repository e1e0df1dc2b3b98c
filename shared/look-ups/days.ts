import { countDates, dayAfter } from '../deadlines/index.ts';
import { dateIn, type Instant, type LegalDate } from '../kernel/index.ts';

/** What says on which days something has to be looked for. */
export interface DueLook {
  /** When the next look is due; null where nobody looks. */
  readonly dueAt: Instant | null;
  readonly everyDays: number;
}

/**
 * What has to be looked for on which day, from one day to another (both included): what is late stands on today, and what comes
 * after it every so many days, as if each look were made on its day. Days before today have nothing: what was due on them is due
 * now.
 *
 * @param zone the person's: the days are theirs
 */
export function looksByDay<Look extends DueLook>(
  looks: readonly Look[],
  { now, first, last, zone }: { now: Instant; first: LegalDate; last: LegalDate; zone: string },
): ReadonlyMap<LegalDate, readonly Look[]> {
  const today = dateIn(now, zone);
  const from = first < today ? today : first;
  const before = countDates(today, from) - 1;
  const byDay = Array.from({ length: Math.max(0, countDates(from, last)) }, (): Look[] => []);
  for (const look of looks) {
    if (look.dueAt === null) continue;
    const lead = Math.max(0, countDates(today, dateIn(look.dueAt, zone)) - 1);
    for (let offset = lead - before; offset < byDay.length; offset += look.everyDays)
      byDay[offset]?.push(look);
  }
  return new Map(
    byDay.flatMap((due, offset) => (due.length === 0 ? [] : [[dayAfter(from, offset), due] as const])),
  );
}
