import { useText, RowButton } from '../../ui/index.ts';

interface HoursButtonProps {
  /** Whose hours, in words. */
  readonly of: string;
  readonly onClick: () => void;
}

/** Opens the hours of somebody who is asked. */
export function HoursButton({ of, onClick }: HoursButtonProps) {
  const t = useText();
  return (
    <RowButton act="opening-hours" keys="h" of={of} onClick={onClick}>
      {t('asks:opening.edit')}
    </RowButton>
  );
}
