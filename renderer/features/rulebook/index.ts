/** The rulebook to read, and the questions of a check and what would change it as every screen shows them. */
import './rulebook.css';

export { RulebookRoom } from './rulebook-room.tsx';
export { CaseChangesNote } from './case-changes.tsx';
export { QuestionCard } from './question-card.tsx';
export { WhyChanges } from './why-changes.tsx';
