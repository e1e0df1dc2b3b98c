import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

interface CardListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemId: (item: Item) => string;
  /** About how high a card is, in px; each is measured once it is there. */
  readonly cardHeight: number;
  readonly children: (item: Item, index: number) => ReactNode;
}

const scrollerOf = (list: HTMLElement | null): HTMLElement | null =>
  list?.closest<HTMLElement>('.ad-content') ?? null;

/** As far as Page Up and Page Down go. */
const PAGE = 8;

/**
 * Cards of any number in the order they are counted in: only those in sight exist. They scroll with the page.
 *
 * One of them is the tab stop; arrow keys or j and k move, Home and End jump, Enter opens.
 */
export function CardList<Item>({ label, items, itemId, cardHeight, children }: CardListProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  /** The card the keyboard goes to as soon as it is there. */
  const awaited = useRef<string | null>(null);
  const [margin, setMargin] = useState(0);
  const found = items.findIndex((item) => itemId(item) === activeId);
  const active = Math.max(0, found);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => cardHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : itemId(item);
    },
    overscan: 6,
    scrollMargin: margin,
    // The card the keyboard is on stays while the page is scrolled with the wheel.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(items.length === 0 ? [] : [active])])].toSorted(
        (one, other) => one - other,
      ),
  });
  useLayoutEffect(() => {
    const page = scrollerOf(list.current);
    const content = list.current?.closest('.ad-page');
    if (page === null || content === null || content === undefined) return undefined;
    // What stands above may come, go and grow; the cards have to know where they begin.
    const observer = new ResizeObserver(() => {
      if (list.current === null) return;
      const above = list.current.getBoundingClientRect().top - page.getBoundingClientRect().top;
      setMargin(Math.round(above + page.scrollTop));
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (awaited.current === null) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(awaited.current)}"]`);
    if (card === null || card === undefined) return;
    awaited.current = null;
    card.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>): void => {
    const card = event.target instanceof HTMLLIElement ? event.target : null;
    if (card === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = items.length - 1;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      Home: 0,
      End: last,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      const index = Math.max(0, Math.min(last, target));
      const item = items[index];
      if (item === undefined) return;
      awaited.current = itemId(item);
      setActiveId(itemId(item));
      virtual.scrollToIndex(index);
    } else if (event.key === 'Enter') {
      card.querySelector<HTMLElement>('[data-opens]')?.click();
    } else {
      return;
    }
    event.preventDefault();
  };
  return (
    <ol
      ref={list}
      className="ad-list"
      aria-label={label}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {virtual.getVirtualItems().map(({ index, start, key }) => {
        const item = items[index];
        if (item === undefined) return null;
        const id = itemId(item);
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-card={id}
            aria-posinset={index + 1}
            aria-setsize={items.length}
            tabIndex={index === active ? 0 : -1}
            style={{ transform: `translateY(${start - margin}px)` }}
            onFocus={() => setActiveId(id)}
          >
            {children(item, index)}
          </li>
        );
      })}
    </ol>
  );
}
