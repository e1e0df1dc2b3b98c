/** Filing: spending the chance, the record of it, the clocks it starts, and the decision. */
import './submissions.css';

export { DecisionStep } from './decision-step.tsx';
export { SubmissionStep } from './submission-step.tsx';
