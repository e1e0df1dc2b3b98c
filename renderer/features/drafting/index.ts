/** The statement (申诉说明) and the plan (整改方案): written, cited, saved and set. */
import '@mantine/tiptap/styles.css';
import './drafting.css';

export { StatementStep } from './statement-step.tsx';
