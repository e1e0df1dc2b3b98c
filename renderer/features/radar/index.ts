/** What vanishes: on Today, in the room of deadlines, and beside the steps of a case. */
import './radar.css';

export { CaseRadar } from './case-radar.tsx';
export { RadarBoard } from './radar-board.tsx';
export { RadarSoon } from './radar-soon.tsx';
