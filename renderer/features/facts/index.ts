/** Facts (事实): what happened, shown by an exhibit, confirmed by a person. */
import './facts.css';

export { FactsStep } from './facts-step.tsx';
