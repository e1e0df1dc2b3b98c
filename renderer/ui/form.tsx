import {
  Button,
  Select,
  Textarea,
  TextInput,
  type ButtonProps,
  type SelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type FormHTMLAttributes,
  type ReactNode,
} from 'react';
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
import { SealButton } from './seal.tsx';

interface FormHold {
  readonly held: boolean;
  /** Holds the form until the returned function is called. */
  readonly hold: () => () => void;
}

const Hold = createContext<FormHold>({ held: false, hold: () => () => undefined });

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> & { readonly onSubmit: () => void };

/** A form that cannot be saved while one of its fields is still taking a file in: the file would be left behind. */
export function Form({ onSubmit, className = 'form-stack', ...rest }: FormProps) {
  const [holders, setHolders] = useState(0);
  const hold = useCallback(() => {
    setHolders((count) => count + 1);
    return () => setHolders((count) => count - 1);
  }, []);
  const held = holders > 0;
  const value = useMemo(() => ({ held, hold }), [held, hold]);
  return (
    <Hold value={value}>
      <form
        {...rest}
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          if (!held) onSubmit();
        }}
      />
    </Hold>
  );
}

/** Holds the form around this field for as long as `busy` is true. */
export function useFormHold(busy: boolean): void {
  const { hold } = useContext(Hold);
  useEffect(() => (busy ? hold() : undefined), [busy, hold]);
}

type SaveButtonProps = Pick<ButtonProps, 'disabled' | 'loading'> & {
  readonly children: ReactNode;
  /** What is saved cannot be taken back. */
  readonly sealed?: boolean;
};

/** The button that saves its form. It waits for files on their way, and says so. */
export function SaveButton({ disabled = false, sealed = false, ...rest }: SaveButtonProps) {
  const t = useText();
  const { held } = useContext(Hold);
  const props = { type: 'submit', disabled: disabled || held, ...rest } as const;
  return (
    <>
      {sealed ? <SealButton {...props} /> : <Button {...props} />}
      {held ? (
        <span className="ad-hint" role="status">
          {t('ui:waitsForFile')}
        </span>
      ) : null}
    </>
  );
}

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

/** What one control needs to stand in a form: its value, its handlers, and its error in words. */
function useBoundField<Values extends FieldValues, Output>({ control, name }: FieldProps<Values, Output>) {
  const { field, fieldState } = useController({ control, name });
  const { ref, onChange, onBlur, value } = field;
  return { ref, name: field.name, value, onChange, onBlur, ...useFieldError(fieldState.error?.type) };
}

type Unbound<Props> = Omit<Props, 'name' | 'value' | 'onChange' | 'error'>;

/** One line of text, bound to a form. */
export function TextField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Unbound<TextInputProps>) {
  const { value, ...field } = useBoundField({ control, name });
  return <TextInput {...rest} {...field} value={value ?? ''} />;
}

/** Several lines of text, bound to a form. */
export function TextareaField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Unbound<TextareaProps>) {
  const { value, ...field } = useBoundField({ control, name });
  return <Textarea {...rest} {...field} value={value ?? ''} />;
}

/** A choice from a list, bound to a form. */
export function SelectField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: FieldProps<Values, Output> & Unbound<SelectProps>) {
  const { value, onChange, ...field } = useBoundField({ control, name });
  // Mantine hands over the option too; the form wants the value alone.
  return (
    <Select {...rest} {...field} value={value ?? null} onChange={(chosen: unknown) => onChange(chosen)} />
  );
}
