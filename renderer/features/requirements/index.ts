/** What a scene asks to be shown, and the evidence that shows it. */
import './requirements.css';

export { EvidenceStep } from './evidence-step.tsx';
export { RequirementList } from './requirement-list.tsx';
