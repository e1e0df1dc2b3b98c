import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { useText } from './language.tsx';
import { SealButton, SealPanel, SealStamp } from './seal.tsx';

interface ConfirmTwiceProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The two short words of the stamp; null where it is not known to be the only chance. */
  readonly stamp: string | null;
  /** What is spent, and what is left afterwards. */
  readonly children: ReactNode;
  /** The sentence to tick before the act can be pressed. */
  readonly acknowledge: string;
  /** The name of the act. */
  readonly act: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}

/** Asks twice before something that cannot be taken back: a sentence to tick, then the sealed button. */
export function ConfirmTwice(props: ConfirmTwiceProps) {
  const { opened, onClose, title, stamp, children, acknowledge, act, busy = false, onConfirm } = props;
  const t = useText();
  const [agreed, setAgreed] = useState(false);
  const close = (): void => {
    setAgreed(false);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={title} size="lg">
      <SealPanel>
        <div className="ad-row-top">
          {stamp === null ? null : <SealStamp>{stamp}</SealStamp>}
          <div>{children}</div>
        </div>
      </SealPanel>
      <Checkbox
        mt="md"
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
        label={acknowledge}
      />
      <div className="ad-dialog-acts">
        <Button variant="default" onClick={close} data-autofocus>
          {t('ui:notNow')}
        </Button>
        <SealButton armed disabled={!agreed} loading={busy} onClick={onConfirm}>
          {act}
        </SealButton>
      </div>
    </Dialog>
  );
}
