import { ArrowDown, ArrowUp } from 'lucide-react';
import { ActIcon } from './act-button.tsx';
import { useText } from './language.tsx';

interface MoveActsProps {
  /** What is moved, in words. */
  readonly of: string;
  /** What the two say of it. */
  readonly upWords: string;
  readonly downWords: string;
  /** Moves it by one place; null where it cannot. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

/** The two acts that move one of several by a place. */
export function MoveActs({ of, upWords, downWords, onUp, onDown }: MoveActsProps) {
  const t = useText();
  return (
    <>
      <ActIcon
        act="move-up"
        keys="alt+arrowup"
        label={t('ui:moveUp')}
        of={of}
        aria-label={upWords}
        disabled={onUp === null}
        onClick={() => onUp?.()}
      >
        <ArrowUp size={15} aria-hidden="true" />
      </ActIcon>
      <ActIcon
        act="move-down"
        keys="alt+arrowdown"
        label={t('ui:moveDown')}
        of={of}
        aria-label={downWords}
        disabled={onDown === null}
        onClick={() => onDown?.()}
      >
        <ArrowDown size={15} aria-hidden="true" />
      </ActIcon>
    </>
  );
}
