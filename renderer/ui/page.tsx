import type { ReactNode } from 'react';
import { useEffect, useId } from 'react';
import { useText } from './language.tsx';

interface PageProps {
  readonly title: string;
  readonly sub?: ReactNode;
  /** What stands at the right of the title: the acts of the page, or its deadline. */
  readonly actions?: ReactNode;
  /** A rail or tabs between the head and the body. */
  readonly rail?: ReactNode;
  /** A second column for what explains the first; with null it takes no room, and the first stays as it is when it comes. */
  readonly aside?: ReactNode;
  /** The body fills the window and scrolls inside (tables). */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A room of the app: serif title, one line under it, and the body. Sets the window's title. */
export function Page({ title, sub, actions, rail, aside, fill = false, children }: PageProps) {
  const t = useText();
  const productName = t('app:name');
  useEffect(() => {
    document.title = `${title} · ${productName}`;
  }, [title, productName]);
  return (
    <div className={fill ? 'ad-page ad-page-fill' : 'ad-page'}>
      <div className="ad-page-head">
        <div className="ad-page-title">
          <h1 id="page-title" tabIndex={-1}>
            {title}
          </h1>
          {sub === undefined ? null : <div className="ad-page-sub">{sub}</div>}
        </div>
        {actions === undefined ? null : <div className="ad-page-actions">{actions}</div>}
      </div>
      {rail}
      {aside === undefined ? (
        <div className="ad-page-body">{children}</div>
      ) : (
        <div className="ad-page-body ad-columns">
          <div className="ad-column">{children}</div>
          <aside className="ad-column" aria-label={t('ui:beside')}>
            {aside}
          </aside>
        </div>
      )}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** On a sheet of paper with a border. */
  readonly sheet?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Section({ title, hint, actions, sheet = false, children }: SectionProps) {
  const id = useId();
  return (
    <section className="ad-section" aria-labelledby={id}>
      <div className="ad-section-head">
        <h2 id={id}>{title}</h2>
        {hint === undefined ? null : <span className="ad-hint">{hint}</span>}
        {actions === undefined ? null : <span className="ad-section-actions">{actions}</span>}
      </div>
      {sheet ? <Sheet>{children}</Sheet> : children}
    </section>
  );
}

/** A sheet of paper: the ground of what belongs together. */
export function Sheet({
  children,
  flush = false,
}: {
  readonly children: ReactNode;
  readonly flush?: boolean;
}) {
  return <div className={flush ? 'ad-sheet ad-sheet-flush' : 'ad-sheet'}>{children}</div>;
}

interface EntryProps {
  /** What stands first: a time left, a state. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
}

/** One line of a calm list: when, what, and the act. Use inside `Entries`. */
export function Entry({ lead, title, detail, action }: EntryProps) {
  return (
    <li className={lead === undefined ? 'ad-entry ad-entry-plain' : 'ad-entry'}>
      {lead === undefined ? null : <span className="ad-entry-lead">{lead}</span>}
      <div className="ad-entry-main">
        <div className="ad-entry-title">{title}</div>
        {detail === undefined ? null : <div className="ad-entry-detail">{detail}</div>}
      </div>
      {action === undefined ? null : <div className="ad-entry-action">{action}</div>}
    </li>
  );
}

/** A list of `Entry`. */
export function Entries({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="ad-entries" aria-label={label}>
      {children}
    </ul>
  );
}
