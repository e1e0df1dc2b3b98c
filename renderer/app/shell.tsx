import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { api } from '../api/index.ts';
import { SignInGate } from '../features/operators/index.ts';
import { CommandPalette, openPalette } from '../features/search/index.ts';
import { useUndo, useUndoToasts } from '../features/journal/index.ts';
import { ExampleBand } from '../features/workspace/index.ts';
import { Loading, useHotkey, useText } from '../ui/index.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { KeysSheet } from './keys-sheet.tsx';
import { ROOMS, type Room } from './rooms.ts';
import { Sidebar } from './sidebar.tsx';
import { useCommands } from './use-commands.tsx';
import { useDesktop } from './use-desktop.ts';
import { useStrayFiles } from './use-stray-files.ts';

function GoKey({ room }: { readonly room: Room }) {
  const navigate = useNavigate();
  useHotkey(`g ${room.key}`, () => void navigate(room.path));
  return null;
}

/** What stands around every room: navigation, who acts, the palette, undo, and the line to the core. */
export function Shell() {
  const t = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const { undo, redo } = useUndo();
  const info = useQuery(api.workspace.info.queryOptions({ input: {} }));
  const commands = useCommands(() => setHelpOpen(true));
  useUndoToasts();
  // A new room, or another step, is read from its top.
  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [pathname]);
  useDesktop();
  useStrayFiles();
  useHotkey('mod+k', openPalette, { whileTyping: true });
  useHotkey('/', openPalette);
  useHotkey('?', () => setHelpOpen(true));
  useHotkey('mod+z', undo);
  useHotkey('shift+mod+z', redo);
  useHotkey('n', () => void navigate('/cases/new'));
  useHotkey('i', () => void navigate('/orders/import'));
  return (
    <div className="ad-frame">
      <a className="ad-skip" href="#content">
        {t('app:skip')}
      </a>
      <ExampleBand />
      <div className="ad-shell">
        {ROOMS.map((room) => (
          <GoKey key={room.path} room={room} />
        ))}
        <Sidebar onHelp={() => setHelpOpen(true)} />
        <main ref={content} id="content" className="ad-content" tabIndex={-1}>
          <ConnectionBanner />
          {info.data === undefined ? <Loading /> : <Outlet />}
        </main>
        <SignInGate />
        <CommandPalette commands={commands} />
        <KeysSheet opened={helpOpen} onClose={() => setHelpOpen(false)} />
      </div>
    </div>
  );
}
