import * as z from 'zod';
import { bilingual, computed, id, instant } from '../kernel/fields.ts';
import type { ComputedClock } from './clock-types.ts';

/** A running clock of a case (倒计时), as it was computed when its event happened. */
export const clockRecord = z.strictObject({
  id,
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  storeAlias: z.string(),
  specId: z.string(),
  /** Ours to keep, the platform's promise, or something that can no longer be looked up after it. */
  owner: z.enum(['mine', 'theirs', 'vanishing']),
  title: bilingual,
  says: bilingual,
  startedAt: instant,
  /** When to look first: the shortest reading for the platform's promise, else the end itself. */
  lookAt: instant,
  /** The end; for the platform's promise the longest reading, before which chasing is not fair. */
  dueAt: instant,
  /** All readings with their day-by-day explanation. */
  computed: computed<ComputedClock>(),
  /** Where each reading comes from, in the order of `computed.readings`. */
  sources: z.array(
    z.strictObject({
      ruleId: z.string(),
      readingId: z.string(),
      quote: z.string(),
      sourceTitle: bilingual,
      date: z.string().nullable(),
      confidence: z.enum(['H', 'M', 'L']),
      secondHand: z.boolean(),
    }),
  ),
  stoppedAt: instant.nullable(),
});
export type ClockRecord = z.infer<typeof clockRecord>;
