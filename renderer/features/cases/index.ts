/** Cases: the list, a new one, and the workspace with its ten steps. */
import './cases.css';

export { caseRoutes } from './case-routes.tsx';
