import { client, startPageAnew, useChange } from '../../api/index.ts';

/** A change of the workspace under the page: busy from the first click until the page has started anew. */
function useMoveTo<Input>(move: (input: Input) => Promise<unknown>) {
  const change = useChange(move, { quiet: true, onSuccess: startPageAnew });
  return { go: change.mutate, isBusy: change.isPending || change.isSuccess };
}

/** Opens the example workspace in place of the person's own; the first time it is made, which takes some seconds. */
export function useOpenExample() {
  const { go, isBusy } = useMoveTo(client.workspace.openExample);
  return { open: () => go({}), isBusy };
}

/** Goes back to the person's own workspace, and deletes the example where asked to. */
export function useLeaveExample() {
  const { go, isBusy } = useMoveTo(client.workspace.leaveExample);
  return { leave: (remove: boolean) => go({ remove }), isBusy };
}
