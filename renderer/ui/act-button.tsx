import {
  ActionIcon,
  Button,
  CloseButton,
  NavLink,
  type ActionIconProps,
  type ButtonProps,
  type CloseButtonProps,
} from '@mantine/core';
import { useRef, type ComponentPropsWithRef, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { Link } from 'react-router';
import { useActs } from './acts.ts';
import type { Hotkey } from './hotkey.ts';
import { keysAria, keysText } from './kbd.tsx';

interface ActProps {
  /** What kind of act it is; the buttons of several rows may share it. */
  readonly act: string;
  readonly keys: Hotkey;
  /** Its words in the palette and on the sheet of keys, where they are not the button's own. */
  readonly label?: string | undefined;
  /** Which row it is about, in words, where several rows offer it. */
  readonly of?: string | undefined;
  /** Also while a field has the keyboard: for keys that write nothing. */
  readonly whileTyping?: boolean | undefined;
}

interface PressProps {
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  readonly 'aria-label'?: string;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-describedby'?: string;
  readonly type?: 'button' | 'submit';
}

/** What a row of a list is made of: a key pressed in there means the button in there. */
const ROW = '[data-row], form, li, section, [role="note"]';

/** Declares a button as an act: its key and its line in the palette press this very button. */
function useActOf(
  button: RefObject<HTMLElement | null>,
  { act, keys, label, of, whileTyping }: ActProps,
  words: string,
  /** Nothing would come of it now. */
  resting: boolean,
) {
  const said = label ?? words;
  useActs([
    {
      id: act,
      label: said,
      keys,
      of,
      whileTyping,
      disabled: resting,
      place: () => button.current?.closest(ROW) ?? null,
      run: () => button.current?.click(),
    },
  ]);
  return { title: `${said} · ${keysText(keys)}`, 'aria-keyshortcuts': keysAria(keys) };
}

type ActButtonProps = ActProps &
  PressProps &
  Omit<ButtonProps, keyof PressProps> & { readonly to?: string; readonly children?: ReactNode };

/** A button of a screen: whatever it does, its key and the palette do too. With `to` it is a link. */
export function ActButton({ act, keys, label, of, whileTyping, to, children, ...rest }: ActButtonProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const help = useActOf(
    to === undefined ? button : link,
    { act, keys, label, of, whileTyping },
    typeof children === 'string' ? children : (rest['aria-label'] ?? ''),
    rest.disabled === true || rest.loading === true || rest['aria-pressed'] === true,
  );
  if (to === undefined) {
    return (
      <Button ref={button} {...help} {...rest}>
        {children}
      </Button>
    );
  }
  const { type: _type, ...look } = rest;
  return (
    <Button component={Link} to={to} ref={link} {...help} {...look}>
      {children}
    </Button>
  );
}

type RowButtonProps = Omit<ActButtonProps, 'label' | 'aria-label' | 'children'> & {
  readonly of: string;
  readonly children: string;
};

/** A small button of one row among several: whoever only hears its name hears which row it is of. */
export function RowButton({ of, children, ...rest }: RowButtonProps) {
  return (
    <ActButton size="compact-sm" variant="subtle" {...rest} of={of} aria-label={`${children} · ${of}`}>
      {children}
    </ActButton>
  );
}

type Named = { readonly 'aria-label': string };

/** The same for a button that is a picture; its words are its `aria-label`. */
export function ActIcon({
  act,
  keys,
  label,
  of,
  whileTyping,
  ...rest
}: ActProps &
  PressProps &
  Omit<ActionIconProps, keyof PressProps> &
  Named & { readonly children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  const help = useActOf(
    button,
    { act, keys, label, of, whileTyping },
    rest['aria-label'],
    rest.disabled === true || rest.loading === true,
  );
  return <ActionIcon ref={button} {...help} {...rest} />;
}

/** The same for a cross that takes something away. */
export function ActClose({
  act,
  keys,
  label,
  of,
  whileTyping,
  ...rest
}: ActProps & PressProps & Omit<CloseButtonProps, keyof PressProps> & Named) {
  const button = useRef<HTMLButtonElement>(null);
  const help = useActOf(
    button,
    { act, keys, label, of, whileTyping },
    rest['aria-label'],
    rest.disabled === true,
  );
  const { loading: _loading, ...look } = rest;
  return <CloseButton ref={button} {...help} {...look} />;
}

/** The same for a line of a table of contents. */
export function ActNav({
  act,
  keys,
  of,
  label,
  look,
  active,
  onClick,
}: ActProps & {
  readonly label: string;
  readonly look: ReactNode;
  readonly active: boolean;
  readonly onClick: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const help = useActOf(button, { act, keys, of, label }, label, false);
  return <NavLink component="button" ref={button} {...help} label={look} active={active} onClick={onClick} />;
}

/** The same for a button that looks like none, e.g. a card or a picture to press. */
export function ActPlain({
  act,
  keys,
  label,
  of,
  whileTyping,
  ...rest
}: ActProps & { readonly label: string } & Omit<ComponentPropsWithRef<'button'>, 'ref' | 'type'>) {
  const button = useRef<HTMLButtonElement>(null);
  const help = useActOf(
    button,
    { act, keys, label, of, whileTyping },
    label,
    rest.disabled === true || rest['aria-pressed'] === true,
  );
  return <button type="button" ref={button} {...help} {...rest} />;
}
