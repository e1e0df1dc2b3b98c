import { useEffect } from 'react';

/** Gives the keyboard back to where it was, when what stands in front goes without having been closed first. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}
