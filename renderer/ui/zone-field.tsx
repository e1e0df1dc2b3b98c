import { Autocomplete } from '@mantine/core';
import { useMemo } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { FieldError } from './form.tsx';
import { useText } from './language.tsx';
import { findZones, zoneCalled, zoneNames, type ZoneName } from './zone-names.ts';

/** The zones by name, in the language that is on; `also` is one that must be among them. */
export function useZoneNames(also?: string): readonly ZoneName[] {
  const t = useText();
  return useMemo(() => zoneNames(t, also === undefined ? [] : [also]), [t, also]);
}

interface ZoneFieldProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly names: readonly ZoneName[];
}

/**
 * A time zone, bound to a form and found by city, country or name. What names none stays as it was typed, with words: a
 * list that quietly went back to the zone before would be saved unseen.
 */
export function ZoneField<Values extends FieldValues, Output>(props: ZoneFieldProps<Values, Output>) {
  const { control, name, label, names } = props;
  const t = useText();
  const { field, fieldState } = useController({ control, name });
  const value: string = field.value ?? '';
  return (
    <Autocomplete
      ref={field.ref}
      name={field.name}
      label={label}
      value={names.find(({ zone }) => zone === value)?.label ?? value}
      data={names.map((each) => each.label)}
      filter={({ search }) =>
        findZones(names, search).map((each) => ({ value: each.label, label: each.label, disabled: false }))
      }
      onChange={field.onChange}
      onOptionSubmit={(chosen) => field.onChange(zoneCalled(names, chosen) ?? chosen)}
      onBlur={() => {
        const called = zoneCalled(names, value);
        if (called !== null && called !== value) field.onChange(called);
        field.onBlur();
      }}
      error={fieldState.error === undefined ? undefined : <FieldError text={t('ui:zoneUnknown')} />}
    />
  );
}
