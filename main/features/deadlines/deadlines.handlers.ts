import {
  calendarDays,
  countSpan,
  findCalendar,
  MOST_ENDS,
  validThrough,
  workCalendars,
} from '../../../shared/deadlines/index.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { findCaseRow } from '../../workspace/index.ts';
import { clockRows, clocksBetween, countLateBefore, findClock, listClocks } from './deadlines.repo.ts';
import { computeClocks } from './start-clocks.ts';

export const deadlines = {
  list: os.deadlines.list.handler(({ context, input }) => {
    const { cursor, limit, ...filter } = input;
    return listClocks(context.services.read, filter, cursor, limit);
  }),

  setPlan: os.deadlines.setPlan.handler(({ context, input }) =>
    write(context, 'deadlines.setPlan', async (tx) => {
      const [row] = await clockRows(tx, [input.clockId]);
      if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'clock', id: input.clockId });
      if (row.owner === 'theirs') throw new AppError('BAD_REQUEST', { reason: 'no-plan' });
      tx.about(row.case_id);
      await tx.update('clocks', row.id, {
        plan_json: input.plan === null ? null : JSON.stringify(input.plan),
      });
      return await findClock(tx, row.id);
    }),
  ),

  calendars: os.deadlines.calendars.handler(() =>
    workCalendars.map((calendar) => ({
      id: calendar.id,
      region: calendar.region,
      validThrough: validThrough(calendar),
    })),
  ),

  days: os.deadlines.days.handler(({ input: { calendar, from, to } }) =>
    calendarDays(findCalendar(calendar), from, to),
  ),

  between: os.deadlines.between.handler(async ({ context: { services }, input: { from, to } }) => {
    const { items, total } = await clocksBetween(services.read, from, to, MOST_ENDS);
    const lateBefore = await countLateBefore(services.read, Math.min(from, services.clock.now()));
    return { items, left: total - items.length, lateBefore };
  }),

  calculate: os.deadlines.calculate.handler(({ input }) => countSpan(input)),

  whatIf: os.deadlines.whatIf.handler(async ({ context: { services }, input }) => {
    const found = await findCaseRow(services.read, input.caseId);
    const rules = await services.rulebooks.ofCase(services.read, found);
    return computeClocks(rules, found.scenario_id, input.event, input.at, null).map(
      ({ spec, lookAt, dueAt }) => ({ specId: spec.id, title: spec.title, owner: spec.owner, lookAt, dueAt }),
    );
  }),
};
