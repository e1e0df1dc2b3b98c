import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { invalidateFeatures, onDesktopMessage } from '../api/index.ts';

/** In the desktop program: goes where a menu or a reminder leads, and asks anew for what grew old while asleep. */
export function useDesktop(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      onDesktopMessage((message) => {
        if (message.kind === 'appealdesk:go') void navigate(message.path);
        if (message.kind === 'appealdesk:woke') void invalidateFeatures([]);
      }),
    [navigate],
  );
}
