import { AppError } from '../../../shared/kernel/index.ts';
import { os, write } from '../../core/context.ts';
import { calendarText, sharedClock } from './calendar-text.ts';
import { findReminder, listReminders } from './reminders.repo.ts';
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
      const row = await findReminder(tx, input.reminderId);
      if (row === null || row.ended_at !== null)
        throw new AppError('NOT_FOUND', { kind: 'reminder', id: input.reminderId });
      if (input.until <= tx.now) throw new AppError('BAD_REQUEST', { reason: 'snooze-in-past' });
      await tx.reminders.snooze(input.reminderId, input.until);
      return { ok: true as const };
    }),
  ),

  calendarFile: os.reminders.calendarFile.handler(({ context: { services }, input: { caseId, language } }) =>
    calendarText(services.read, { caseId }, language, services.clock.now()),
  ),

  share: os.reminders.share.handler(({ context: { services }, input: { clockId, language } }) =>
    sharedClock(services.read, clockId, language, services.clock.now()),
  ),

  keptCalendar: os.reminders.keptCalendar.handler(({ context: { services } }) => services.calendar.state),

  keepCalendar: os.reminders.keepCalendar.handler(({ context: { services }, input: { folder } }) =>
    services.calendar.keepIn(folder),
  ),
};
