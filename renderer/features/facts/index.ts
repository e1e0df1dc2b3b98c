/** Facts (事实): what happened, shown by an exhibit, confirmed by a person. */
import './facts.css';

export { exhibitChoices, exhibitName, itemName } from './exhibit-name.ts';
export { FactsStep } from './facts-step.tsx';
