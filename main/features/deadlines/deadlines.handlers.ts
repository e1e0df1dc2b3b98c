import { countSpan, libraryThrough, validThrough, workCalendars } from '../../../shared/deadlines/index.ts';
import { os } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { listClocks } from './deadlines.repo.ts';
import { computeClocks } from './start-clocks.ts';

export const deadlines = {
  list: os.deadlines.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listClocks(context.services.read, filter, cursor, limit);
  }),

  calendars: os.deadlines.calendars.handler(() =>
    workCalendars.map((calendar) => ({
      id: calendar.id,
      region: calendar.region,
      validThrough: validThrough(calendar),
      library: libraryThrough(calendar),
    })),
  ),

  calculate: os.deadlines.calculate.handler(({ input }) => countSpan(input)),

  whatIf: os.deadlines.whatIf.handler(async ({ context: { services }, input }) => {
    const found = await findCaseRow(services.read, input.caseId);
    const rules = await services.rulebooks.ofCase(services.read, found);
    return computeClocks(rules, found.scenario_id, input.event, input.at, null).map(
      ({ spec, lookAt, dueAt }) => ({ specId: spec.id, title: spec.title, owner: spec.owner, lookAt, dueAt }),
    );
  }),
};
