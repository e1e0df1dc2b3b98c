import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Notice, NoticeFields } from '../../../shared/notices/index.ts';
import { useSavedOnLeaving, api, client, invalidateFeatures } from '../../api/index.ts';

/** Rests this long after the last key before it saves. */
const PAUSE_MS = 700;

/** What changed of a notice. */
export type NoticePatch = Partial<Pick<Notice, keyof NoticeFields>> & {
  /** Which clock the page's countdown is of; it is kept with that clock. */
  readonly pageClock?: string;
};

/** How safe the notice is. */
export type NoticeSaveState =
  | { readonly kind: 'saved' | 'unsaved' | 'saving'; readonly at: number | null }
  | { readonly kind: 'failed'; readonly error: unknown };

interface NoticeDraft {
  /** The notice with what is typed and not saved yet. */
  readonly values: Notice;
  readonly state: NoticeSaveState;
  readonly change: (patch: NoticePatch) => void;
  readonly saveNow: () => void;
  /** Times that are typed and not saved: they may move deadlines, which is shown first. */
  readonly proposed: NoticePatch | null;
  readonly propose: (patch: NoticePatch) => void;
  /** Saves the times that are typed. */
  readonly take: () => void;
  /** Puts the saved times back. */
  readonly putBack: () => void;
}

/**
 * Keeps a notice saved while it is written down: only what changed, one save at a time, and all of it before the screen
 * is left. Times wait until somebody takes them, or leaves: what is typed is never lost. What somebody else or an undo changed shows wherever nothing unsaved stands over it.
 */
export function useNoticeDraft(stored: Notice): NoticeDraft {
  const queries = useQueryClient();
  const { caseId } = stored;
  const [typed, setTyped] = useState<NoticePatch>({});
  const [proposed, setProposed] = useState<NoticePatch | null>(null);
  const [state, setState] = useState<NoticeSaveState>({ kind: 'saved', at: null });
  const work = useRef<{ pending: NoticePatch; proposed: NoticePatch; saving: boolean; timer: number }>({
    pending: {},
    proposed: {},
    saving: false,
    timer: 0,
  });

  const save = useCallback(async (): Promise<void> => {
    const desk = work.current;
    window.clearTimeout(desk.timer);
    const patch = desk.pending;
    if (desk.saving || Object.keys(patch).length === 0) return;
    desk.pending = {};
    desk.saving = true;
    setState({ kind: 'saving', at: null });
    try {
      const saved = await client.notices.save({ caseId, ...patch });
      const { queryKey } = api.notices.get.queryOptions({ input: { caseId } });
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, saved);
      // What is typed stands until what is saved has arrived under it: between the two, the older words would show.
      await new Promise<void>((resolve) => notifyManager.schedule(resolve));
      desk.saving = false;
      // By the time React calls the function, these are under way themselves.
      const unsaved = { ...desk.pending, ...desk.proposed };
      setTyped((before) => ({ ...blanksKept(before, saved), ...unsaved }));
      void invalidateFeatures(['cases', 'deadlines', 'today']);
      if (Object.keys(desk.pending).length > 0) void save();
      else if (Object.keys(desk.proposed).length > 0) setState({ kind: 'unsaved', at: null });
      else setState({ kind: 'saved', at: Date.now() });
    } catch (error) {
      desk.saving = false;
      desk.pending = { ...patch, ...desk.pending };
      setState({ kind: 'failed', error });
    }
  }, [caseId, queries]);

  const take = useCallback(async (): Promise<void> => {
    const desk = work.current;
    desk.pending = { ...desk.pending, ...desk.proposed };
    desk.proposed = {};
    setProposed(null);
    await save();
  }, [save]);

  useSavedOnLeaving(take);

  const change = useCallback(
    (patch: NoticePatch): void => {
      const desk = work.current;
      desk.pending = { ...desk.pending, ...patch };
      setTyped((before) => ({ ...before, ...patch }));
      if (!desk.saving) setState({ kind: 'unsaved', at: null });
      window.clearTimeout(desk.timer);
      desk.timer = window.setTimeout(() => void save(), PAUSE_MS);
    },
    [save],
  );

  const propose = useCallback((patch: NoticePatch): void => {
    const desk = work.current;
    desk.proposed = { ...desk.proposed, ...patch };
    setProposed(desk.proposed);
    setTyped((before) => ({ ...before, ...patch }));
    if (!desk.saving) setState({ kind: 'unsaved', at: null });
  }, []);

  const putBack = useCallback((): void => {
    const desk = work.current;
    const names = Object.keys(desk.proposed);
    desk.proposed = {};
    setProposed(null);
    setTyped((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
    );
    if (!desk.saving && Object.keys(desk.pending).length === 0) setState({ kind: 'saved', at: null });
  }, []);

  return {
    values: { ...stored, ...typed },
    state,
    change,
    saveNow: () => void save(),
    proposed,
    propose,
    take: () => void take(),
    putBack,
  };
}

/** What differs from the saved words by blanks at an end alone: whoever rests after a blank goes on behind it. */
function blanksKept(typed: NoticePatch, saved: Notice): NoticePatch {
  const kept = Object.entries(typed).filter(([name, value]) => {
    const stored = saved[name as keyof NoticeFields];
    return typeof value === 'string' && value !== stored && value.trim() === stored;
  });
  return Object.fromEntries(kept);
}
