import { TextInput } from '@mantine/core';
import type { NoticeReading } from '../../../shared/notices/index.ts';
import { ActButton, useText } from '../../ui/index.ts';

interface MatterNumberFieldProps {
  readonly value: string;
  /** What the notice's text calls such a number. */
  readonly numbers: NoticeReading['matterNumbers'];
  readonly onChange: (number: string) => void;
  readonly onBlur?: () => void;
}

/** The platform's number of a violation: where in the notice it is from, and what else the text offers, by one press. */
export function MatterNumberField({ value, numbers, onChange, onBlur }: MatterNumberFieldProps) {
  const t = useText();
  const named = numbers.find(({ number }) => number === value.trim());
  const says =
    named !== undefined
      ? t('notices:matter.from', { label: named.label })
      : value.trim() === '' && numbers.length > 1
        ? t('notices:matter.several')
        : null;
  return (
    <div className="notice-matter">
      <TextInput
        label={t('notices:step.platformNumber')}
        {...(says === null ? {} : { description: says })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
      />
      {numbers.length === 0 || (numbers.length === 1 && named !== undefined) ? null : (
        <div className="notice-proposals">
          <span className="ad-hint">{t('notices:deadline.inText')}</span>
          {numbers.map(({ number, label }) => (
            <ActButton
              act="take-matter"
              keys="shift+g"
              label={t('notices:matter.take')}
              of={number}
              key={number}
              variant="default"
              size="compact-sm"
              aria-pressed={number === value.trim()}
              onClick={() => onChange(number)}
            >
              {label} {number}
            </ActButton>
          ))}
        </div>
      )}
    </div>
  );
}
