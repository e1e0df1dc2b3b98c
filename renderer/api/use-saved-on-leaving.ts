import { useEffect } from 'react';

/** Saves what is unsaved before this leaves the screen, and before the page does. */
export function useSavedOnLeaving(save: () => Promise<void>): void {
  useEffect(() => {
    const flush = (): void => void save();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [save]);
}
