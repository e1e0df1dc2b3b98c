import type { PageClocks } from '../../../shared/deadlines/index.ts';
import { os, tryOut, write } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { changesBy, clockRows, pageClocksOf } from '../deadlines/index.ts';
import { clockIdsOf, eventRows, findEventRow, toEvent } from './events.repo.ts';
import { keepLatest, saveEvent, stopEventClocks } from './save-event.ts';
import { startsOf } from './starts-of.ts';

export const events = {
  list: os.events.list.handler(async ({ context: { services }, input }) => {
    await findCaseRow(services.read, input.caseId);
    return (await eventRows(services.read, input.caseId)).map(toEvent);
  }),

  starting: os.events.starting.handler(async ({ context: { services }, input }) => {
    const found = await findCaseRow(services.read, input.caseId);
    return startsOf(await services.rulebooks.ofCase(services.read, found), found.scenario_id);
  }),

  save: os.events.save.handler(({ context, input }) =>
    write(
      context,
      'events.save',
      async (tx) => {
        const { caseId, eventId, pageClock, ...fields } = input;
        const { rulebooks } = context.services;
        return toEvent(await saveEvent(tx, rulebooks, caseId, eventId, fields, pageClock));
      },
      { caseId: input.caseId },
    ),
  ),

  preview: os.events.preview.handler(({ context, input: { caseId, eventId, pageClock, ...fields } }) =>
    tryOut(context, async (tx) => {
      const { rulebooks } = context.services;
      let page: PageClocks = { clocks: [], counted: null };
      const changes = await changesBy(tx, caseId, async () => {
        const row = await saveEvent(tx, rulebooks, caseId, eventId, fields, pageClock);
        page = await pageClocksOf(tx, rulebooks, caseId, fields.event, await clockRows(tx, clockIdsOf(row)));
      });
      return { ...changes, page };
    }),
  ),

  remove: os.events.remove.handler(({ context, input }) =>
    write(context, 'events.remove', async (tx) => {
      const row = await findEventRow(tx, input.eventId);
      tx.about(row.case_id);
      await stopEventClocks(tx, row);
      await tx.remove('case_events', row.id);
      await keepLatest(tx, context.services.rulebooks, row.case_id);
      return { ok: true as const };
    }),
  ),
};
