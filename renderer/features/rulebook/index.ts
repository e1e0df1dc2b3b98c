/** The rulebook to read, and the question of a check as every screen asks it. */
import './rulebook.css';

export { RulebookRoom } from './rulebook-room.tsx';
export { QuestionCard } from './question-card.tsx';
