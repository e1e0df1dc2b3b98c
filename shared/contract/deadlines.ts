import * as z from 'zod';
import {
  calendarDay,
  calendarRecord,
  changesPart,
  clockChanges,
  clockEnd,
  clockPlan,
  clockRecord,
  countDates,
  daySpan,
  MOST_CHANGES,
  MOST_ENDS,
  readYear,
  type ComputedClock,
} from '../deadlines/index.ts';
import {
  bilingual,
  computed,
  done,
  fileReference,
  id,
  instant,
  legalDate,
  pageOf,
  pageRequest,
  requiredLine,
} from '../kernel/fields.ts';
import { caseEvents } from '../rulebook/index.ts';
import { OUTCOMES } from '../submissions/index.ts';
import { act, change, query } from './builder.ts';

/** So many days may be asked about at once; a page of the calendar has 42. */
const MOST_DAYS = 62;

/** A running clock as far as is said of it where something may end it. */
const endingClock = clockRecord.pick({ id: true, title: true, owner: true, dueAt: true });

export const deadlines = {
  /** Running clocks by what is due first; of one case, or of all. */
  list: query()
    .input(z.strictObject({ caseId: id.optional(), stopped: z.boolean().default(false), ...pageRequest }))
    .output(pageOf(clockRecord)),
  /**
   * How a clock reminds from now on; null: as usual. NOT_FOUND for a clock that is not there; BAD_REQUEST `no-plan` for the
   * platform's own, which only says when to look and when to chase.
   */
  setPlan: change('NOT_FOUND')
    .input(z.strictObject({ clockId: id, plan: clockPlan.nullable() }))
    .output(clockRecord),
  /**
   * Ends a clock that nobody waits for any more, e.g. a second appeal that nobody means to file. CONFLICT `stopped-already`;
   * BAD_REQUEST `given-up-elsewhere` for what vanishes, which is saved or given up by its own act.
   */
  stop: change('NOT_FOUND', 'CONFLICT', 'BAD_REQUEST')
    .input(z.strictObject({ clockId: id, reason: requiredLine }))
    .output(clockRecord),
  /**
   * The calendars that working days are counted by, each with the last day that a published notice covers, or with the
   * library it is taken from and the last day that covers.
   */
  calendars: query().input(z.strictObject({})).output(z.array(calendarRecord)),
  /**
   * Shows what a year of a calendar in a file (docs/rulebook.md) would change; nothing is changed. INVALID_FILE, with a
   * reason: `not-json`, `no-calendar-year`, `unknown-calendar`, `no-notices`, `older-year`, `gap-in-years`, `known-year`.
   */
  readYear: act('INVALID_FILE')
    .input(changesPart.extend({ file: fileReference }))
    .output(readYear),
  /**
   * Brings a year into its calendar: everything counted from now on goes by it, and the clocks that run are set by it as part
   * of the same act, as `readYear` showed them.
   *
   * @param sha256 of the file as it was shown
   */
  addYear: change('INVALID_FILE', 'FILE_CHANGED')
    .input(z.strictObject({ file: fileReference, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(done),
  /** Goes back to what the program knew of a year. Clocks that run keep their ends until `recalculate`. */
  removeYear: change('NOT_FOUND')
    .input(z.strictObject({ calendar: z.string().max(40), year: z.int() }))
    .output(done),
  /**
   * What to write to the platform whose promise is over; null for another clock, and as long as the longest reading of it has
   * not ended. It names what was filed and since when it waits, and claims a promise only where one source is not second-hand.
   */
  chase: query('NOT_FOUND')
    .input(z.strictObject({ clockId: id }))
    .output(bilingual.nullable()),
  /**
   * The running clocks that the rules and calendars of today would set otherwise than they stand, but for those that
   * `recalculate` was asked to leave. Each is computed by the rules its case stands on.
   */
  changes: query().input(changesPart).output(clockChanges),
  /**
   * Sets clocks by the rules and calendars of today, as one act: those named, or with null all that nobody left before. What is
   * not named is left as it stands, and is not asked about again until the rules or calendars are others.
   */
  recalculate: change()
    .input(z.strictObject({ clockIds: z.array(id).max(MOST_CHANGES).nullable() }))
    .output(z.strictObject({ changed: z.int().min(0) })),
  /**
   * What a calendar says of each day from one to another, both included, at most 62: worked or not, why, and whether a
   * published notice says so, a library, or nobody yet. NOT_FOUND for a calendar that is not there.
   */
  days: query('NOT_FOUND')
    .input(
      z
        .strictObject({ calendar: z.string().min(1).max(40), from: legalDate, to: legalDate })
        .refine(({ from, to }) => {
          const days = countDates(from, to);
          return days >= 1 && days <= MOST_DAYS;
        }, `from one day to another, at most ${MOST_DAYS}`),
    )
    .output(z.array(calendarDay)),
  /**
   * Running clocks of cases that are not archived whose end, or of the platform's promise whose first look, lies between two
   * instants (ms UTC, `from` included, `to` not); one's own first, then by what is to be looked at first.
   */
  between: query()
    .input(
      z
        .strictObject({ from: instant, to: instant })
        .refine(({ from, to }) => from <= to, 'from lies after to'),
    )
    .output(
      z.strictObject({
        items: z.array(clockEnd).max(MOST_ENDS),
        /** How many more there are than `items` holds. */
        left: z.int().min(0),
        /** How many of one's own still run although they had ended before `from`; of a span to come, before now. */
        lateBefore: z.int().min(0),
      }),
    ),
  /**
   * Counts from a day on, for anybody who wants to know: the end, with every day on the way. NOT_FOUND for a calendar that
   * is not there.
   */
  calculate: query('NOT_FOUND').input(daySpan).output(computed<ComputedClock>()),
  /**
   * The clocks that an event of a case would start at an instant; nothing is started. `at`: ms UTC. `dueAt` is null where the
   * sources give no number.
   */
  whatIf: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, event: z.enum(caseEvents), at: instant }))
    .output(
      z.array(
        z.strictObject({
          specId: z.string(),
          title: bilingual,
          owner: z.enum(['mine', 'theirs', 'vanishing']),
          /** Why it would be then. */
          computed: computed<ComputedClock>(),
          lookAt: instant,
          dueAt: instant,
        }),
      ),
    ),
  /**
   * What of the running clocks of a case a filing, or what came of it, would end, and what would go on; nothing is ended.
   * What vanishes is in neither list: it goes on.
   */
  whatEnds: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id, by: z.enum(['submitted', ...OUTCOMES]) }))
    .output(z.strictObject({ ends: z.array(endingClock), goesOn: z.array(endingClock) })),
};
