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

/** Says in the corner what was done, with at most one act. Errors stay until closed. */
export function showToast(t: Translator, message: ReactNode, options: ToastOptions = {}): void {
  const id = options.id ?? 'last-act';
  const { act } = options;
  notifications.hide(id);
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
