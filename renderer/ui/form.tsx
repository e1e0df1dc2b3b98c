import {
  Select,
  Textarea,
  TextInput,
  type SelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import {
  useController,
  useForm,
  type Control,
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import type * as z from 'zod';
import { useText } from './language.tsx';

/** A form checked by a zod schema: `useZodForm(schema, defaults)`, then fields with `control={form.control}`. */
export function useZodForm<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    defaultValues,
    mode: 'onTouched',
    resolver: (values) => {
      const result = schema.safeParse(values);
      if (result.success) return { values: result.data, errors: {} };
      const errors: Record<string, { type: string; message: string }> = {};
      for (const issue of result.error.issues) {
        errors[issue.path.join('.')] ??= { type: issue.code, message: issue.code };
      }
      return { values: {}, errors: errors as FieldErrors<Input> };
    },
  });
}

/** What is wrong with a field: ink, an icon and words; never red. */
export function FieldError({ text }: { readonly text: string }) {
  return (
    <span className="ad-field-error">
      <CircleAlert size={13} aria-hidden="true" /> {text}
    </span>
  );
}

function useFieldError(code: string | undefined): { error?: React.ReactNode } {
  const t = useText();
  if (code === undefined) return {};
  const text =
    code === 'too_small'
      ? t('ui:fieldNeeded')
      : code === 'too_big'
        ? t('ui:fieldTooLong')
        : code === 'invalid_format'
          ? t('ui:fieldShape')
          : t('ui:fieldWrong');
  return { error: <FieldError text={text} /> };
}

interface FieldProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
}

/** One line of text, bound to a form. */
export function TextField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Omit<TextInputProps, 'name' | 'value' | 'onChange' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <TextInput
      {...rest}
      {...useFieldError(fieldState.error?.type)}
      ref={field.ref}
      name={field.name}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}

/** Several lines of text, bound to a form. */
export function TextareaField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Omit<TextareaProps, 'name' | 'value' | 'onChange' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Textarea
      {...rest}
      {...useFieldError(fieldState.error?.type)}
      ref={field.ref}
      name={field.name}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}

/** A choice from a list, bound to a form. */
export function SelectField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Omit<SelectProps, 'name' | 'value' | 'onChange' | 'error'>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Select
      {...rest}
      {...useFieldError(fieldState.error?.type)}
      ref={field.ref}
      name={field.name}
      value={field.value ?? null}
      onChange={(value: unknown) => field.onChange(value)}
      onBlur={field.onBlur}
    />
  );
}
