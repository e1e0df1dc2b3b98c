import { os, tryOut, write } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { changesBy } from '../deadlines/index.ts';
import { eventRows, findEventRow, toEvent } from './events.repo.ts';
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
        const { caseId, eventId, ...fields } = input;
        return toEvent(await saveEvent(tx, context.services.rulebooks, caseId, eventId, fields));
      },
      { caseId: input.caseId },
    ),
  ),

  preview: os.events.preview.handler(({ context, input: { caseId, eventId, ...fields } }) =>
    tryOut(context, (tx) =>
      changesBy(tx, caseId, () => saveEvent(tx, context.services.rulebooks, caseId, eventId, fields)),
    ),
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
