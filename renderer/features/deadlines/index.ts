/** Deadlines: every clock with its why, and a calculator for anybody's days. */
import './deadlines.css';

export { DeadlinesRoom } from './deadlines-room.tsx';
export { ClockChangeList } from './clock-change-list.tsx';
export { IfFiled } from './if-filed.tsx';
export { WhatEnds } from './what-ends.tsx';
export { RecalculationLine } from './recalculation.tsx';
export { ClockExplained } from './clock-explained.tsx';
