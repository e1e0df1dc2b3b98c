export { TodayRoom } from './today-room.tsx';
export { countLate } from './count-late.ts';
export { nextActText } from './next-act-text.ts';
