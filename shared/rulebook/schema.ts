import * as z from 'zod';
import { bilingual, legalDate } from '../kernel/fields.ts';
import { dimensions, readingValueSchema, ruleInstants } from './format/rule.ts';
import { factSchema } from './format/fact.ts';
import { sourceSchema } from './format/pack.ts';
import { adviceSchema, requirementSchema } from './format/scene.ts';

/** What the contract sends of the rulebook. Shapes equal the types of `types.ts`; a test holds them together. */
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const ids = list(z.string());
const quote = z.strictObject({ text: z.string(), language: z.enum(['zh', 'en']) }).nullable();
const confidence = z.enum(['H', 'M', 'L']);
const factValue = z.union([z.boolean(), z.string(), z.number()]);

/** A reading (说法) with its source beside it. */
const readingView = z.strictObject({
  id: z.string(),
  ruleId: z.string(),
  value: readingValueSchema,
  quote,
  source: sourceSchema,
  locator: z.string().nullable(),
  date: z.string().nullable(),
  confidence,
  lastVerified: legalDate,
  secondHand: z.boolean(),
});

/** A rule (规则) with all its readings. */
export const ruleView = z.strictObject({
  id: z.string(),
  platformId: z.string(),
  caseTypeId: z.string(),
  scenarios: ids,
  title: bilingual,
  instant: z.enum(ruleInstants),
  effective: z.strictObject({ from: legalDate.nullable(), to: legalDate.nullable() }),
  readings: list(readingView),
  chosen: readingView,
  why: bilingual.nullable(),
  restates: ids,
  conflicts: ids,
});

/** Sources that differ (说法不一), strictest first. */
export const conflictView = z.strictObject({
  id: z.string(),
  platformId: z.string(),
  title: bilingual,
  positions: list(readingView),
  acts: z.strictObject({
    verdict: z.string().nullable(),
    attempt: z.string().nullable(),
    clock: z.string().nullable(),
  }),
  why: bilingual,
});

/** A scene with everything the screens show of it. */
export const scenarioView = z.strictObject({
  id: z.string(),
  platformId: z.string(),
  caseTypeId: z.string(),
  sceneId: z.string(),
  kind: z.enum(['report', 'appeal', 'dispute', 'exemption']),
  title: bilingual,
  platformWords: list(z.string()),
  definition: bilingual,
  example: bilingual,
  counterExample: bilingual,
  ruleIds: ids,
  dimension: z.enum(dimensions),
  facts: list(factSchema),
  entry: z
    .strictObject({
      path: list(z.string()),
      button: z.string().nullable(),
      ruleIds: ids,
      date: z.string().nullable(),
      ifMissing: bilingual,
    })
    .nullable(),
  resultWords: list(z.strictObject({ decision: z.string(), words: list(z.string()) })),
});

/** A platform with its readiness and its scenarios. */
export const platformView = z.strictObject({
  id: z.string(),
  name: bilingual,
  version: z.string(),
  zone: z.string(),
  exportZones: list(z.string()),
  currency: z.string(),
  calendar: z.string(),
  orderNumber: z.strictObject({ pattern: z.string(), says: bilingual }),
  readiness: z.strictObject({
    level: z.enum(['official', 'partial', 'second-hand', 'unverified']),
    says: bilingual,
  }),
  scenarios: list(scenarioView),
});

/** A rule as cited in a verdict. */
const verdictRuleView = z.strictObject({
  ruleId: z.string(),
  title: bilingual,
  readingId: z.string(),
  quote,
  source: sourceSchema,
  date: z.string().nullable(),
  confidence,
  lastVerified: legalDate,
  secondHand: z.boolean(),
  chosenByInstant: z.enum(ruleInstants),
  inForce: z.boolean(),
  conflicts: ids,
  effect: z.enum(['bar', 'need', 'strength', 'dimension', 'definition']),
  outcome: z.enum(['passed', 'failed', 'open']),
});

/** The pre-submission check (提交前评估). */
export const verdictView = z.strictObject({
  scenarioId: z.string(),
  word: z.enum(['eligible', 'weak', 'not-eligible', 'fact-missing']),
  nextAct: z.strictObject({
    key: z.enum(['answer-question', 'strengthen', 'do-not-file', 'prepare-material', 'look-up-rule']),
    text: bilingual,
    factId: z.string().nullable(),
    checkId: z.string().nullable(),
  }),
  rules: list(verdictRuleView),
  why: list(
    z.strictObject({
      checkId: z.string(),
      effect: z.enum(['bar', 'need', 'strength', 'dimension']),
      outcome: z.enum(['failed', 'open']),
      says: bilingual,
      remedy: bilingual,
      changedBy: list(
        z.strictObject({
          factId: z.string(),
          question: bilingual,
          needs: factValue.nullable(),
          alone: z.boolean(),
        }),
      ),
      ruleIds: ids,
    }),
  ),
  questions: list(factSchema),
  dimension: z.strictObject({ needed: z.enum(dimensions), proven: z.enum(dimensions).nullable() }),
  advice: list(adviceSchema),
});

/** 备齐 3/4. */
export const coverageView = z.strictObject({
  met: z.int().min(0),
  total: z.int().min(0),
  missing: list(requirementSchema),
  items: list(
    z.strictObject({
      requirementId: z.string(),
      title: bilingual,
      level: z.enum(['required', 'alternate', 'recommended']),
      group: z.string().nullable(),
      met: z.boolean(),
      itemIds: ids,
    }),
  ),
});
