import * as z from 'zod';
import {
  ask,
  askAnswer,
  askGroup,
  hoursKey,
  hoursRecord,
  MOST_AT_ONCE,
  newAsk,
  openingHours,
  openNeed,
  sharedAsk,
} from '../asks/index.ts';
import { campaign, campaignCount, campaignFields } from '../campaigns/index.ts';
import { pageClockId, recordChanges, type WorkCalendar } from '../deadlines/index.ts';
import { evidenceItem } from '../evidence/index.ts';
import { computed, done, id, instant, language, nothing } from '../kernel/fields.ts';
import { notice, noticeFields, noticeReading, unopenedNotice } from '../notices/index.ts';
import { change, permanent, query } from './builder.ts';

export const notices = {
  /** Finds order numbers, countdown and dates in a pasted notice, and which orders are imported. Writes nothing. */
  read: query('NOT_FOUND')
    .input(z.strictObject({ storeId: id, text: z.string().max(200_000) }))
    .output(noticeReading),
  /** The notice of a case; null where it begins with the seller. */
  get: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(notice.nullable()),
  /**
   * Writes the notice down as it is known now and sets the seller's clock anew, as long as nothing was submitted. Where its
   * countdown may be of several clocks, `pageClock` says of which.
   */
  save: change('NOT_FOUND', 'BAD_REQUEST')
    .input(noticeFields.extend({ caseId: id, pageClock: pageClockId }))
    .output(notice),
  /** What `save` would change of the case's running clocks; nothing is kept. Refused as `save` refuses it. */
  preview: query('NOT_FOUND', 'BAD_REQUEST')
    .input(noticeFields.extend({ caseId: id, pageClock: pageClockId }))
    .output(recordChanges),
  /**
   * Which clocks the countdown of a notice could be of, and which it would be taken for, before there is a case: by the rules of
   * the notice's day where that is known, else by those of today. No clocks where there is nothing to choose. Writes nothing.
   */
  pageClocks: query('NOT_FOUND')
    .input(
      noticeFields
        .pick({ issuedAt: true, pageReadAt: true, pageDeadline: true })
        .extend({ storeId: id, scenarioId: z.string().max(120), pageClock: pageClockId }),
    )
    .output(recordChanges.shape.page),
  /** The notice that was begun before its case, and when it was saved; null where there is none. */
  unopened: query()
    .input(nothing)
    .output(unopenedNotice.extend({ savedAt: instant }).nullable()),
  /** Keeps it as it stands now. */
  saveUnopened: change()
    .input(unopenedNotice)
    .output(unopenedNotice.extend({ savedAt: instant })),
  /** Throws it away. `cases.create` with `fromUnopened` takes it into the case instead. */
  discardUnopened: change().input(nothing).output(done),
  /**
   * What material says of orders that are not contested. Naming admitted ones needs `adviceTaken`: the seller was told to
   * take advice first (BAD_REQUEST `advice-first`).
   */
  disclose: change('NOT_FOUND', 'BAD_REQUEST')
    .input(
      z.strictObject({
        caseId: id,
        listsUnproven: z.boolean(),
        disclosesAdmitted: z.boolean(),
        adviceTaken: z.boolean().default(false),
      }),
    )
    .output(notice),
};

export const asks = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(ask)),
  /** What is missing, by the person to ask for it: one message an addressee. */
  needs: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(openNeed)),
  /**
   * The same by addressee with their hours, for planning back from the case's end: what is still to be asked, and what was
   * and waits.
   */
  plan: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(askGroup)),
  /** Writes down that a request was made. An earlier one to the same addressee about the same is no longer to be looked at. */
  record: change('NOT_FOUND', 'BAD_REQUEST').input(newAsk).output(ask),
  /** Writes down that one message was sent about several cases: a request in each, as one act. */
  recordShared: change('NOT_FOUND', 'BAD_REQUEST').input(sharedAsk).output(z.array(ask)),
  /** When to look again whether these were answered, ms UTC; null: at no set time. */
  revisit: change('NOT_FOUND')
    .input(z.strictObject({ askIds: z.array(id).min(1).max(MOST_AT_ONCE), revisitAt: instant.nullable() }))
    .output(done),
  /** Writes down what came of it. */
  answer: change('NOT_FOUND').input(askAnswer).output(ask),
  remove: change('NOT_FOUND')
    .input(z.strictObject({ askId: id }))
    .output(done),
  /** When those who are asked are there: what is usual for each kind (`id` null, an assumption), and what was set. */
  hours: query().input(nothing).output(z.array(hoursRecord)),
  /** The calendars that their hours name, of the years around this one, with those that came in a file. */
  calendars: query().input(nothing).output(computed<WorkCalendar[]>()),
  /** Sets the hours of a kind, or of a named party, for one client or for all; in the place of those that were set before. */
  setHours: change('NOT_FOUND')
    .input(hoursKey.extend({ hours: openingHours }))
    .output(hoursRecord),
  /** Goes back to what holds without them. */
  dropHours: change('NOT_FOUND')
    .input(z.strictObject({ hoursId: id }))
    .output(done),
};

export const campaigns = {
  list: query('NOT_FOUND')
    .input(z.strictObject({ caseId: id }))
    .output(z.array(campaign)),
  save: change('NOT_FOUND', 'BAD_REQUEST')
    .input(campaignFields.extend({ caseId: id, campaignId: id.nullable().default(null) }))
    .output(campaign),
  remove: change('NOT_FOUND')
    .input(z.strictObject({ campaignId: id }))
    .output(done),
  /** Orders a day before and during it, from the store's imported orders. */
  count: query('NOT_FOUND')
    .input(z.strictObject({ campaignId: id }))
    .output(campaignCount),
  /** Takes the daily counts in as an exhibit that says how and from which imports they were counted. */
  exhibit: permanent('NOT_FOUND', 'NOT_READY')
    .input(z.strictObject({ campaignId: id, language }))
    .output(evidenceItem),
};
