import {
  DESKTOP_BRIDGE,
  isDesktopMessage,
  type DesktopBridge,
  type DesktopMessage,
} from '../../shared/desktop/index.ts';

/** The shell's side of the window, where this page stands in the desktop program; null in a browser. */
export const desktop: DesktopBridge | null =
  (globalThis as { readonly [DESKTOP_BRIDGE]?: DesktopBridge })[DESKTOP_BRIDGE] ?? null;

/** A window that gets messages: the page's own, or one like it. */
export type MessageTarget = Pick<Window, 'addEventListener' | 'removeEventListener'>;

/**
 * Listens to what the shell tells the page. It comes as a message of the window to itself, so anything that another
 * window sent is passed over.
 *
 * @returns the way to stop
 */
export function onDesktopMessage(
  listener: (message: DesktopMessage, port: MessagePort | null) => void,
  page: MessageTarget = window,
): () => void {
  const take = (event: MessageEvent<unknown>): void => {
    if (event.source === page && isDesktopMessage(event.data)) listener(event.data, event.ports[0] ?? null);
  };
  page.addEventListener('message', take);
  return () => page.removeEventListener('message', take);
}
