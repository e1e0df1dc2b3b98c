import type { RouteObject } from 'react-router';
import { CaseList } from './case-list.tsx';
import { CaseWorkspace } from './case-workspace.tsx';
import { NewCase } from './new-case.tsx';

/** Addresses of cases: the list, a new one, one of them at one of its ten steps. */
export const caseRoutes: RouteObject[] = [
  { path: 'cases', element: <CaseList /> },
  { path: 'cases/new', element: <NewCase /> },
  { path: 'cases/:caseId', element: <CaseWorkspace /> },
  { path: 'cases/:caseId/:step', element: <CaseWorkspace /> },
];
