import type { RouteObject } from 'react-router';
import { caseRoutes } from '../features/cases/index.ts';
import { ClientsRoom } from '../features/clients/index.ts';
import { DeadlinesRoom } from '../features/deadlines/index.ts';
import { EvidenceRoom } from '../features/evidence/index.ts';
import { HandoverReading, HandoverRoom } from '../features/handovers/index.ts';
import { HelpRoom } from '../features/help/index.ts';
import { LookUpsRoom } from '../features/look-ups/index.ts';
import { ImportOrdersRoom, OrdersRoom } from '../features/orders/index.ts';
import { RulebookRoom } from '../features/rulebook/index.ts';
import { SettingsRoom } from '../features/settings/index.ts';
import { TodayRoom } from '../features/today/index.ts';
import { Crashed, NotFound } from './crashed.tsx';
import { Shell } from './shell.tsx';

/** Every address of the window. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    errorElement: <Crashed />,
    children: [
      {
        errorElement: <Crashed />,
        children: [
          { index: true, element: <TodayRoom /> },
          ...caseRoutes,
          { path: 'orders', element: <OrdersRoom /> },
          { path: 'orders/import', element: <ImportOrdersRoom /> },
          { path: 'evidence', element: <EvidenceRoom /> },
          { path: 'deadlines', element: <DeadlinesRoom /> },
          { path: 'look-ups', element: <LookUpsRoom /> },
          { path: 'rulebook', element: <RulebookRoom /> },
          { path: 'clients', element: <ClientsRoom /> },
          { path: 'settings', element: <SettingsRoom /> },
          { path: 'handover', element: <HandoverRoom /> },
          { path: 'handover/:handoverId', element: <HandoverReading /> },
          { path: 'help', element: <HelpRoom /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
