import * as z from 'zod';
import { addressee } from '../asks/index.ts';
import { orderClass } from '../cases/index.ts';
import { orderNumber, zone } from '../kernel/fields.ts';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/);
/** A day counted from the one on which the example is made. */
const day = z.int().min(-365).max(0);
const hoursAgo = z.number().min(0).max(72);

const sentence = z.strictObject({ text: words, facts: z.array(slug) });
const paragraph = <Item extends z.ZodType>(item: Item) => z.array(z.array(item).min(1)).min(1);

/**
 * The example case as it is written down, in both languages, all times relative to the moment it is made. Blanks such as
 * `{number}` are filled in by `prepareExample`.
 */
const shape = z.strictObject({
  format: z.literal(1),
  /** The word by which everybody sees that this is none of their own. */
  mark: words,
  platform: z.string().min(1),
  scenario: z.string().min(1),
  zone,
  shop: words,
  notice: z.strictObject({ hoursAgo, number: z.string(), ruleCited: words, text: words }),
  answers: z.record(slug, z.union([z.boolean(), z.string(), z.number()])),
  flagged: z
    .array(z.strictObject({ number: orderNumber, class: orderClass.nullable(), vouchers: z.array(slug) }))
    .min(1),
  /** By the requirement of the scenario that the file meets. */
  vouchers: z.record(slug, z.strictObject({ fileName: words, text: words })),
  request: z.strictObject({
    key: slug,
    order: orderNumber,
    requirement: slug,
    addressee,
    addresseeName: words,
    channel: words,
    hoursAgo,
    text: words,
    answeredHoursAgo: hoursAgo,
    answer: words,
    reason: words,
    fileName: words,
    file: words,
  }),
  campaign: z.strictObject({
    key: slug,
    requirement: slug,
    startDay: day,
    endDay: day,
    name: words,
    place: words,
    what: words,
    fileName: words,
    file: words,
  }),
  facts: z.array(z.strictObject({ key: slug, text: words, cites: z.array(z.string()).min(1) })).min(1),
  /** Part by part, as the scenario's structure has them. */
  statement: paragraph(sentence),
  plan: paragraph(words),
  export: z.strictObject({
    fileName: words,
    paidAfterMinutes: z.int(),
    shippedAfterHours: z.int(),
    receivedAfterHours: z.int(),
    columns: z.array(z.strictObject({ header: z.string().min(1), cell: words })).min(1),
  }),
  buyer: words,
  recipient: words,
  waybill: z.string(),
  items: z.record(slug, words.extend({ price: z.string() })),
  orders: z
    .array(
      z.strictObject({
        number: orderNumber,
        index: z.string().regex(/^\d+$/),
        day,
        time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
        item: slug,
      }),
    )
    .min(1),
});

export type Example = z.infer<typeof shape>;
type Words = Example['mark'];

/** The example as a file must hold it: every reference leads somewhere, and everything that is shown says what it is. */
export const exampleSchema = shape.superRefine((example, context) => {
  const wrong = (path: readonly PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path: [...path], message });
  const known = (list: readonly string[], name: string, path: readonly PropertyKey[]) => {
    if (!list.includes(name)) wrong(path, `nothing here is called ${name}`);
  };
  const numbers = example.orders.map(({ number }) => number);
  numbers.forEach((number, place) => {
    if (numbers.indexOf(number) !== place) wrong(['orders', place, 'number'], `${number} stands twice`);
  });
  example.orders.forEach(({ item }, place) =>
    known(Object.keys(example.items), item, ['orders', place, 'item']),
  );
  example.flagged.forEach(({ number, vouchers }, place) => {
    known(numbers, number, ['flagged', place, 'number']);
    vouchers.forEach((voucher) =>
      known(Object.keys(example.vouchers), voucher, ['flagged', place, 'vouchers']),
    );
  });
  known(
    example.flagged.map(({ number }) => number),
    example.request.order,
    ['request', 'order'],
  );
  const files = [
    example.request.key,
    example.campaign.key,
    ...example.flagged.flatMap(({ number, vouchers }) => vouchers.map((voucher) => `${number}/${voucher}`)),
  ];
  example.facts.forEach(({ cites }, place) =>
    cites.forEach((cited) => known(files, cited, ['facts', place, 'cites'])),
  );
  const facts = example.facts.map(({ key }) => key);
  example.statement.forEach((part, place) =>
    part.forEach((each) => each.facts.forEach((fact) => known(facts, fact, ['statement', place, 'facts']))),
  );
  const marked: readonly (readonly [readonly PropertyKey[], Words])[] = [
    [['shop'], example.shop],
    [['notice', 'text'], example.notice.text],
    ...(['fileName', 'file'] as const).flatMap((part) => [
      [['request', part], example.request[part]] as const,
      [['campaign', part], example.campaign[part]] as const,
    ]),
    ...Object.entries(example.vouchers).flatMap(([requirement, voucher]) => [
      [['vouchers', requirement, 'fileName'], voucher.fileName] as const,
      [['vouchers', requirement, 'text'], voucher.text] as const,
    ]),
    ...Object.entries(example.items).map(([item, name]) => [['items', item], name] as const),
  ];
  for (const [path, text] of marked) {
    for (const tongue of ['zh', 'en'] as const) {
      const mark = example.mark[tongue].toLowerCase();
      if (!text[tongue].toLowerCase().includes(mark)) wrong([...path, tongue], `this does not say "${mark}"`);
    }
  }
});
