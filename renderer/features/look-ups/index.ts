/** What has to be looked for in back offices again and again: the list to tick down, and its line on Today. */
import './look-ups.css';

export { LookUpsDue } from './look-ups-due.tsx';
export { LookUpsRoom } from './look-ups-room.tsx';
