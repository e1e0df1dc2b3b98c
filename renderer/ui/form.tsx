import {
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
  useRef,
  useState,
  type FormHTMLAttributes,
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
import { ActButton } from './act-button.tsx';
import { useActs, type Act } from './acts.ts';
import { useText } from './language.tsx';
import { SealButton } from './seal.tsx';

/** Why a form waits: a file is on its way into it, or what stands in a field is refused there in words. */
type HoldReason = 'file' | 'wrong';

interface FormHold {
  readonly held: readonly HoldReason[];
  /** Holds the form until the returned function is called. */
  readonly hold: (why: HoldReason) => () => void;
}

const Hold = createContext<FormHold>({ held: [], hold: () => () => undefined });

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> & {
  readonly onSubmit: () => void;
  /** The key that leads into its first field. */
  readonly enter?: Pick<Act, 'id' | 'label' | 'keys'>;
};

const FIELD = 'input:not([disabled]):not([type=hidden]), textarea:not([disabled])';

/**
 * A form that cannot be saved while one of its fields is still taking a file in, which would be left behind, or refuses what
 * stands in it.
 */
export function Form({ onSubmit, enter, className = 'form-stack', ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const goIn = (): void => form.current?.querySelector<HTMLElement>(FIELD)?.focus();
  useActs(enter === undefined ? [] : [{ ...enter, run: goIn }]);
  const [held, setHeld] = useState<readonly HoldReason[]>([]);
  const hold = useCallback((why: HoldReason) => {
    setHeld((before) => [...before, why]);
    return () => setHeld((before) => before.toSpliced(before.indexOf(why), 1));
  }, []);
  const value = useMemo(() => ({ held, hold }), [held, hold]);
  return (
    <Hold value={value}>
      <form
        ref={form}
        {...rest}
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          if (held.length === 0) onSubmit();
        }}
      />
    </Hold>
  );
}

/** Holds the form around this field for as long as `holds` is true. */
export function useFormHold(holds: boolean, why: HoldReason = 'file'): void {
  const { hold } = useContext(Hold);
  useEffect(() => (holds ? hold(why) : undefined), [holds, hold, why]);
}

type SaveButtonProps = Pick<ButtonProps, 'disabled' | 'loading'> & {
  readonly children: string;
  /** Which form it is of, where a screen has several. */
  readonly of?: string;
  /** What is saved cannot be taken back. */
  readonly sealed?: boolean;
};

/** The button that saves its form. It waits for files on their way, and says so. */
export function SaveButton({ disabled = false, sealed = false, of, ...rest }: SaveButtonProps) {
  const t = useText();
  const { held } = useContext(Hold);
  const props = { type: 'submit', disabled: disabled || held.length > 0, ...rest } as const;
  return (
    <>
      {/* What cannot be taken back is pressed where it stands, never by a key from elsewhere. */}
      {sealed ? (
        <SealButton {...props} />
      ) : (
        <ActButton act="save" keys="mod+enter" whileTyping of={of} {...props} />
      )}
      {held.includes('file') ? (
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

function useFieldError(code: string | undefined, shape?: string): { error?: React.ReactNode } {
  const t = useText();
  if (code === undefined) return {};
  const text =
    code === 'too_small'
      ? t('ui:fieldNeeded')
      : code === 'too_big'
        ? t('ui:fieldTooLong')
        : code === 'invalid_format'
          ? (shape ?? t('ui:fieldShape'))
          : t('ui:fieldWrong');
  return { error: <FieldError text={text} /> };
}

interface FieldProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
  /** What it has to look like, said where it does not. */
  readonly shape?: string;
}

/** What one control needs to stand in a form: its value, its handlers, and its error in words. */
function useBoundField<Values extends FieldValues, Output>({
  control,
  name,
  shape,
}: FieldProps<Values, Output>) {
  const { field, fieldState } = useController({ control, name });
  const { ref, onChange, onBlur, value } = field;
  return { ref, name: field.name, value, onChange, onBlur, ...useFieldError(fieldState.error?.type, shape) };
}

type Unbound<Props> = Omit<Props, 'name' | 'value' | 'onChange' | 'error'>;

type TextOf<Values extends FieldValues, Output, Props> = FieldProps<Values, Output> & Unbound<Props>;

/** One line of text, bound to a form. */
export function TextField<Values extends FieldValues, Output>(props: TextOf<Values, Output, TextInputProps>) {
  return <TextInput {...useBoundText(props)} />;
}

/** Several lines of text, bound to a form. */
export function TextareaField<Values extends FieldValues, Output>(
  props: TextOf<Values, Output, TextareaProps>,
) {
  return <Textarea {...useBoundText(props)} />;
}

/** What a field of text needs to stand in a form; one without a value is empty. */
function useBoundText<Values extends FieldValues, Output, Props>({
  control,
  name,
  shape,
  ...rest
}: FieldProps<Values, Output> & Props) {
  const { value, ...field } = useBoundField({ control, name, ...(shape === undefined ? {} : { shape }) });
  return { ...rest, ...field, value: value ?? '' };
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
