import * as z from 'zod';
import { conditionSchema } from './condition.ts';
import { bilingualSchema, ruleIdSchema, ruleIdsSchema, slugSchema } from './text.ts';
import { dimensions, legibleFields, matchFields } from './value.ts';

/**
 * What a check does: `bar`, when it holds the matter is not worth filing · `need`, without it the matter fails ·
 * `strength`, without it the matter is weak.
 */
export const checkRoles = ['bar', 'need', 'strength'] as const;

export const checkSchema = z.strictObject({
  id: slugSchema,
  role: z.enum(checkRoles),
  when: conditionSchema,
  /** The rules it rests on. */
  rules: ruleIdsSchema.min(1),
  /** Said when the check stands against filing. */
  says: bilingualSchema,
  /** What the seller can do about it: the next act. */
  remedy: bilingualSchema,
});

/** One check of the pre-submission check. */
export type Check = z.infer<typeof checkSchema>;

export const adviceSchema = z.strictObject({
  id: slugSchema,
  /** Null: always said. */
  when: conditionSchema.nullable().default(null),
  rules: ruleIdsSchema.min(1),
  conflict: ruleIdSchema.nullable().default(null),
  /** The scene it points to, if it points to another one. */
  scene: slugSchema.nullable().default(null),
  says: bilingualSchema,
});

/** Something worth knowing that changes no verdict. */
export type Advice = z.infer<typeof adviceSchema>;

/** Who has a voucher: the person to ask for it. */
export const addressees = [
  'own-records',
  'courier',
  'warehouse',
  'factory',
  'buyer',
  'platform',
  'client',
] as const;

export const requirementSchema = z.strictObject({
  id: slugSchema,
  title: bilingualSchema,
  level: z.enum(['required', 'alternate', 'recommended']),
  /** Alternates of one group: any one of them will do. */
  group: slugSchema.nullable().default(null),
  /**
   * `stated`: a rule asks for it · `advised`: a source recommends it, without any platform having said so ·
   * `inferred`: it follows from what the rule wants shown.
   */
  basis: z.enum(['stated', 'advised', 'inferred']),
  rules: ruleIdsSchema.min(1),
  /** The rule whose acting reading lists it; it is asked for only while that reading does. */
  askedBy: ruleIdSchema.nullable().default(null),
  /** What makes it good; a line `by` a rule is said only while that rule's acting reading says yes. */
  quality: z
    .array(z.strictObject({ ...bilingualSchema.shape, by: ruleIdSchema.nullable().default(null) }))
    .default([]),
  /** What must be legible in it and agree with the order. */
  matches: z.array(z.enum(matchFields)).default([]),
  /** What must only be legible in it: a signature, a stamp, or what the order does not hold. */
  legible: z.array(z.enum(legibleFields)).default([]),
  /** The rule whose acting reading lists more of both. */
  fieldsBy: ruleIdSchema.nullable().default(null),
  /** Whether it holds a buyer's personal data. */
  personalData: z.boolean(),
  whereFound: bilingualSchema,
  /** `order`: each order needs its own · `case`: one for the whole matter. */
  per: z.enum(['case', 'order']).default('case'),
  /** The form asks for it of some orders only: the seller says of which. */
  ifAsked: z.boolean().default(false),
  askOf: z.enum(addressees).default('own-records'),
  /** Kept when goods come back, not only when they leave: who is asked for it is asked for both. */
  ofReturn: z.boolean().default(false),
  /** Words that a file of this kind is usually named by; only ever a proposal. */
  fileWords: z.array(z.string().min(1).max(40)).default([]),
});

/** One thing the scene asks to be shown. */
export type PackRequirement = z.infer<typeof requirementSchema>;
/** Who has a voucher. */
export type Addressee = (typeof addressees)[number];

export const formFieldSchema = z.strictObject({
  id: slugSchema,
  label: bilingualSchema,
  /** What fills it. */
  fills: z.enum(['scene', 'order-number', 'buyer', 'statement', 'plan', 'vouchers']),
  /** Null: unknown. */
  required: z.boolean().nullable(),
  basis: z.enum(['stated', 'inferred']),
  rules: ruleIdsSchema.min(1),
  /** Rules whose acting readings are its limits. What none of them names is unknown, never "no limit". */
  limitsBy: ruleIdsSchema.default([]),
  /** The value to choose, in the platform's words, for a field that `fills: scene`. */
  choice: z.string().min(1).nullable().default(null),
});

/** A field of the platform's form, as far as it is known. */
export type PackField = z.infer<typeof formFieldSchema>;

export const sceneSchema = z.strictObject({
  id: slugSchema,
  /** The rule whose acting reading lists the scenes the platform has; null where none does. */
  listedBy: ruleIdSchema.nullable().default(null),
  kind: z.enum(['report', 'appeal', 'dispute', 'exemption']),
  title: bilingualSchema,
  /** The platform's own words for this scene. */
  platformWords: z.array(z.string().min(1)).min(1),
  definition: bilingualSchema,
  example: bilingualSchema,
  counterExample: bilingualSchema,
  /** The rules the three texts above rest on. */
  rules: ruleIdsSchema.min(1),
  /** The dimension to be proven, or the rule whose acting reading names it; null where no source says any. */
  dimension: z.union([z.enum(dimensions), ruleIdSchema]).nullable(),
  /** What shows which dimension; the widest that holds is what is proven. */
  proves: z.array(z.strictObject({ dimension: z.enum(dimensions), when: conditionSchema })).default([]),
  /** Said when only a smaller dimension is shown. */
  provesLess: z.strictObject({ says: bilingualSchema, remedy: bilingualSchema }).nullable().default(null),
  checks: z.array(checkSchema).min(1),
  advice: z.array(adviceSchema).default([]),
  /**
   * `flagged-orders`: a notice names orders; each is sorted by what can be shown for it, and only those with every
   * voucher are contested · `none`: no orders are sorted.
   */
  notice: z.enum(['none', 'flagged-orders']).default('none'),
  /** Who begins the matter: the platform with a message of its own, as it does wherever a notice names orders, or the seller. */
  begins: z.enum(['seller', 'platform']).default('seller'),
  /** `optional` where the message may be about the shop itself and name no order, e.g. a suspended account. */
  orders: z.enum(['needed', 'optional']).default('needed'),
  /** Headings of the statement; empty means the common three. */
  structure: z.array(bilingualSchema).max(12).default([]),
  /** The rule whose acting reading gives the headings of the statement instead. */
  structureBy: ruleIdSchema.nullable().default(null),
  /** Rules that say who has to show what, in which order. */
  burden: ruleIdsSchema.default([]),
  /** The next act when nothing stands against filing. */
  ready: bilingualSchema,
  requirements: z.array(requirementSchema).default([]),
  form: z.array(formFieldSchema).default([]),
});

/** A scene as a pack writes it. */
export type PackScene = z.infer<typeof sceneSchema>;
