/** Reminders: the list of those that came, how each clock reminds, and what takes it to a phone. */
import './reminders.css';

export { CalendarSetting } from './calendar-setting.tsx';
export { ClockReminders } from './clock-reminders.tsx';
export { NoBell } from './no-bell.tsx';
export { ReminderList } from './reminder-list.tsx';
