import { Temporal } from 'temporal-polyfill';
import type { Language } from '../kernel/fields.ts';
import type { Instant, LegalDate } from '../kernel/index.ts';
import { csvText } from '../packets/index.ts';
import type { Example } from './schema.ts';

const HOUR = 3_600_000;

/** A file of the example, by the key that facts cite it by. */
export interface ExampleFile {
  readonly key: string;
  readonly fileName: string;
  readonly text: string;
}

/** The example in one language, at one moment: everything as it would be typed, pasted or handed in. */
export interface PreparedExample {
  readonly platform: string;
  readonly scenario: string;
  readonly zone: string;
  readonly shop: string;
  readonly orderExport: { readonly fileName: string; readonly text: string };
  readonly notice: {
    readonly text: string;
    readonly number: string;
    readonly ruleCited: string;
    readonly issuedAt: Instant;
  };
  readonly answers: Example['answers'];
  readonly flagged: Example['flagged'];
  readonly files: readonly ExampleFile[];
  readonly request: {
    readonly key: string;
    readonly order: string;
    readonly requirement: string;
    readonly addressee: Example['request']['addressee'];
    readonly addresseeName: string;
    readonly channel: string;
    readonly text: string;
    readonly askedAt: Instant;
    readonly answer: string;
    readonly answeredAt: Instant;
    readonly reason: string;
  };
  readonly campaign: {
    readonly key: string;
    readonly requirement: string;
    readonly name: string;
    readonly place: string;
    readonly what: string;
    readonly startsOn: LegalDate;
    readonly endsOn: LegalDate;
  };
  readonly facts: readonly {
    readonly key: string;
    readonly text: string;
    readonly cites: readonly string[];
  }[];
  readonly statement: readonly (readonly { readonly text: string; readonly facts: readonly string[] }[])[];
  readonly plan: readonly (readonly string[])[];
}

/**
 * Puts the example into one language and one moment.
 *
 * @param now ms UTC; the notice came some hours before it, the orders some weeks
 */
export function prepareExample(example: Example, language: Language, now: Instant): PreparedExample {
  const say = (text: { readonly zh: string; readonly en: string }): string =>
    language === 'en' ? text.en : text.zh;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(example.zone).toPlainDate();
  const date = (day: number): LegalDate => today.add({ days: day }).toString();
  const shop = say(example.shop);
  const blanksOf = (order: Example['orders'][number]): Record<string, string> => {
    const ordered = Temporal.PlainDateTime.from(`${date(order.day)}T${order.time}`);
    const later = (minutes: number): string =>
      ordered.add({ minutes }).toString().replace('T', ' ').slice(0, 16);
    const item = example.items[order.item];
    const { paidAfterMinutes, shippedAfterHours, receivedAfterHours } = example.export;
    const own = { shop, index: order.index, number: order.number };
    return {
      ...own,
      buyer: fill(say(example.buyer), own),
      recipient: fill(say(example.recipient), own),
      waybill: fill(example.waybill, own),
      item: item === undefined ? '' : say(item),
      price: item?.price ?? '',
      orderedAt: later(0),
      paidAt: later(paidAfterMinutes),
      shippedAt: later(60 * shippedAfterHours),
      receivedAt: later(60 * receivedAfterHours),
      date: later(60 * shippedAfterHours),
    };
  };
  const blanks = new Map(example.orders.map((order) => [order.number, blanksOf(order)]));
  const about = (number: string): Record<string, string> => blanks.get(number) ?? {};
  const { notice, request, campaign, flagged, vouchers, facts } = example;
  const asked = about(request.order);
  const during = { shop, from: date(campaign.startDay), to: date(campaign.endDay) };
  return {
    platform: example.platform,
    scenario: example.scenario,
    zone: example.zone,
    shop,
    orderExport: {
      fileName: say(example.export.fileName),
      text: csvText([
        example.export.columns.map(({ header }) => header),
        ...example.orders.map(({ number }) =>
          example.export.columns.map(({ cell }) => fill(say(cell), about(number))),
        ),
      ]),
    },
    notice: {
      text: fill(say(notice.text), { shop, flagged: flagged.map(({ number }) => number).join('\n') }),
      number: notice.number,
      ruleCited: say(notice.ruleCited),
      issuedAt: now - notice.hoursAgo * HOUR,
    },
    answers: example.answers,
    flagged,
    files: [
      ...flagged.flatMap(({ number, vouchers: kinds }) =>
        kinds.flatMap((kind) => {
          const voucher = vouchers[kind];
          if (voucher === undefined) return [];
          return {
            key: `${number}/${kind}`,
            fileName: fill(say(voucher.fileName), about(number)),
            text: fill(say(voucher.text), about(number)),
          };
        }),
      ),
      { key: request.key, fileName: say(request.fileName), text: fill(say(request.file), asked) },
      { key: campaign.key, fileName: say(campaign.fileName), text: fill(say(campaign.file), during) },
    ],
    request: {
      key: request.key,
      order: request.order,
      requirement: request.requirement,
      addressee: request.addressee,
      addresseeName: say(request.addresseeName),
      channel: say(request.channel),
      text: fill(say(request.text), asked),
      askedAt: now - request.hoursAgo * HOUR,
      answer: say(request.answer),
      answeredAt: now - request.answeredHoursAgo * HOUR,
      reason: say(request.reason),
    },
    campaign: {
      key: campaign.key,
      requirement: campaign.requirement,
      name: say(campaign.name),
      place: say(campaign.place),
      what: say(campaign.what),
      startsOn: during.from,
      endsOn: during.to,
    },
    facts: facts.map(({ key, text, cites }) => ({ key, text: say(text), cites })),
    statement: example.statement.map((part) =>
      part.map(({ text, facts: stands }) => ({ text: say(text), facts: stands })),
    ),
    plan: example.plan.map((part) => part.map(say)),
  };
}

/** A blank that nothing fills stays as it is, so that a test finds it. */
function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}
