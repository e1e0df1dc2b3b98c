/** What the desktop shell and the page in its window know of each other. Types and names only: it runs in both. */

/** The address of the page in the desktop window. */
export const DESKTOP_SCHEME = 'app';
export const DESKTOP_HOST = 'appealdesk';
export const DESKTOP_ORIGIN = `${DESKTOP_SCHEME}://${DESKTOP_HOST}`;

/** The name under which the page finds {@link DesktopBridge} on its `window`. */
export const DESKTOP_BRIDGE = 'appealdeskDesktop';

/**
 * Whether the program starts when the person logs in: `needs-approval` where they have yet to allow it in the system's own
 * settings, `unavailable` where the system or this copy of the program cannot.
 */
export type StartAtLogin = 'on' | 'off' | 'needs-approval' | 'unavailable';

/** All that the page may ask of the shell beside its calls to the core. */
export interface DesktopBridge {
  /** Asks for a line to the core. The answer is a {@link DesktopMessage}: `line` with a port, or `gone`. */
  connect(lineId: number): void;
  /** Lets the person choose a folder; null where they did not. */
  chooseFolder(): Promise<string | null>;
  /** Where a file that was dropped or picked lies; empty for one that lies nowhere (a pasted picture). */
  pathOf(file: object): string;
  /** Asks the system, which people change too. */
  startAtLogin(): Promise<StartAtLogin>;
  /** Asks for it and answers what came of it: the system may refuse, or want to be asked by the person. */
  setStartAtLogin(isOn: boolean): Promise<StartAtLogin>;
}

/** What the shell tells the page, as a message to its own window. */
export type DesktopMessage =
  /** The line that was asked for; its port travels beside. */
  | { readonly kind: 'appealdesk:line'; readonly lineId: number }
  /** A line that is no more, or never was. */
  | { readonly kind: 'appealdesk:gone'; readonly lineId: number }
  /** The person asked for this address from a menu or a reminder. */
  | { readonly kind: 'appealdesk:go'; readonly path: string }
  /** The computer slept: what depends on the time of day is old. */
  | { readonly kind: 'appealdesk:woke' };

const KINDS: readonly DesktopMessage['kind'][] = [
  'appealdesk:line',
  'appealdesk:gone',
  'appealdesk:go',
  'appealdesk:woke',
];

/**
 * Whether a message to the window has the form of one of the shell's. Who sent it is for the listener to check.
 *
 * @param value the message's data, whatever it is
 */
export function isDesktopMessage(value: unknown): value is DesktopMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (KINDS as readonly unknown[]).includes(value.kind)
  );
}
