/** Shift handover (交班): the page for whoever comes next, what was handed over before, and what waits to be taken over. */
import './handovers.css';

export { HandoverReading } from './handover-reading.tsx';
export { HandoverRoom } from './handover-room.tsx';
export { WaitingHandover } from './waiting-handover.tsx';
