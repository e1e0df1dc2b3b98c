import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import './seal.css';

/** A late time, or the word that says so. Red with words, never red alone. */
export function LateText({ children }: { readonly children: ReactNode }) {
  return <span className="ad-seal-late">{children}</span>;
}

const SEALED = {
  '--button-color': 'var(--seal)',
  '--button-bg': 'transparent',
  '--button-hover': 'var(--seal-soft)',
  '--button-hover-color': 'var(--seal)',
  '--button-bd': '1px solid var(--seal)',
};
const ARMED = {
  ...SEALED,
  '--button-color': 'var(--sheet)',
  '--button-bg': 'var(--seal)',
  '--button-hover': 'var(--seal)',
  '--button-hover-color': 'var(--sheet)',
};

type SealButtonProps = ButtonProps &
  Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & {
    /** The second, deciding press: the button is filled. */
    readonly armed?: boolean;
  };

/** The button of an act that cannot be taken back. */
export function SealButton({ armed = false, className, ...rest }: SealButtonProps) {
  return (
    <Button
      variant="outline"
      {...rest}
      className={className === undefined ? 'ad-seal-button' : `ad-seal-button ${className}`}
      data-armed={armed || undefined}
      // Mantine writes its colours into the element itself, where no class can overrule them.
      vars={() => ({ root: rest.disabled === true ? {} : armed ? ARMED : SEALED })}
    />
  );
}

/** The seal of the one chance: two short words in a stamped square. Decoration; the sentence beside it says it. */
export function SealStamp({ children }: { readonly children: ReactNode }) {
  return (
    <span className="ad-seal-stamp" aria-hidden="true">
      {children}
    </span>
  );
}

/** The ground under a question about something irrevocable. */
export function SealPanel({ children }: { readonly children: ReactNode }) {
  return <div className="ad-seal-panel">{children}</div>;
}
