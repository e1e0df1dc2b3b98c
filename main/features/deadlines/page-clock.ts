import { createTranslator } from '../../../shared/i18n/index.ts';
import type { Instant } from '../../../shared/kernel/index.ts';
import { clockEndings, type CaseEvent, type ClockSpec } from '../../../shared/rulebook/index.ts';

/** The id of the clock that only the platform's page tells of. */
const PAGE_CLOCK = 'page';

/** A clock that an event starts, and when it would end by its rules; null where they give no number. */
export interface RuledClock {
  readonly spec: ClockSpec;
  readonly dueAt: Instant | null;
}

/** So much longer than by a clock's rules the page may count for it to be that clock; the other way round as well. */
const AT_MOST = 1.5;

/**
 * Which of the clocks that an event starts the page counts down. The seller's only one is that clock, whatever its rules say:
 * the page wins. Of several it is the one that ends nearest, as long as it could be that one; one whose rules give no number
 * could be any.
 *
 * @param chosen the id of the one that somebody said it is; one that the event does not start says nothing
 * @returns null where it is none of them, and counts a time of its own: no shorter rule grows longer by it
 */
export function countedByPage(
  clocks: readonly RuledClock[],
  startedAt: Instant,
  pageDeadline: Instant,
  chosen: string | null = null,
): ClockSpec | null {
  if (chosen === PAGE_CLOCK) return null;
  const own = clocks.filter(({ spec }) => spec.owner === 'mine');
  const said = own.find(({ spec }) => spec.id === chosen);
  if (said !== undefined) return said.spec;
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return only.spec;
  const onPage = pageDeadline - startedAt;
  const likely = own
    .flatMap(({ spec, dueAt }) => (dueAt === null ? [] : { spec, span: dueAt - startedAt }))
    .filter(({ span }) => onPage <= span * AT_MOST && span <= onPage * AT_MOST)
    .sort((one, other) => Math.abs(one.span - onPage) - Math.abs(other.span - onPage));
  return likely[0]?.spec ?? own.find(({ dueAt }) => dueAt === null)?.spec ?? null;
}

const [zh, en] = [createTranslator('zh-CN'), createTranslator('en')];

/** The clock of a page's countdown that no rule knows of: one of the seller's own, without a reading. */
export function pageClock(event: CaseEvent): ClockSpec {
  const which = event === 'returned' ? 'returned' : 'other';
  return {
    ...{ id: PAGE_CLOCK, owner: 'mine', awaits: null, event, onPage: true, ofLaw: false },
    title: { zh: zh(`deadlines:pageClock.${which}`), en: en(`deadlines:pageClock.${which}`) },
    says: { zh: zh('deadlines:pageClock.says'), en: en('deadlines:pageClock.says') },
    ...{ readings: [], unmeasured: [], conflictId: null, capture: null, endsOn: clockEndings },
  };
}
