import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useId } from 'react';
import { invalidateFeatures } from './query-client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** No "undo" toast: the change is small and frequent (autosave), or shows itself. */
      readonly quiet?: boolean;
      /** The screen shows the error itself: no toast. */
      readonly ownErrors?: boolean;
      /** The same for every try of one form: what went wrong with one is over when another succeeds. */
      readonly act?: string;
    };
  }
}

interface ChangeOptions<Output> {
  /** Features to ask again for, beside what the core announces by itself. */
  readonly features?: readonly string[];
  readonly onSuccess?: (output: Output) => void;
  readonly onError?: () => void;
  readonly quiet?: boolean;
  readonly ownErrors?: boolean;
}

/**
 * A change as a mutation: `const rename = useChange(client.clients.update)`, then `rename.mutate({ … })`.
 *
 * The undo toast and the error toast come from the shell, for every mutation alike.
 */
export function useChange<Input, Output>(
  procedure: (input: Input) => Promise<Output>,
  options: ChangeOptions<Output> = {},
): UseMutationResult<Output, Error, Input> {
  const { features = [], quiet = false, ownErrors = false, onSuccess, onError } = options;
  const act = useId();
  return useMutation({
    mutationFn: (input: Input) => procedure(input),
    meta: { quiet, ownErrors, act },
    ...(onError === undefined ? {} : { onError: () => onError() }),
    onSuccess: (output) => {
      onSuccess?.(output);
      void invalidateFeatures(features);
    },
  });
}
