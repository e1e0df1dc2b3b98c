import { useEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import { isTyping, matches, openDialog, type Hotkey } from './hotkey.ts';

/** Where an act stands on the sheet of keys and in the palette that does nothing on the screen itself. */
type ActGroup = 'everywhere' | 'rooms';

/** Something a person can do now, by its key, from the palette, or where it stands on the screen. */
export interface Act {
  /** What kind of act it is. Each row of a list may declare its own of one kind; no two kinds of a screen share a key. */
  readonly id: string;
  readonly label: string;
  readonly keys: Hotkey;
  readonly run: () => void;
  /** At hand on every screen, or a way to another; an act without one is of the screen that is open. */
  readonly group?: ActGroup;
  /** Which row it is about, in words, where several rows offer it. */
  readonly of?: string | undefined;
  /** The row it stands in: with the keyboard in there, the key means this one. */
  readonly place?: () => Element | null;
  /** Where the keyboard has to be for the key to act: from elsewhere the key only goes there, so that nothing is done unseen. */
  readonly within?: () => HTMLElement | null;
  /** Also while a field has the keyboard. */
  readonly whileTyping?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

const useActStore = create<{ readonly declared: readonly Act[] }>(() => ({ declared: [] }));

/** What can be done now. An act that is at hand anywhere and that the open screen offers too is the screen's. */
const offeredActs = (declared: readonly Act[]): readonly Act[] => {
  const ofScreen = new Set(declared.filter(({ group }) => group === undefined).map(({ id }) => id));
  return declared.filter(({ id, group }) => group === undefined || !ofScreen.has(id));
};

/** Everything that can be done now, as what stands on the screen declares it. */
export function useDeclaredActs(): readonly Act[] {
  const declared = useActStore((state) => state.declared);
  return useMemo(() => offeredActs(declared), [declared]);
}

const sameAct = (one: Act, other: Act): boolean => one.id === other.id && one.of === other.of;

/**
 * Declares what can be done here, for as long as this stands on the screen. The palette, the keys and the sheet of keys are
 * all made of these declarations, so none of them can promise what another does not keep.
 */
export function useActs(acts: readonly Act[]): void {
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });
  const offered = JSON.stringify(
    acts.filter(({ disabled }) => disabled !== true).map(({ id, label, keys, of }) => [id, label, keys, of]),
  );
  useEffect(() => {
    const mine = current.current
      .filter(({ disabled }) => disabled !== true)
      .map((act) => ({ ...act, run: () => current.current.find((each) => sameAct(each, act))?.run() }));
    if (mine.length === 0) return undefined;
    useActStore.setState(({ declared }) => ({ declared: [...declared, ...mine] }));
    return () =>
      useActStore.setState(({ declared }) => ({ declared: declared.filter((act) => !mine.includes(act)) }));
  }, [offered]);
}

/** A key that goes to the next of a few choices, e.g. the tabs of a screen, and from the last to the first. */
export function useChoiceKey<Choice>(
  act: Omit<Act, 'run'>,
  choices: readonly Choice[],
  chosen: Choice,
  choose: (choice: Choice) => void,
): void {
  const run = (): void => {
    const next = choices[(choices.indexOf(chosen) + 1) % choices.length];
    if (next !== undefined) choose(next);
  };
  useActs([{ ...act, run }]);
}

/** How long the second key of a pair may take. */
const PAIR_MS = 1200;

/** Listens to the keyboard for every act that is declared. `choose` lets the person say which of several rows is meant. */
export function useActKeys(choose: (acts: readonly Act[]) => void): void {
  useEffect(() => {
    let pair = { first: '', at: -Infinity };
    let front: Element | null = null;
    let listIsOpen = false;
    // Looked at before anything else hears of the key: Escape closes a dialog or a list of choices, and nothing behind it.
    const onCapture = (event: KeyboardEvent): void => {
      front = openDialog();
      // What unfolds in place is no list: it stays open, and Escape is for what stands behind it.
      listIsOpen =
        event.target instanceof Element &&
        event.target.matches('[aria-expanded=true]:is([role=combobox], [aria-haspopup])');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (listIsOpen && event.key === 'Escape') return;
      const typing = isTyping(event.target);
      const acts = offeredActs(useActStore.getState().declared)
        .filter((act) => (!typing || act.whileTyping === true) && reaches(act, front))
        .map((act) => ({ act, keys: act.keys.split(' ') }));
      const begun = event.timeStamp - pair.at < PAIR_MS ? pair.first : '';
      pair = { first: '', at: -Infinity };
      const second = acts.filter(
        ({ keys: [first, then] }) => first === begun && then !== undefined && matches(event, then),
      );
      const meant =
        second.length > 0
          ? second
          : acts.filter(({ keys: [first = '', then] }) => then === undefined && matches(event, first));
      if (meant.length > 0) {
        event.preventDefault();
        runOneOf(
          meant.map(({ act }) => act),
          choose,
        );
        return;
      }
      const starts = acts.find(({ keys: [first = '', then] }) => then !== undefined && matches(event, first))
        ?.keys[0];
      if (starts !== undefined) pair = { first: starts, at: event.timeStamp };
    };
    window.addEventListener('keydown', onCapture, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [choose]);
}

/** Whether a key reaches an act past the dialog in front: only that of the dialog's own form does. */
function reaches(act: Act, front: Element | null): boolean {
  if (front === null) return true;
  return act.keys.startsWith('mod+') && front.contains(act.place?.() ?? null);
}

/**
 * Of several rows' acts the one of the row that the keyboard is in; else the one that belongs to no row; where that does
 * not settle it, the person chooses.
 */
function runOneOf(acts: readonly Act[], choose: (acts: readonly Act[]) => void): void {
  const here = document.activeElement;
  const around = acts.filter(({ place }) => place?.()?.contains(here) === true);
  const loose = acts.filter(({ place }) => (place?.() ?? null) === null);
  const [act, ...others] = acts.length === 1 ? acts : around.length > 0 ? around : loose;
  if (act === undefined || others.length > 0) {
    choose(acts);
    return;
  }
  const home = act.within?.();
  if (home === undefined || home === null || home.contains(here)) act.run();
  else home.focus();
}
