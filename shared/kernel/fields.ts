import * as z from 'zod';

/** UUIDv7 text. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** Milliseconds since the epoch, UTC. */
export const instant = z.int().min(0);
/** `YYYY-MM-DD`, no zone: a day of the calendar. */
export const legalDate = z.iso.date();
/** IANA zone name, e.g. `Asia/Shanghai`: one whose clock is known. */
export const zone = z.string().min(1).max(64).refine(isKnownZone);
/** ISO 4217, e.g. `USD`. */
export const currency = z.string().regex(/^[A-Z]{3}$/);
/** Money in the currency's minor unit (cents, 分). */
export const minorUnits = z.int();
/** Lower-case hex SHA-256. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** One line a person typed. */
export const line = z.string().trim().max(200);
/** One line that must not be empty. */
export const requiredLine = z.string().trim().min(1).max(200);
/** Several lines a person typed. */
export const text = z.string().max(20_000);
/** Both languages of a text that comes from the rulebook. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
/** The languages of the window and of what is exported. */
export const language = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof language>;

/** An order number: text, always. Letters, digits and the dashes that platforms use. */
export const orderNumber = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/);

type PatchShape<Shape> = {
  [Key in keyof Shape]: z.ZodOptional<
    Shape[Key] extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : Extract<Shape[Key], z.ZodType>
  >;
};

/**
 * The fields of a record as a change of one: what is left out stays as it is. Zod's own `partial` would fill in the
 * defaults of a new record, and so take back what was never spoken of.
 */
export function patchOf<Shape extends z.core.$ZodLooseShape>(
  fields: z.ZodObject<Shape>,
): z.ZodObject<PatchShape<Shape>, z.core.$strict> {
  const shape = Object.fromEntries(
    Object.entries(fields.shape).map(([key, field]) => {
      const plain: unknown = field instanceof z.ZodDefault ? field.unwrap() : field;
      return [key, z.optional(plain as z.ZodType)];
    }),
  );
  return z.strictObject(shape) as unknown as z.ZodObject<PatchShape<Shape>, z.core.$strict>;
}

/** Where a list starts and how much of it: pass `nextCursor` of one page to get the next. */
export const pageRequest = {
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(500).default(100),
};

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Long work: watch it with `jobs.watch`, stop it with `jobs.cancel`. */
export const jobStarted = z.strictObject({ jobId: id });

/**
 * A file handed in: by path from the shell or the desktop, or by the id that a streamed upload answered with.
 * A browser may only use uploads.
 */
export const fileReference = z.union([
  z.strictObject({ path: z.string().min(1).max(4096) }),
  z.strictObject({ uploadId: id }),
]);
export type FileReference = z.infer<typeof fileReference>;

/** What every typed error carries: the blanks of its text, filled in by i18n in the reader's language. */
export const errorData = z.object({
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});

/** The input of a procedure that needs none. */
export const nothing = z.strictObject({});
/** The answer of a procedure whose work says it all. */
export const done = z.strictObject({ ok: z.literal(true) });

/**
 * A value made by one of our own pure engines and sent as it is: its TypeScript type is the contract, and a second
 * schema would only repeat it.
 */
export function computed<Value extends object>() {
  return z.custom<Value>((value) => typeof value === 'object' && value !== null);
}

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
