import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { Translator } from '../../shared/i18n/index.ts';

interface ToastOptions {
  /** The one act a toast offers, usually "Undo". */
  readonly act?: { readonly label: string; readonly run: () => void };
  /** Replaces an earlier toast of this id. */
  readonly id?: string;
}

let shown = 0;
/** The toast that stands in each place, by its id. */
const inPlace = new Map<string, string>();

/** Says in the corner what was done, with at most one act. */
export function showToast(t: Translator, message: ReactNode, options: ToastOptions = {}): void {
  const { act } = options;
  // A toast of its own each time: one that is shown while its namesake leaves would leave with it.
  shown += 1;
  const place = options.id ?? 'last-act';
  const before = inPlace.get(place);
  if (before !== undefined) notifications.hide(before);
  const id = `${place}-${shown}`;
  inPlace.set(place, id);
  notifications.show({
    id,
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: { 'aria-label': t('ui:close') },
    color: 'accent',
    message: (
      <span className="ad-toast">
        <span>{message}</span>
        {act === undefined ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              notifications.hide(id);
              act.run();
            }}
          >
            {act.label}
          </Button>
        )}
      </span>
    ),
  });
}

/** The error that stands in the corner: its toast, and the act it is of. */
let standing: { readonly id: string; readonly act: string | undefined } | null = null;

/** Takes what went wrong from the screen: of this act, which was done after all; or whatever it is, where its room was left. */
export function hideErrorToast(act?: string): void {
  if (standing === null || (act !== undefined && standing.act !== act)) return;
  notifications.hide(standing.id);
  standing = null;
}

/**
 * Says what went wrong; stays until it is closed, or hidden by `hideErrorToast`. A later one takes its place.
 *
 * @param act by which the success of the same act is known later
 */
export function showErrorToast(t: Translator, message: ReactNode, act?: string): void {
  hideErrorToast();
  shown += 1;
  standing = { id: `error-${shown}`, act };
  notifications.show({
    id: standing.id,
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': t('ui:close') },
    color: 'gray',
    message,
    role: 'alert',
  });
}
