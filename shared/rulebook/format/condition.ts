import * as z from 'zod';
import { slugSchema } from './text.ts';

/** A value a fact can take: boolean, one of its options, a count, a text, or an instant (ms UTC). */
export type FactValue = boolean | string | number;

/**
 * A condition over the facts of a case type. Exactly one form: `all`, `any`, `not`, or `fact` with one operator of
 * `is` (boolean), `oneOf` (choice), `atLeast` and `atMost` (count), `given` (any type: an answer exists).
 */
export interface Condition {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly fact?: string | undefined;
  readonly is?: boolean | undefined;
  readonly oneOf?: readonly string[] | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly given?: true | undefined;
}

const conditionOperators = ['is', 'oneOf', 'atLeast', 'atMost', 'given'] as const;
const forms = ['all', 'any', 'not', 'fact'] as const;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(conditionSchema).min(1).max(30).optional(),
      any: z.array(conditionSchema).min(1).max(30).optional(),
      not: conditionSchema.optional(),
      fact: slugSchema.optional(),
      is: z.boolean().optional(),
      oneOf: z.array(slugSchema).min(1).max(30).optional(),
      atLeast: z.int().min(0).optional(),
      atMost: z.int().min(0).optional(),
      given: z.literal(true).optional(),
    })
    .refine((value) => forms.filter((form) => value[form] !== undefined).length === 1, {
      error: 'a condition has exactly one of all, any, not, fact',
    })
    .refine(
      (value) => {
        const used = conditionOperators.filter((operator) => value[operator] !== undefined).length;
        return value.fact === undefined ? used === 0 : used === 1;
      },
      { error: 'a fact is compared by exactly one of is, oneOf, atLeast, atMost, given' },
    ),
);
