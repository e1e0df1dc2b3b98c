import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { invalidateFeatures } from './query-client.ts';

interface ChangeOptions<Output> {
  /** Features to ask again for, beside what the core announces by itself. */
  readonly features?: readonly string[];
  readonly onSuccess?: (output: Output) => void;
}

/**
 * A change as a mutation: `const rename = useChange(client.clients.update)`, then `rename.mutate({ … })`.
 *
 * The undo toast and the error toast come from the mutation cache (renderer/app), for every change alike.
 */
export function useChange<Input, Output>(
  procedure: (input: Input) => Promise<Output>,
  options: ChangeOptions<Output> = {},
): UseMutationResult<Output, Error, Input> {
  return useMutation({
    mutationFn: (input: Input) => procedure(input),
    onSuccess: async (output) => {
      options.onSuccess?.(output);
      await invalidateFeatures(options.features ?? []);
    },
  });
}
