import * as z from 'zod';
import { id, legalDate, line, zone } from '../kernel/fields.ts';
import { addressees } from '../rulebook/index.ts';

/** Who is asked, and answers when they are open: everybody but one's own records. */
export const askedOne = z.enum(addressees).exclude(['own-records']);
export type AskedOne = z.infer<typeof askedOne>;

/** A time of the day, `HH:MM`; `24:00` is its end. */
const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A part of a day in which somebody is there. */
export const openWindow = z
  .strictObject({ opens: timeOfDay, closes: timeOfDay })
  .refine(({ opens, closes }) => opens < closes, 'closes before it opens');
export type OpenWindow = z.infer<typeof openWindow>;

/** The windows of one weekday, the earliest first, none in another. Empty: closed that day. */
export const dayWindows = z
  .array(openWindow)
  .max(4)
  .refine(
    (windows) =>
      windows.every(({ opens }, place) => place === 0 || (windows[place - 1]?.closes ?? '') <= opens),
    'windows overlap',
  );

/** So many closed spans of one addressee are kept. */
export const MOST_CLOSED_SPANS = 40;
/** The longest that somebody may be said to take, in open minutes. */
export const MOST_ANSWER_MINUTES = 30 * 24 * 60;

/** When somebody who is asked is there, and how long they take. */
export const openingHours = z.strictObject({
  /** IANA zone in which the windows are meant. */
  zone,
  /** Monday to Sunday. */
  week: z
    .array(dayWindows)
    .length(7)
    .refine((week) => week.some((windows) => windows.length > 0), 'never open'),
  /** The calendar whose public holidays close them and whose make-up days open them; null: holidays are days like any other. */
  holidays: z.string().min(1).max(40).nullable(),
  /** Days on which they are closed besides, both ends included. */
  closedSpans: z
    .array(
      z
        .strictObject({ from: legalDate, to: legalDate })
        .refine(({ from, to }) => from <= to, 'from lies after to'),
    )
    .max(MOST_CLOSED_SPANS),
  /** How long they usually take to answer, in minutes in which they are open. */
  answerMinutes: z.int().min(1).max(MOST_ANSWER_MINUTES),
});
export type OpeningHours = z.infer<typeof openingHours>;

/** Whose hours: of one client's addressee or of everybody's, of one named party or of the whole kind. */
export const hoursKey = z.strictObject({
  /** Null: for every client. */
  clientId: id.nullable().default(null),
  addressee: askedOne,
  /** Empty: for all of this kind. */
  partyName: line.default(''),
});
export type HoursKey = z.infer<typeof hoursKey>;

/** Hours as they stand. */
export const hoursRecord = z.strictObject({
  /** Null where nobody has set them: they are what is usual, and so assumed. */
  id: id.nullable(),
  clientId: id.nullable(),
  /** Of the client they are for; null for everybody's. */
  clientName: z.string().nullable(),
  addressee: askedOne,
  partyName: z.string(),
  hours: openingHours,
});
export type HoursRecord = z.infer<typeof hoursRecord>;

const everyDay = (...windows: OpenWindow[]): OpenWindow[][] => Array.from({ length: 7 }, () => windows);
const weekDays = (days: number, window: OpenWindow): OpenWindow[][] =>
  Array.from({ length: 7 }, (_, place) => (place < days ? [window] : []));

const CHINA = { zone: 'Asia/Shanghai', closedSpans: [] } as const;
const HOUR = 60;

/** What is usual in mainland China where nobody has said otherwise: an assumption, and shown as one. */
export const USUAL_HOURS: Readonly<Record<AskedOne, OpeningHours>> = {
  courier: {
    ...{ ...CHINA, closedSpans: [], holidays: null, answerMinutes: 4 * HOUR },
    week: everyDay({ opens: '08:00', closes: '20:00' }),
  },
  warehouse: {
    ...{ ...CHINA, closedSpans: [], holidays: 'CN', answerMinutes: 3 * HOUR },
    week: weekDays(6, { opens: '09:00', closes: '18:00' }),
  },
  factory: {
    ...{ ...CHINA, closedSpans: [], holidays: 'CN', answerMinutes: 8 * HOUR },
    week: weekDays(5, { opens: '08:30', closes: '17:30' }),
  },
  buyer: {
    ...{ ...CHINA, closedSpans: [], holidays: null, answerMinutes: 8 * HOUR },
    week: everyDay({ opens: '09:00', closes: '22:00' }),
  },
  platform: {
    ...{ ...CHINA, closedSpans: [], holidays: null, answerMinutes: 12 * HOUR },
    week: everyDay({ opens: '09:00', closes: '21:00' }),
  },
  client: {
    ...{ ...CHINA, closedSpans: [], holidays: 'CN', answerMinutes: 4 * HOUR },
    week: weekDays(5, { opens: '09:00', closes: '18:00' }),
  },
};

/** Everybody's hours of every kind: what was set, and what is usual where nothing was. */
export function withUsualHours(set: readonly HoursRecord[]): HoursRecord[] {
  const usual = askedOne.options
    .filter((addressee) => !set.some((each) => isFor(each, { clientId: null, addressee, partyName: '' })))
    .map((addressee): HoursRecord => ({
      ...{ id: null, clientId: null, clientName: null, addressee, partyName: '' },
      hours: USUAL_HOURS[addressee],
    }));
  const place = ({ addressee }: HoursRecord): number => askedOne.options.indexOf(addressee);
  return [...usual, ...set].toSorted(
    (left, right) =>
      place(left) - place(right) ||
      Number(left.partyName !== '') - Number(right.partyName !== '') ||
      Number(left.clientId !== null) - Number(right.clientId !== null),
  );
}

/**
 * The hours that hold for somebody: those of the named party before those of the kind, and a client's own before
 * everybody's. `records` hold those of every kind, as `withUsualHours` gives them.
 */
export function hoursFor(records: readonly HoursRecord[], key: HoursKey): HoursRecord {
  const { clientId, addressee, partyName } = key;
  for (const name of partyName === '' ? [''] : [partyName, '']) {
    for (const client of clientId === null ? [null] : [clientId, null]) {
      const found = records.find((each) => isFor(each, { clientId: client, addressee, partyName: name }));
      if (found !== undefined) return found;
    }
  }
  return {
    ...{ id: null, clientId: null, clientName: null, addressee, partyName: '' },
    hours: USUAL_HOURS[addressee],
  };
}

function isFor(record: HoursRecord, key: HoursKey): boolean {
  return (
    record.clientId === key.clientId &&
    record.addressee === key.addressee &&
    record.partyName === key.partyName
  );
}
