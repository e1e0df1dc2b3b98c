import type { Notification as Bubble } from '../../core/index.ts';
import type { Electron } from './electron-api.ts';

/** Shows a bubble; says whether the system did. */
export type Notify = (bubble: Bubble) => Promise<boolean>;

/** So long the system may take to say that it shows a bubble. */
const NO_WORD_MS = 5_000;

/**
 * The one door to the system's bubbles.
 *
 * @param open brings the window forward, at an address of the page
 */
export function createNotify(
  { Notification }: Pick<Electron, 'Notification'>,
  open: (path: string) => void,
): Notify {
  // A bubble that nothing holds is collected, and its click with it.
  const shown = new Set<InstanceType<typeof Notification>>();
  return async ({ title, body, caseId }) => {
    if (!Notification.isSupported()) return false;
    const bubble = new Notification({ title, body });
    shown.add(bubble);
    const forget = (): void => void shown.delete(bubble);
    bubble.on('click', () => {
      forget();
      open(caseId === null ? '/' : `/cases/${caseId}`);
    });
    bubble.on('close', forget);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    bubble.on('show', () => resolve(true));
    bubble.on('failed', () => {
      forget();
      resolve(false);
    });
    bubble.show();
    // A system that says nothing either way has not shown it, as far as anybody knows.
    const timer = setTimeout(() => resolve(false), NO_WORD_MS);
    return await promise.finally(() => clearTimeout(timer));
  };
}
