export { DeadlinesRoom } from './deadlines-room.tsx';
export { ClockExplained } from './clock-explained.tsx';
