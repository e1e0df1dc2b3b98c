export { ReminderList } from './reminder-list.tsx';
