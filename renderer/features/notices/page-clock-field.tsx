import { Select } from '@mantine/core';
import type { PageClocks } from '../../../shared/deadlines/index.ts';
import { useText } from '../../ui/index.ts';

interface PageClockFieldProps {
  /** What the core takes the countdown for; undefined until it said so. */
  readonly page: PageClocks | undefined;
  readonly onChange: (clockId: string) => void;
}

/** Which deadline the page's countdown is of, where it may be of several; nothing is asked where there is only one. */
export function PageClockField({ page, onChange }: PageClockFieldProps) {
  const t = useText();
  if (page === undefined || page.counted === null || page.clocks.length < 2) return null;
  return (
    <Select
      className="notice-page-clock"
      label={t('notices:deadline.which')}
      description={t('notices:deadline.which.hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={page.clocks.map(({ id, title }) => ({ value: id, label: t.pick(title) }))}
      value={page.counted}
      onChange={(id) => {
        if (id !== null && id !== page.counted) onChange(id);
      }}
    />
  );
}
