import { useEffect } from 'react';
import { client, onOpen } from '../api/index.ts';
import { useComputerZone } from '../ui/index.ts';

/** Tells the core in which zone the computer is, once for each line to it, and again when the computer has travelled. */
export function useToldZone(): void {
  const zone = useComputerZone();
  useEffect(
    () =>
      // A zone that the core does not know, or a line that breaks, leaves it with what it has.
      onOpen(() => void client.system.tellZone({ zone }).catch(() => undefined)),
    [zone],
  );
}
