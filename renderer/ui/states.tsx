import { Loader } from '@mantine/core';
import { Check, Circle, CircleAlert, CircleDot, CircleSlash, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeError } from '../api/errors.ts';
import { ActButton } from './act-button.tsx';
import { useText, useZone } from './language.tsx';
import { LateText } from './seal.tsx';

interface EmptyStateProps {
  /** What would stand here. */
  readonly title: string;
  /** One or two sentences: why it is empty, what brings it. */
  readonly children?: ReactNode;
  /** The act that brings it. */
  readonly action?: { readonly label: string; readonly onClick?: () => void; readonly to?: string };
}

/** An empty place that says what would appear in it and offers the act that brings it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="ad-empty">
      <p className="ad-empty-title">{title}</p>
      {children === undefined ? null : <p className="ad-empty-text">{children}</p>}
      {action === undefined ? null : (
        <ActButton
          act="onward"
          keys="."
          variant="default"
          {...(action.to === undefined ? {} : { to: action.to })}
          {...(action.onClick === undefined ? {} : { onClick: action.onClick })}
        >
          {action.label}
        </ActButton>
      )}
    </div>
  );
}

const STATUS = {
  ok: { icon: Check, className: 'ad-status ad-status-ok' },
  part: { icon: CircleDot, className: 'ad-status ad-status-warn' },
  warn: { icon: TriangleAlert, className: 'ad-status ad-status-warn' },
  open: { icon: Circle, className: 'ad-status' },
  no: { icon: CircleSlash, className: 'ad-status' },
} as const;

/** The states a word can be in; each has an icon of its own shape, so colour never speaks alone. */
export type StatusKind = keyof typeof STATUS;

/** A state as icon and word. */
export function StatusWord({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const { icon: Icon, className } = STATUS[kind];
  return (
    <span className={className}>
      <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

/** A note on a strip of paper: something to know, in ink with an icon. */
export function Note({
  kind = 'info',
  children,
}: {
  readonly kind?: 'info' | 'warn';
  readonly children: ReactNode;
}) {
  return (
    <div className={kind === 'warn' ? 'ad-note ad-note-warn' : 'ad-note'} role="note">
      <CircleAlert size={15} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}

/** What went wrong, in the words of its code: what happened, that nothing was lost, what to do. */
export function ErrorNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText();
  return (
    <div className="ad-note ad-note-error" role="alert">
      <CircleAlert size={15} aria-hidden="true" />
      <div>
        {describeError(error, t)}{' '}
        {onRetry === undefined ? null : (
          <ActButton act="retry" keys="shift+a" variant="subtle" size="compact-sm" onClick={onRetry}>
            {t('ui:tryAgain')}
          </ActButton>
        )}
      </div>
    </div>
  );
}

/** Waiting for an answer; says so to those who cannot see it turn. */
export function Loading({ label }: { readonly label?: string }) {
  const t = useText();
  return (
    <div className="ad-loading" role="status">
      <Loader size="xs" color="accent" type="oval" />
      <span>{label ?? t('ui:loading')}</span>
    </div>
  );
}

export interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query brought; until then that it is loading, and what went wrong if it did. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null && query.error !== undefined) {
    return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Loading />;
}

/** How long is left until an instant, or by how much it is late (then in seal red). */
interface DueTextProps {
  readonly at: number;
  readonly now: number;
  /** The platform's clock: once it has run out there is something to look at, and nobody here is late. */
  readonly theirs?: boolean;
}

export function DueText({ at, now, theirs = false }: DueTextProps) {
  const t = useText();
  const zone = useZone();
  const title = t.format.deadline(at, zone, now);
  const text = t.format.span(Math.abs(at - now));
  return (
    <time dateTime={new Date(at).toISOString()} title={title}>
      {at >= now ? text : theirs ? t('ui:lookNow') : <LateText>{t('ui:lateBy', { span: text })}</LateText>}
    </time>
  );
}

/** Whether the work on screen is safe on disk: "Saved 22:41". */
export function SavedState({
  state,
  at,
}: {
  readonly state: 'saved' | 'saving' | 'unsaved' | 'failed';
  readonly at: number | null;
}) {
  const t = useText();
  const zone = useZone();
  const text =
    state === 'saving'
      ? t('ui:saving')
      : state === 'failed'
        ? t('ui:saveFailed')
        : state === 'unsaved'
          ? t('ui:unsaved')
          : at === null
            ? t('ui:allSaved')
            : t('ui:savedAt', { time: t.format.time(at, zone) });
  return (
    <span className="ad-saved" role="status">
      {text}
    </span>
  );
}
