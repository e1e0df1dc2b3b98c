import * as z from 'zod';
import { computed, legalDate, nothing } from '../kernel/fields.ts';
import type {
  Conflict,
  FormField,
  PackProblem,
  PlatformInfo,
  Requirement,
  Rule,
  Scenario,
} from '../rulebook/index.ts';
import { query } from './builder.ts';

export const rulebook = {
  /** The platforms with a pack, each with its readiness and its scenarios. */
  platforms: query()
    .input(nothing)
    .output(
      z.array(
        z.strictObject({ platform: computed<PlatformInfo>(), scenarios: z.array(computed<Scenario>()) }),
      ),
    ),
  scenario: query('NOT_FOUND')
    .input(z.strictObject({ scenarioId: z.string().max(120) }))
    .output(
      z.strictObject({
        scenario: computed<Scenario>(),
        requirements: z.array(computed<Requirement>()),
        formFields: z.array(computed<FormField>()),
      }),
    ),
  /** Rules by platform, case type or words; as they held on a day, where one is given. */
  rules: query()
    .input(
      z.strictObject({
        platform: z.string().max(40).optional(),
        scenarioId: z.string().max(120).optional(),
        text: z.string().max(200).optional(),
        on: legalDate.optional(),
      }),
    )
    .output(z.array(computed<Rule>())),
  rule: query('NOT_FOUND')
    .input(z.strictObject({ ruleId: z.string().max(40) }))
    .output(computed<Rule>()),
  conflicts: query()
    .input(z.strictObject({ platform: z.string().max(40).optional() }))
    .output(z.array(computed<Conflict>())),
  /** The corrector's door: checks pack files in a folder of this computer and names line and column of every problem. */
  check: query('INVALID_FILE')
    .input(z.strictObject({ path: z.string().min(1).max(4096) }))
    .output(z.strictObject({ ok: z.boolean(), problems: z.array(computed<PackProblem>()) })),
};
