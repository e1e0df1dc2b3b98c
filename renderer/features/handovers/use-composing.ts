import { create } from 'zustand';
import type { HandoverLine } from '../../../shared/handovers/index.ts';
import { useEffect, useState } from 'react';
import { instantOf, localOf } from '../attempts/index.ts';

const HOUR = 3_600_000;
const TEN_MINUTES = HOUR / 6;
/** A handover of longer ago than this is not the beginning of this shift. */
const LONGEST = 31 * 24 * HOUR;

/** How far back a shift is looked at, or ahead: in hours. */
export const SHIFT_HOURS = ['8', '12', '24'] as const;

interface Composing {
  /** `last`: since the last handover; else hours. */
  readonly span: string;
  readonly nextHours: string;
  /** As the field has it, where it was typed; null: by the hours. */
  readonly nextTyped: string | null;
  readonly whose: string | null;
  readonly to: string | null;
  readonly note: string;
}

const EMPTY: Composing = {
  span: 'last',
  nextHours: '12',
  nextTyped: null,
  whose: null,
  to: null,
  note: '',
};

/** What is being handed over: found again by whoever looked at something else meanwhile. */
const useDraft = create<Composing>(() => EMPTY);

/** The instant now, moving seldom: each step asks the core for the whole page again. */
function useSeldomNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TEN_MINUTES);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The choices that make a page, and what is asked of the core by them. @param last what was handed over last */
export function useComposing(last: HandoverLine | null, zone: string) {
  const draft = useDraft();
  // Whoever leaves the room open hands over the shift that ends then, not the one that ended when it was opened.
  const now = useSeldomNow();
  const begun = last !== null && now - last.until < LONGEST ? last.until : null;
  const span = draft.span === 'last' && begun === null ? '12' : draft.span;
  const byHours = localOf(Math.ceil((now + Number(draft.nextHours) * HOUR) / HOUR) * HOUR, zone);
  const nextLocal = draft.nextTyped ?? byHours;
  const nextUntil = instantOf(nextLocal, zone);
  return {
    draft: { ...draft, span },
    /** When the last handover was, where this shift can begin there. */
    begun,
    nextLocal,
    asked:
      nextUntil === null || nextUntil <= now || nextUntil - now > LONGEST
        ? null
        : {
            from: span === 'last' && begun !== null ? begun : now - Number(span) * HOUR,
            nextUntil,
            operatorId: draft.whose,
          },
    change: (patch: Partial<Composing>): void => useDraft.setState(patch),
    clear: (): void => useDraft.setState(EMPTY),
  };
}

export type ComposingDesk = ReturnType<typeof useComposing>;
