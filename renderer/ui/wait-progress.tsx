import { Progress } from '@mantine/core';
import { ActButton } from './act-button.tsx';
import { useText } from './language.tsx';

interface WaitProgressProps {
  /** What is waited for, and how far it is where that is a number. */
  readonly label: string;
  /** From 0 to 1; null where nobody knows how much is left. */
  readonly part: number | null;
  /** What the bar is called, where the label changes from moment to moment. */
  readonly name?: string;
  readonly onCancel: () => void;
}

/** A wait as it goes, with a way to stop it. */
export function WaitProgress({ label, part, name = label, onCancel }: WaitProgressProps) {
  const t = useText();
  return (
    <div className="ad-job">
      <div className="ad-job-head">
        <span role="status">{label}</span>
        <ActButton act="stop" keys="shift+s" variant="subtle" size="compact-sm" onClick={onCancel}>
          {t('ui:cancel')}
        </ActButton>
      </div>
      <Progress
        value={part === null ? 100 : part * 100}
        animated={part === null}
        size="sm"
        aria-label={name}
      />
    </div>
  );
}
