import { Dialog, useText } from '../../ui/index.ts';
import { Keys } from './keys.tsx';

interface KeysSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key that works on this screen, made of what the screen declares. */
export function KeysSheet({ opened, onClose }: KeysSheetProps) {
  const t = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('app:keys')} size="xl">
      <Keys ofScreen />
    </Dialog>
  );
}
