/** Follow-through (落实核对): was the benefit of a win really applied? */
import './follow-through.css';

export { FollowThroughStep } from './follow-through-step.tsx';
