import { useId } from 'react';
import { ORDER_CLASSES, type OrderClass } from '../../../shared/cases/index.ts';
import { ActButton, Kbd, useText } from '../../ui/index.ts';

interface ClassBarProps {
  readonly picked: number;
  readonly busy: boolean;
  readonly onSort: (to: OrderClass | null) => void;
  readonly onClear: () => void;
}

/** What orders are sorted into, by key; 0 takes them out of their class. */
export const CLASS_KEYS: readonly { readonly keys: string; readonly to: OrderClass | null }[] = [
  ...ORDER_CLASSES.map((to, place) => ({ keys: String(place + 1), to })),
  { keys: '0', to: null },
];

/** Sorts what is ticked. Each class says what it means; the internal one also what it costs to leave it. */
export function ClassBar({ picked, busy, onSort, onClear }: ClassBarProps) {
  const t = useText();
  const id = useId();
  return (
    <div className="class-bar" role="group" aria-label={t('orderClasses:class')}>
      <div className="class-bar-acts">
        <span role="status" className="class-picked">
          {picked === 0 ? t('orderClasses:pick') : t('orderClasses:picked', { count: picked })}
        </span>
        {picked === 0 ? null : (
          <>
            <ActButton act="untick" keys="u" variant="subtle" size="compact-sm" onClick={onClear}>
              {t('orderClasses:unpick')}
            </ActButton>
            <ActButton
              act="sort-0"
              keys="0"
              variant="subtle"
              size="compact-sm"
              disabled={busy}
              onClick={() => onSort(null)}
            >
              {t('orderClasses:take')}
            </ActButton>
          </>
        )}
      </div>
      <ul className="class-choices">
        {ORDER_CLASSES.map((each, place) => (
          <li key={each}>
            <ActButton
              act={`sort-${place + 1}`}
              keys={String(place + 1)}
              label={t('orderClasses:sortInto', { class: t(`orderClasses:class.${each}`) })}
              fullWidth
              variant="default"
              size="compact-md"
              aria-describedby={`${id}-${each}`}
              disabled={picked === 0 || busy}
              rightSection={<Kbd keys={String(place + 1)} />}
              onClick={() => onSort(each)}
            >
              {t(`orderClasses:class.${each}`)}
              {each === 'admitted' ? (
                <small className="class-internal">&nbsp;{t('orderClasses:class.internal')}</small>
              ) : null}
            </ActButton>
            <span id={`${id}-${each}`} className="ad-hint">
              {t(`orderClasses:says.${each}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
