import { useContext, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../../ui/index.ts';
import { FactsContext } from './citation-node.tsx';

interface FactPickerProps {
  readonly left: number;
  readonly top: number;
  readonly onPick: (factId: string) => void;
  /** A second `@` means the letter itself. */
  readonly onAt: () => void;
  readonly onClose: () => void;
}

/** The list that `@` opens at the cursor: letters narrow it, arrows move, Enter cites, Escape leaves. */
export function FactPicker({ left, top, onPick, onAt, onClose }: FactPickerProps) {
  const t = useText();
  const facts = useContext(FactsContext);
  const listId = useId();
  const [filter, setFilter] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const words = filter.trim().toLowerCase();
  const found = facts
    .map((fact, index) => ({ fact, number: index + 1 }))
    .filter(
      ({ fact, number }) =>
        words === '' || String(number) === words || fact.text.toLowerCase().includes(words),
    );
  const current = Math.min(active, Math.max(0, found.length - 1));
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const chosen = found[current];
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, current - 1));
    else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen.fact.id);
    else if (event.key === 'Escape' || (event.key === 'Backspace' && filter === '')) onClose();
    else if (event.key === '@' && filter === '') onAt();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="fact-picker"
      style={{ left, top }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        className="fact-picker-filter"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : `${listId}-${current}`}
        aria-label={t('drafting:cite.filter')}
        placeholder={t('drafting:cite.filter')}
        value={filter}
        autoFocus
        onChange={(event) => {
          setFilter(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <p className="ad-hint fact-picker-none">
          {t(facts.length === 0 ? 'drafting:cite.empty' : 'drafting:cite.none')}
        </p>
      ) : (
        <ul id={listId} role="listbox" aria-label={t('drafting:cite')} ref={list}>
          {found.map(({ fact, number }, index) => (
            <li
              key={fact.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              onPointerDown={(event) => {
                event.preventDefault();
                onPick(fact.id);
              }}
            >
              <span className="fact-number">{t('facts:number', { number })}</span> {fact.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
