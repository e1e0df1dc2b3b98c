import { Drawer, Modal, type DrawerProps, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from './language.tsx';

/** A dialog in front of the room. */
export function Dialog(props: Omit<ModalProps, 'closeButtonProps' | 'returnFocus'>) {
  const t = useText();
  useFocusBack(props.opened);
  return <Modal {...props} returnFocus={false} closeButtonProps={{ 'aria-label': t('ui:close') }} />;
}

/** A sheet at the side of the room. */
export function SidePanel(props: Omit<DrawerProps, 'closeButtonProps' | 'returnFocus' | 'position'>) {
  const t = useText();
  useFocusBack(props.opened);
  return (
    <Drawer
      {...props}
      position="right"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    />
  );
}

/**
 * Gives the keyboard back to where it was, also when what stands in front is taken away while it is open: Mantine does
 * it only for what is closed first and stays mounted.
 */
function useFocusBack(opened: boolean): void {
  useEffect(() => {
    const before = document.activeElement;
    if (!opened || !(before instanceof HTMLElement)) return undefined;
    return () => {
      if (before.isConnected) before.focus({ preventScroll: true });
    };
  }, [opened]);
}
