import * as z from 'zod';
import { addressee, askState } from '../asks/index.ts';
import { clockRecord, type Doubt } from '../deadlines/index.ts';
import { bilingual, computed, id, instant, language, line, sha256 } from '../kernel/fields.ts';

/** No shift is longer: a page of more than a month is read by nobody. */
const LONGEST_MS = 31 * 24 * 3_600_000;
/** So many lines a part of the page has; of the others it is said how many there are. */
export const MOST_LINES = 100;

/** What a page is asked for: of which span, until when the next shift lasts, and whose work. */
export const handoverSpan = z.strictObject({
  /** ms UTC. */
  from: instant,
  /** ms UTC; null, or an instant still to come, means this moment. */
  until: instant.nullable().default(null),
  /** ms UTC: when the next shift ends. */
  nextUntil: instant,
  /** Whose work: what this person did, and the cases that are theirs or that they did something in. Null: everybody's. */
  operatorId: id.nullable().default(null),
});
export type HandoverSpan = z.infer<typeof handoverSpan>;

/** Whether a span is one that a shift can have. @param until its end, where that is this moment */
export function isShift(
  { from, nextUntil }: Pick<HandoverSpan, 'from' | 'nextUntil'>,
  until: number,
): boolean {
  return from <= until && until - from <= LONGEST_MS && nextUntil > until && nextUntil - until <= LONGEST_MS;
}

/** How a line names its case. The title may be a person's name: it stands on the screen, and nowhere else. */
const ofCase = {
  caseId: id,
  caseNumber: z.string(),
  caseTitle: z.string(),
  storeAlias: z.string(),
};

/** Something that ends, or is to be looked at, before the next shift is over. */
export const handoverDue = z.strictObject({
  ...ofCase,
  clockId: id,
  owner: clockRecord.shape.owner,
  title: bilingual,
  lookAt: instant,
  dueAt: instant,
  /** Why that end is not certain; absent where it is. */
  doubt: computed<Doubt>().optional(),
});
export type HandoverDue = z.infer<typeof handoverDue>;

/** What was done how often. `of`: the act that was taken back, or done again. */
export const handoverAct = z.strictObject({
  act: z.string(),
  of: z.string().nullable(),
  count: z.int().min(1),
});
export type HandoverAct = z.infer<typeof handoverAct>;

/** What was done in one case. */
export const handoverChange = z.strictObject({
  ...ofCase,
  /** What weighs most first. */
  acts: z.array(handoverAct),
  /** How many acts of other kinds there were. */
  others: z.int().min(0),
  lastAt: instant,
});
export type HandoverChange = z.infer<typeof handoverChange>;

/** A request (催资料) that waits for its answer, or went out in the span. */
export const handoverAsk = z.strictObject({
  ...ofCase,
  askId: id,
  addressee,
  /** Empty for a buyer: no buyer's name leaves the case. */
  addresseeName: z.string(),
  what: z.array(bilingual),
  orders: z.int().min(0),
  channel: z.string(),
  askedAt: instant,
  state: askState,
});
export type HandoverAsk = z.infer<typeof handoverAsk>;

/** The chances that one draft holds. */
export const handoverHeld = z.strictObject({
  ...ofCase,
  scene: bilingual,
  /** 0: the one of a matter that names no order. */
  orders: z.int().min(0),
});
export type HandoverHeld = z.infer<typeof handoverHeld>;

/** Chances that were used up, or found to be, in the span. Those entered for no case have a store alone. */
export const handoverSpent = handoverHeld.extend({
  caseId: id.nullable(),
  caseNumber: z.string(),
  /** Filed by somebody else, or before AppealDesk. */
  elsewhere: z.boolean(),
});
export type HandoverSpent = z.infer<typeof handoverSpent>;

const partOf = <Line extends z.ZodType>(each: Line) =>
  z.strictObject({
    items: z.array(each).max(MOST_LINES),
    /** How many more there are than `items` holds. */
    left: z.int().min(0),
  });

/** The page of a shift (交班单), as it stood at `at`. */
export const handoverPage = z.strictObject({
  at: instant,
  from: instant,
  until: instant,
  nextUntil: instant,
  /** Whose work; null: everybody's. */
  operatorName: z.string().nullable(),
  due: partOf(handoverDue),
  changes: partOf(handoverChange),
  /** What was done in no case: imports, stores, rules. */
  elsewhere: z.array(handoverAct),
  asks: partOf(handoverAsk),
  held: partOf(handoverHeld),
  spent: partOf(handoverSpent),
});
export type HandoverPage = z.infer<typeof handoverPage>;

/** A shift that was handed over, as a list shows it. */
export const handoverLine = z.strictObject({
  id,
  fromId: id,
  fromName: z.string(),
  /** Null where nobody was named. */
  toId: id.nullable(),
  toName: z.string().nullable(),
  from: instant,
  until: instant,
  nextUntil: instant,
  note: z.string(),
  madeAt: instant,
  /** `kept`: a note that nobody has to take, made where nobody else acts. */
  state: z.enum(['waiting', 'taken', 'kept']),
  takenName: z.string().nullable(),
  takenAt: instant.nullable(),
  /** What whoever took it wrote back. */
  answer: z.string(),
});
export type HandoverLine = z.infer<typeof handoverLine>;

/** The same with its page, which never changes: what is acknowledged is what was read. */
export const handover = handoverLine.extend({ page: handoverPage });
export type Handover = z.infer<typeof handover>;

/** A shift about to be handed over. */
export const newHandover = z.strictObject({
  ...handoverSpan.shape,
  toOperatorId: id.nullable().default(null),
  /** What no record says, in the person's own words. */
  note: z.string().trim().max(2000).default(''),
});

/** 已接班, with a line back. */
export const handoverAnswer = z.strictObject({ handoverId: id, answer: line.default('') });

/** The page set for printing, in the vault: what the job of `print` answers with. */
export const printedHandover = z.strictObject({ sha256, fileName: z.string(), pages: z.int() });
export type PrintedHandover = z.infer<typeof printedHandover>;

/** Which handover, and in whose language. */
export const handoverPaper = z.strictObject({ handoverId: id, language });
