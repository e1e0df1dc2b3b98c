import { useMutation, useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../shared/settings/index.ts';
import { api, client, queryClient } from '../../api/index.ts';

/** The settings of this computer. */
export function useSettings() {
  return useQuery(api.settings.get.queryOptions({ input: {} }));
}

/** Saves a change of the settings as soon as it is made. */
export function useSaveSettings() {
  return useMutation({
    mutationFn: (patch: Partial<Settings>) => client.settings.update(patch),
    meta: { quiet: true },
    onSuccess: (saved) => queryClient.setQueryData(api.settings.get.queryKey({ input: {} }), saved),
  });
}
