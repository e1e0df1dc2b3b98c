/** The rulebook to read, and the questions of a check and what would change it as every screen shows them. */
import './rulebook.css';

export { RulebookRoom } from './rulebook-room.tsx';
export { CaseChangesNote } from './case-changes.tsx';
export { ToldFact } from './fact-ground.tsx';
export { FalseEvidence } from './false-evidence.tsx';
export { noticedWords } from './consequence-text.ts';
export { PenaltyTiers } from './penalty-tiers.tsx';
export { ProofTree } from './proof-tree.tsx';
export { QuestionCard } from './question-card.tsx';
export { RESTING_ON_RULES } from './resting-on-rules.ts';
export { CitedValue, ReadingMark } from './reading-mark.tsx';
export { RuleValue } from './rule-value.tsx';
export { useRuleNote } from './rule-note.ts';
export { effectLines } from './value-words.ts';
export { WhyChanges } from './why-changes.tsx';
export { WORD_KIND } from './word-kind.ts';
