/** The statement (申诉说明): written, cited, saved and set. */
import '@mantine/tiptap/styles.css';
import './drafting.css';

export { StatementStep } from './statement-step.tsx';
