import {
  calendarDays,
  countSpan,
  findCalendar,
  libraryThrough,
  MOST_ENDS,
  validThrough,
  type ClockRecord,
} from '../../../shared/deadlines/index.ts';
import { createTranslator, type Language } from '../../../shared/i18n/index.ts';
import { AppError, dateIn, type Instant } from '../../../shared/kernel/index.ts';
import { laterOfClocks, timeOf, type CaseEvent } from '../../../shared/rulebook/index.ts';
import { os, write } from '../../core/context.ts';
import { computedOf, findCaseRow, titleOf } from '../../workspace/index.ts';
import { calendarYearRows, type CaseRules } from '../editions/index.ts';
import { calendarYears, yearsAdded } from './calendar-years.ts';
import { chaseText, mayChase } from './chase-text.ts';
import { clockChanges } from './clock-changes.ts';
import {
  clockRows,
  clocksBetween,
  countFiled,
  countLateBefore,
  filedNumber,
  findClock,
  listClocks,
  runningClockRows,
} from './deadlines.repo.ts';
import { awaitedBy, computeClocks, endedByFiling } from './compute-clocks.ts';
import { endingOf } from './start-clocks.ts';

/** The rules of a case as they would stand if it were filed at an instant: that day chooses form, entry and what counts from it. */
function rulesOnDay(
  rules: CaseRules,
  scenarioId: string,
  { event, at }: { readonly event: CaseEvent; readonly at: Instant },
): CaseRules {
  if (event !== 'submitted') return rules;
  const { zone } = timeOf(rules.rulebook, scenarioId, rules.pins.region);
  return { ...rules, pins: { ...rules.pins, filing: dateIn(at, zone) } };
}

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

  stop: os.deadlines.stop.handler(({ context, input }) =>
    write(context, 'deadlines.stop', async (tx) => {
      const [row] = await clockRows(tx, [input.clockId]);
      if (row === undefined) throw new AppError('NOT_FOUND', { kind: 'clock', id: input.clockId });
      if (row.stopped_at !== null) throw new AppError('CONFLICT', { reason: 'stopped-already' });
      if (row.owner === 'vanishing') throw new AppError('BAD_REQUEST', { reason: 'given-up-elsewhere' });
      tx.about(row.case_id);
      await tx.update('clocks', row.id, { stopped_at: tx.now, stop_reason: input.reason });
      return await findClock(tx, row.id);
    }),
  ),

  chase: os.deadlines.chase.handler(async ({ context: { services }, input }) => {
    const record = await findClock(services.read, input.clockId);
    const now = services.clock.now();
    const awaits = await awaitedBy(services.read, services.rulebooks, record);
    if (!mayChase({ ...record, awaits }, now)) return null;
    const number = await filedNumber(services.read, record.caseId);
    const said = (language: Language) => chaseText(record, number, now, createTranslator(language));
    return { zh: said('zh-CN'), en: said('en') };
  }),

  ...calendarYears,
  ...clockChanges,

  calendars: os.deadlines.calendars.handler(async ({ context: { services } }) => {
    const rows = await calendarYearRows(services.read);
    return (await services.rulebooks.calendars(services.read)).map((calendar) => ({
      id: calendar.id,
      region: calendar.region,
      title: calendar.title,
      validThrough: validThrough(calendar),
      library: libraryThrough(calendar),
      added: yearsAdded(calendar, rows),
    }));
  }),

  days: os.deadlines.days.handler(async ({ context: { services }, input: { calendar, from, to } }) =>
    calendarDays(findCalendar(calendar, await services.rulebooks.calendars(services.read)), from, to),
  ),

  between: os.deadlines.between.handler(async ({ context: { services }, input: { from, to } }) => {
    const { items, total } = await clocksBetween(services.read, from, to, MOST_ENDS);
    const lateBefore = await countLateBefore(services.read, Math.min(from, services.clock.now()));
    return { items, left: total - items.length, lateBefore };
  }),

  calculate: os.deadlines.calculate.handler(async ({ context: { services }, input }) =>
    countSpan(input, await services.rulebooks.calendars(services.read)),
  ),

  whatIf: os.deadlines.whatIf.handler(async ({ context: { services }, input }) => {
    const found = await findCaseRow(services.read, input.caseId);
    const rules = await services.rulebooks.ofCase(services.read, found);
    const clocks = computeClocks(rulesOnDay(rules, found.scenario_id, input), found.scenario_id, input);
    const later = laterOfClocks(rules.rulebook, found.scenario_id, rules.pins);
    const running = await runningClockRows(services.read, found.id);
    return clocks.map(({ spec: { id: specId, title, owner }, lookAt, dueAt, computed }) => {
      // What counts from the later of two events goes on counting from the other one, where that is it.
      const goesOn = later.has(specId)
        ? running.find((row) => row.spec_id === specId && row.started_at > input.at)
        : undefined;
      const known = { specId, title, owner };
      if (goesOn === undefined) return { ...known, computed, lookAt, dueAt };
      return { ...known, computed: computedOf(goesOn), lookAt: goesOn.look_at, dueAt: goesOn.due_at };
    });
  }),

  whatEnds: os.deadlines.whatEnds.handler(async ({ context: { services }, input: { caseId, by } }) => {
    const { read, rulebooks } = services;
    const found = await findCaseRow(read, caseId);
    const endings = by === 'submitted' ? endedByFiling(await countFiled(read, caseId)) : [by];
    const shown = (await endingOf(read, rulebooks, found, endings)).map(({ row, ends }) => ({
      ends,
      clock: { id: row.id, title: titleOf(row), owner: row.owner as ClockRecord['owner'], dueAt: row.due_at },
    }));
    const those = (wanted: boolean) => shown.filter(({ ends }) => ends === wanted).map(({ clock }) => clock);
    return { ends: those(true), goesOn: those(false) };
  }),
};
