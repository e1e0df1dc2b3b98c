import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Settings } from '../../shared/settings/index.ts';
import { api, client, queryClient } from '../api/index.ts';
import { useUndo } from '../features/journal/index.ts';
import type { Command } from '../features/search/index.ts';
import { useOpenExample } from '../features/workspace/index.ts';
import { useText } from '../ui/index.ts';
import { ROOMS } from './rooms.ts';

/** Everything the palette can do by itself: go to a room, and the acts that need no place. */
export function useCommands(openHelp: () => void): readonly Command[] {
  const t = useText();
  const navigate = useNavigate();
  const { undo, redo } = useUndo();
  const { open: openExample } = useOpenExample();
  const inExample = useQuery(api.workspace.info.queryOptions({ input: {} })).data?.example;
  const settings = useQuery(api.settings.get.queryOptions({ input: {} })).data;
  const { mutate: setTaste } = useMutation({
    mutationFn: (patch: Partial<Settings>) => client.settings.update(patch),
    meta: { quiet: true },
    onSuccess: (saved) => queryClient.setQueryData(api.settings.get.queryKey({ input: {} }), saved),
  });
  return useMemo(() => {
    const go = (path: string) => (): void => void navigate(path);
    const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
    return [
      { id: 'new-case', group: 'acts', label: t('app:keyNewCase'), keys: 'n', run: go('/cases/new') },
      { id: 'notice', group: 'acts', label: t('onboarding:appeal'), run: go('/cases/new?what=appeal') },
      { id: 'rejected', group: 'acts', label: t('onboarding:rejected'), run: go('/cases/new?what=rejected') },
      { id: 'import', group: 'acts', label: t('app:keyImport'), keys: 'i', run: go('/orders/import') },
      ...ROOMS.map((room): Command => ({
        id: `go-${room.path}`,
        group: 'rooms',
        label: t('app:goTo', { room: t(room.name) }),
        keys: `g ${room.key}`,
        run: go(room.path),
      })),
      { id: 'undo', group: 'acts', label: t('app:undo'), keys: 'mod+z', run: undo },
      { id: 'redo', group: 'acts', label: t('app:redo'), keys: 'shift+mod+z', run: redo },
      { id: 'help', group: 'acts', label: t('app:keys'), keys: '?', run: openHelp },
      ...(inExample === false
        ? [{ id: 'example', group: 'acts', label: t('workspace:exampleOpen'), run: openExample } as const]
        : []),
      {
        id: 'language',
        group: 'acts',
        label: t('app:switchLanguage'),
        run: () => setTaste({ language: settings?.language === 'en' ? 'zh-CN' : 'en' }),
      },
      {
        id: 'theme',
        group: 'acts',
        label: t('app:switchTheme'),
        run: () => setTaste({ theme: dark ? 'light' : 'dark' }),
      },
    ] satisfies Command[];
  }, [t, navigate, undo, redo, openHelp, setTaste, settings, inExample, openExample]);
}
