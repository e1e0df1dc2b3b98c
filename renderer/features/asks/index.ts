/** Asking (催资料): what is missing, of whom it is asked, and what came of it. */
import './asks.css';

export { AskBoard } from './ask-board.tsx';
export { AskGroups } from './ask-groups.tsx';
export { AskPlan } from './ask-plan.tsx';
export { AskShortlist } from './ask-shortlist.tsx';
export { HoursSettings } from './hours-settings.tsx';
