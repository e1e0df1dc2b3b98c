import type { Electron } from './electron-api.ts';

/** A bubble of the system (提醒). A click opens its case, or Today where it is about several. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly caseId: string | null;
}

export type Notify = (notice: Notice) => void;

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
  return ({ title, body, caseId }) => {
    if (!Notification.isSupported()) return;
    const bubble = new Notification({ title, body });
    shown.add(bubble);
    const forget = (): void => void shown.delete(bubble);
    bubble.on('click', () => {
      forget();
      open(caseId === null ? '/' : `/cases/${caseId}`);
    });
    bubble.on('close', forget);
    bubble.on('failed', forget);
    bubble.show();
  };
}
