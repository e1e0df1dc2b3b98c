import * as z from 'zod';
import { ruleIdSchema, slugSchema } from './text.ts';

/** A value a fact can take: boolean, one of its options, a count, a text, or an instant (ms UTC). */
export type FactValue = boolean | string | number;

/** A figure or a list taken from the acting reading of a rule, so that it is corrected in one place. */
export interface RuleReference {
  readonly rule: string;
}

/**
 * A condition over the facts of a case type and the rules. Exactly one form: `all`, `any`, `not`, `fact` with one operator
 * of `is` (boolean), `oneOf` (choice), `atLeast` and `atMost` (count), `given` (any type: an answer exists), or `rule`
 * with `is`: whether the rule says yes. What a fact is compared with may be taken from a rule's acting reading.
 */
export interface Condition {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly fact?: string | undefined;
  readonly rule?: string | undefined;
  readonly is?: boolean | undefined;
  readonly oneOf?: readonly string[] | RuleReference | undefined;
  readonly atLeast?: number | RuleReference | undefined;
  readonly atMost?: number | RuleReference | undefined;
  readonly given?: true | undefined;
}

const conditionOperators = ['is', 'oneOf', 'atLeast', 'atMost', 'given'] as const;
const forms = ['all', 'any', 'not', 'fact', 'rule'] as const;

const reference = z.strictObject({ rule: ruleIdSchema });
const figure = z.union([z.int().min(0), reference]);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(conditionSchema).min(1).max(30).optional(),
      any: z.array(conditionSchema).min(1).max(30).optional(),
      not: conditionSchema.optional(),
      fact: slugSchema.optional(),
      rule: ruleIdSchema.optional(),
      is: z.boolean().optional(),
      oneOf: z.union([z.array(slugSchema).min(1).max(30), reference]).optional(),
      atLeast: figure.optional(),
      atMost: figure.optional(),
      given: z.literal(true).optional(),
    })
    .refine((value) => forms.filter((form) => value[form] !== undefined).length === 1, {
      error: 'a condition has exactly one of all, any, not, fact, rule',
    })
    .refine(
      (value) => {
        const used = conditionOperators.filter((operator) => value[operator] !== undefined);
        if (value.rule !== undefined) return used.length === 1 && used[0] === 'is';
        return value.fact === undefined ? used.length === 0 : used.length === 1;
      },
      { error: 'a fact is compared by exactly one of is, oneOf, atLeast, atMost, given; a rule by is' },
    ),
);
