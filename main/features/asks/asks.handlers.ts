import { groupAsks, withUsualHours } from '../../../shared/asks/index.ts';
import { findCalendar } from '../../../shared/deadlines/index.ts';
import { dateIn } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { findClient } from '../clients/index.ts';
import { attachItems, requireCase } from '../evidence/index.ts';
import { askRows, findAskRow, toAsk } from './asks.repo.ts';
import { caseToAsk } from './case-to-ask.ts';
import { findHours, findHoursId, setHours } from './hours.repo.ts';
import { openNeeds } from './needs.ts';
import { recordAsk } from './record-ask.ts';

/** As far as anybody is asked back or ahead: more than `MOST_DAYS` of their hours. */
const YEARS_AROUND = 2;

export const asks = {
  list: os.asks.list.handler(async ({ context: { services }, input }) => {
    await requireCase(services.read, input.caseId);
    return (await askRows(services.read, input.caseId)).map(toAsk);
  }),

  needs: os.asks.needs.handler(({ context: { services }, input }) => openNeeds(services, input.caseId)),

  plan: os.asks.plan.handler(async ({ context: { services }, input }) => {
    const { read, rulebooks, clock } = services;
    const asked = await caseToAsk(read, rulebooks, input.caseId);
    return groupAsks([asked], await setHours(read), { now: clock.now(), zone: clock.zone() });
  }),

  record: os.asks.record.handler(({ context, input }) =>
    write(context, 'asks.record', (tx) => recordAsk(tx, context.services.rulebooks, input), {
      caseId: input.caseId,
    }),
  ),

  recordShared: os.asks.recordShared.handler(({ context, input: { asked, ...message } }) =>
    write(context, 'asks.recordShared', async (tx) => {
      const [{ caseId: first }] = asked as [(typeof asked)[number]];
      if (asked.every(({ caseId }) => caseId === first)) tx.about(first);
      const recorded = [];
      for (const each of asked)
        recorded.push(await recordAsk(tx, context.services.rulebooks, { ...message, ...each, itemId: null }));
      return recorded;
    }),
  ),

  revisit: os.asks.revisit.handler(({ context, input }) =>
    write(context, 'asks.revisit', async (tx) => {
      for (const askId of input.askIds) {
        const row = await findAskRow(tx, askId);
        if (input.askIds.length === 1) tx.about(row.case_id);
        await tx.update('asks', row.id, { revisit_at: input.revisitAt });
      }
      return { ok: true as const };
    }),
  ),

  answer: os.asks.answer.handler(({ context, input }) =>
    write(context, 'asks.answer', async (tx) => {
      const row = await findAskRow(tx, input.askId);
      tx.about(row.case_id);
      const items = [input.itemId, input.answerItemId].filter((itemId) => itemId != null);
      await attachItems(tx, row.case_id, items);
      await tx.update('asks', row.id, {
        state: input.state,
        answered_at: input.state === 'open' ? null : (input.answeredAt ?? tx.now),
        answer_item_id: input.answerItemId,
        note: input.note,
        ...(input.itemId === undefined ? {} : { item_id: input.itemId }),
      });
      return toAsk(await findAskRow(tx, row.id));
    }),
  ),

  remove: os.asks.remove.handler(({ context, input }) =>
    write(context, 'asks.remove', async (tx) => {
      const row = await findAskRow(tx, input.askId);
      tx.about(row.case_id);
      await tx.remove('asks', row.id);
      return { ok: true as const };
    }),
  ),

  hours: os.asks.hours.handler(async ({ context: { services } }) =>
    withUsualHours(await setHours(services.read)),
  ),

  calendars: os.asks.calendars.handler(async ({ context: { services } }) => {
    const { read, rulebooks, clock } = services;
    const used = new Set(withUsualHours(await setHours(read)).map(({ hours }) => hours.holidays));
    const thisYear = Number(dateIn(clock.now(), clock.zone()).slice(0, 4));
    return (await rulebooks.calendars(read))
      .filter(({ id }) => used.has(id))
      .map((calendar) => ({
        ...calendar,
        statute: null,
        years: calendar.years.filter(({ year }) => Math.abs(year - thisYear) <= YEARS_AROUND),
      }));
  }),

  setHours: os.asks.setHours.handler(({ context, input }) =>
    write(context, 'asks.setHours', async (tx) => {
      const { clientId, addressee, partyName, hours } = input;
      if (clientId !== null) await findClient(tx, clientId);
      if (hours.holidays !== null)
        findCalendar(hours.holidays, await context.services.rulebooks.calendars(tx));
      const columns = {
        zone: hours.zone,
        week_json: JSON.stringify(hours.week),
        holidays: hours.holidays,
        closed_spans_json: JSON.stringify(hours.closedSpans),
        answer_minutes: hours.answerMinutes,
      };
      const known = await findHoursId(tx, input);
      const id = known ?? tx.newId();
      if (known !== null) await tx.update('opening_hours', known, columns);
      else
        await tx.insert('opening_hours', {
          ...{ id, client_id: clientId, addressee, party_name: partyName },
          ...columns,
        });
      return await findHours(tx, id);
    }),
  ),

  dropHours: os.asks.dropHours.handler(({ context, input }) =>
    write(context, 'asks.dropHours', async (tx) => {
      await findHours(tx, input.hoursId);
      await tx.remove('opening_hours', input.hoursId);
      return { ok: true as const };
    }),
  ),
};
