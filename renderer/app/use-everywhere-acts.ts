import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import type { Settings } from '../../shared/settings/index.ts';
import { api, client, queryClient } from '../api/index.ts';
import { useUndo } from '../features/journal/index.ts';
import { openPalette } from '../features/search/index.ts';
import { useOpenExample } from '../features/workspace/index.ts';
import { useActs, useText } from '../ui/index.ts';
import { ROOMS } from './rooms.ts';

/** What can be done on every screen: go to a room, and the acts that need no place. */
export function useEverywhereActs(showKeys: () => void): void {
  const t = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { undo, redo } = useUndo();
  const { open: openExample, isBusy } = useOpenExample();
  const inExample = useQuery(api.workspace.info.queryOptions({ input: {} })).data?.example;
  const settings = useQuery(api.settings.get.queryOptions({ input: {} })).data;
  const { mutate: setTaste } = useMutation({
    mutationFn: (patch: Partial<Settings>) => client.settings.update(patch),
    meta: { quiet: true },
    onSuccess: (saved) => queryClient.setQueryData(api.settings.get.queryKey({ input: {} }), saved),
  });
  const go = (path: string) => (): void => void navigate(path);
  const switchTheme = (): void =>
    setTaste({ theme: document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'light' : 'dark' });
  useActs([
    ...[
      { id: 'palette', label: t('app:keyPalette'), keys: 'mod+k', whileTyping: true, run: openPalette },
      { id: 'palette-slash', label: t('app:keyPalette'), keys: '/', run: openPalette },
      { id: 'keys', label: t('app:keys'), keys: '?', run: showKeys },
      {
        id: 'help',
        label: t('help:title'),
        keys: 'f1',
        whileTyping: true,
        disabled: pathname === '/help',
        run: go('/help'),
      },
      { id: 'new-case', label: t('app:keyNewCase'), keys: 'n', run: go('/cases/new') },
      { id: 'notice', label: t('onboarding:appeal'), keys: 'shift+n', run: go('/cases/new?what=appeal') },
      {
        id: 'rejected',
        label: t('onboarding:rejected'),
        keys: 'shift+r',
        run: go('/cases/new?what=rejected'),
      },
      { id: 'import', label: t('app:keyImport'), keys: 'i', run: go('/orders/import') },
      {
        id: 'go-look-ups',
        label: t('app:goTo', { room: t('lookUps:title') }),
        keys: 'g b',
        disabled: pathname === '/look-ups',
        run: go('/look-ups'),
      },
      {
        id: 'handover',
        label: t('handovers:act'),
        keys: 'g h',
        disabled: pathname === '/handover',
        run: go('/handover'),
      },
      { id: 'undo', label: t('app:undo'), keys: 'mod+z', run: undo },
      { id: 'redo', label: t('app:redo'), keys: 'shift+mod+z', run: redo },
      {
        id: 'example',
        label: t('workspace:exampleOpen'),
        keys: 'shift+d',
        disabled: inExample !== false || isBusy,
        run: openExample,
      },
      {
        id: 'language',
        label: t('app:switchLanguage'),
        keys: 'shift+l',
        run: () => setTaste({ language: settings?.language === 'en' ? 'zh-CN' : 'en' }),
      },
      { id: 'theme', label: t('app:switchTheme'), keys: 'shift+t', run: switchTheme },
    ].map((act) => ({ ...act, group: 'everywhere' as const })),
    ...ROOMS.map((room) => ({
      id: `go-${room.path}`,
      group: 'rooms' as const,
      label: t('app:goTo', { room: t(room.name) }),
      keys: `g ${room.key}`,
      disabled: pathname === room.path,
      run: go(room.path),
    })),
  ]);
}
