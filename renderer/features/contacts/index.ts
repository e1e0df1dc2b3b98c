/** How to go on with a case: the ways that fit it now, and the log of what was said with the platform. */
import './contacts.css';

export { WaysOn } from './ways-on.tsx';
