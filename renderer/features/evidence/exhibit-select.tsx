import { MultiSelect, Select, type MultiSelectProps, type SelectProps } from '@mantine/core';
import type { CaseExhibit } from '../../../shared/evidence/index.ts';
import { useText } from '../../ui/index.ts';
import { exhibitChoices } from '../facts/index.ts';

/** As many exhibits as a list offers at once; typing narrows it to the others. */
const OFFERED = 60;

interface Offered {
  readonly exhibits: readonly CaseExhibit[];
}

/** One of the exhibits of a case, found by its number or name. */
export function ExhibitSelect({ exhibits, ...rest }: Offered & Omit<SelectProps, 'data'>) {
  const t = useText();
  return (
    <Select
      searchable
      limit={OFFERED}
      nothingFoundMessage={t('evidence:nothing')}
      data={exhibitChoices(exhibits, t)}
      {...rest}
    />
  );
}

/** Several of the exhibits of a case, found by their number or name. */
export function ExhibitMultiSelect({ exhibits, ...rest }: Offered & Omit<MultiSelectProps, 'data'>) {
  const t = useText();
  return (
    <MultiSelect
      searchable
      limit={OFFERED}
      nothingFoundMessage={t('evidence:nothing')}
      data={exhibitChoices(exhibits, t)}
      {...rest}
    />
  );
}
