/** What happened in a case (发生了什么): events that rules count from, each with the clocks it starts. */
import './events.css';

export { CaseEvents } from './case-events.tsx';
