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

/** Says in the corner what was done, with at most one act. Errors stay until closed. */
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

/** Says what went wrong; stays until it is closed. */
export function showErrorToast(t: Translator, message: ReactNode): void {
  notifications.show({
    id: 'error',
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': t('ui:close') },
    color: 'gray',
    message,
    role: 'alert',
  });
}
