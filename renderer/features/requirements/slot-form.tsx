import type { ReactNode } from 'react';
import { ActButton, useText } from '../../ui/index.ts';

interface SlotFormProps {
  /** Whether enough is said to be saved. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly save: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/**
 * A small form in the place of a voucher. Escape leaves it and not the sheet around it, for which its first field has to
 * carry `data-mantine-stop-propagation`.
 */
export function SlotForm({ ready, busy, save, onSave, onCancel, children }: SlotFormProps) {
  const t = useText();
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <div className="form-acts">
        <ActButton
          act="save"
          keys="mod+enter"
          whileTyping
          type="submit"
          size="compact-sm"
          variant="default"
          disabled={!ready}
          loading={busy}
        >
          {save}
        </ActButton>
        <ActButton
          act="cancel"
          keys="escape"
          whileTyping
          size="compact-sm"
          variant="subtle"
          onClick={onCancel}
        >
          {t('ui:cancel')}
        </ActButton>
      </div>
    </form>
  );
}
