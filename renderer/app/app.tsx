import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { DEFAULT_SETTINGS } from '../../shared/settings/index.ts';
import { api, queryClient } from '../api/index.ts';
import { cssVariablesResolver, LanguageProvider, theme } from '../ui/index.ts';
import './app.css';
import { colorSchemeManager } from './color-scheme.ts';
import { pageNonce } from './content-policy.ts';
import { routes } from './routes.tsx';
import { Starting } from './starting.tsx';

function Taste({ children }: { readonly children: (ready: boolean) => ReactNode }) {
  const { data } = useQuery(api.settings.get.queryOptions({ input: {} }));
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', undefined, {
    getInitialValueInEffect: false,
  });
  const { language, theme: chosen, zone } = data ?? DEFAULT_SETTINGS;
  const scheme = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={() => pageNonce}
    >
      <LanguageProvider language={language} zone={zone}>
        {children(data !== undefined)}
      </LanguageProvider>
    </MantineProvider>
  );
}

/** The window: taste, words, data, and the rooms. */
export function App() {
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <QueryClientProvider client={queryClient}>
      <Taste>
        {(ready) => (
          <>
            {ready ? <RouterProvider router={router} /> : <Starting />}
            <Notifications position="bottom-right" limit={3} />
          </>
        )}
      </Taste>
    </QueryClientProvider>
  );
}
