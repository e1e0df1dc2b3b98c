import { AppError } from '../../../shared/kernel/index.ts';
import { latestSnooze } from '../../../shared/reminders/index.ts';
import { os, write } from '../../core/context.ts';
import { calendarText, sharedClock } from './calendar-text.ts';
import { findRunning, hasStopped, listReminders } from './reminders.repo.ts';
import { listRounds } from './rounds.repo.ts';

export const reminders = {
  list: os.reminders.list.handler(({ context }) => listReminders(context.services.read)),

  rounds: os.reminders.rounds.handler(({ context }) => listRounds(context.services.read)),

  see: os.reminders.see.handler(({ context, input }) =>
    write(context, 'reminders.see', async (tx) => {
      await tx.reminders.see(input.reminderIds);
      return { ok: true as const };
    }),
  ),

  snooze: os.reminders.snooze.handler(({ context, input }) =>
    write(context, 'reminders.snooze', async (tx) => {
      const clock = await findRunning(tx, input.reminderId);
      if (clock === null) throw new AppError('NOT_FOUND', { kind: 'reminder', id: input.reminderId });
      if (input.until <= tx.now) throw new AppError('BAD_REQUEST', { reason: 'snooze-in-past' });
      const until = Math.min(input.until, latestSnooze(clock, tx.now) ?? Infinity);
      await tx.reminders.snooze(input.reminderId, until);
      return { until };
    }),
  ),

  calendarFile: os.reminders.calendarFile.handler(({ context: { services }, input: { caseId, language } }) =>
    calendarText(services.read, { caseId }, language, services.clock.now()),
  ),

  share: os.reminders.share.handler(async ({ context: { services }, input: { clockId, language } }) => {
    // Whoever is handed a deadline takes it for one that runs.
    if ((await hasStopped(services.read, clockId)) === true)
      throw new AppError('CONFLICT', { reason: 'clock-over' });
    return await sharedClock(services.read, clockId, language, services.clock.now());
  }),

  keptCalendar: os.reminders.keptCalendar.handler(({ context: { services } }) => services.calendar.state),

  keepCalendar: os.reminders.keepCalendar.handler(({ context: { services }, input: { folder } }) =>
    services.calendar.keepIn(folder),
  ),
};
