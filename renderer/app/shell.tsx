import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { api } from '../api/index.ts';
import { KeysSheet } from '../features/help/index.ts';
import { SignInGate } from '../features/operators/index.ts';
import { chooseAct, CommandPalette } from '../features/search/index.ts';
import { useUndoToasts } from '../features/journal/index.ts';
import { ExampleBand } from '../features/workspace/index.ts';
import { Loading, useActKeys, useText } from '../ui/index.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Sidebar } from './sidebar.tsx';
import { useDesktop } from './use-desktop.ts';
import { useEverywhereActs } from './use-everywhere-acts.ts';
import { useStrayFiles } from './use-stray-files.ts';
import { useToldZone } from './use-told-zone.ts';

/** What stands around every room: navigation, who acts, the palette, undo, and the line to the core. */
export function Shell() {
  const t = useText();
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  useActKeys(chooseAct);
  useEverywhereActs(() => setKeysOpen(true));
  useUndoToasts();
  // A new room, or another step, is read from its top.
  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [pathname]);
  useDesktop();
  useStrayFiles();
  useToldZone();
  return (
    <div className="ad-frame">
      <a className="ad-skip" href="#content">
        {t('app:skip')}
      </a>
      <ExampleBand />
      <div className="ad-shell">
        <Sidebar />
        <main ref={content} id="content" className="ad-content" tabIndex={-1}>
          <ConnectionBanner />
          {info.data === undefined ? <Loading /> : <Outlet />}
        </main>
        <SignInGate />
        <CommandPalette />
        <KeysSheet opened={keysOpen} onClose={() => setKeysOpen(false)} />
      </div>
    </div>
  );
}
