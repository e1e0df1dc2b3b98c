import { ActButton, useText } from '../../ui/index.ts';

interface HoursButtonProps {
  /** Whose hours, in words. */
  readonly of: string;
  readonly onClick: () => void;
}

/** Opens the hours of somebody who is asked. */
export function HoursButton({ of, onClick }: HoursButtonProps) {
  const t = useText();
  return (
    <ActButton
      act="opening-hours"
      keys="h"
      of={of}
      size="compact-sm"
      variant="subtle"
      aria-label={`${t('asks:opening.edit')} · ${of}`}
      onClick={onClick}
    >
      {t('asks:opening.edit')}
    </ActButton>
  );
}
