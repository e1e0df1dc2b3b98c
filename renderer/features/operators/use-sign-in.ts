import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query';
import type { Operator } from '../../../shared/operators/index.ts';
import { api, client, queryClient } from '../../api/index.ts';

interface SignIn {
  readonly operatorId: string;
  readonly pin?: string;
}

/** Who can act, and who does. `current` is undefined until known, null when nobody does. */
export function useOperators(): {
  readonly operators: readonly Operator[];
  readonly current: Operator | null | undefined;
} {
  const list = useQuery(api.operators.list.queryOptions({ input: {} }));
  const current = useQuery(api.operators.current.queryOptions({ input: {} }));
  return {
    operators: (list.data ?? []).filter(({ archivedAt }) => archivedAt === null),
    current: current.data,
  };
}

/** Switches who acts in this window. The screen that asks shows a wrong PIN itself. */
export function useSignIn(): UseMutationResult<Operator, Error, SignIn> {
  return useMutation({
    mutationFn: (input: SignIn) => client.operators.signIn(input),
    meta: { quiet: true, ownErrors: true },
    onSuccess: (operator) => {
      queryClient.setQueryData(api.operators.current.queryKey({ input: {} }), operator);
    },
  });
}
