import * as z from 'zod';
import { bilingual, id, instant, line, text } from '../kernel/fields.ts';
import { caseEvents } from '../rulebook/index.ts';

/** That something happened in the matter which starts a clock: when, what was written down of it, and what shows it. */
export const eventFields = z.strictObject({
  event: z.enum(caseEvents),
  happenedAt: instant,
  note: text.default(''),
  /** The page's countdown of the clock that it starts, when it was read, and the end that follows: that end wins. */
  pageWords: line.default(''),
  pageReadAt: instant.nullable().default(null),
  pageDeadline: instant.nullable().default(null),
  /** An exhibit that shows it. */
  itemId: id.nullable().default(null),
});
export type EventFields = z.infer<typeof eventFields>;

/** An event of a case as it was recorded. */
export const caseEventRecord = eventFields.extend({ id, caseId: id });
export type CaseEventRecord = z.infer<typeof caseEventRecord>;

/** What the rules of a case count from beside its filings and decisions. */
export const startingEvents = z.strictObject({
  /** Whether a clock of the seller's starts with the notice itself. */
  fromNotice: z.boolean(),
  /** The events that nothing else records, each with what starts to run by it. */
  events: z.array(
    z.strictObject({
      event: z.enum(caseEvents),
      clocks: z.array(
        z.strictObject({
          id: z.string(),
          title: bilingual,
          owner: z.enum(['mine', 'theirs', 'vanishing']),
          /** Whether no rule gives its length: only the platform's page does. */
          pageOnly: z.boolean(),
        }),
      ),
      /** Whether the page's countdown is of one of its clocks. */
      onPage: z.boolean(),
    }),
  ),
});
export type StartingEvents = z.infer<typeof startingEvents>;
