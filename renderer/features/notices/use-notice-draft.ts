import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Notice, NoticeFields } from '../../../shared/notices/index.ts';
import { useSavedOnLeaving, api, client, invalidateFeatures } from '../../api/index.ts';

/** Rests this long after the last key before it saves. */
const PAUSE_MS = 700;

/** What changed of a notice. */
export type NoticePatch = Partial<Pick<Notice, keyof NoticeFields>>;

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
}

/**
 * Keeps a notice saved while it is written down: only what changed, one save at a time, and all of it before the screen
 * is left. What somebody else or an undo changed shows wherever nothing unsaved stands over it.
 */
export function useNoticeDraft(stored: Notice): NoticeDraft {
  const queries = useQueryClient();
  const { caseId } = stored;
  const [typed, setTyped] = useState<NoticePatch>({});
  const [state, setState] = useState<NoticeSaveState>({ kind: 'saved', at: null });
  const work = useRef<{ pending: NoticePatch; saving: boolean; timer: number }>({
    pending: {},
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
      desk.saving = false;
      const { queryKey } = api.notices.get.queryOptions({ input: { caseId } });
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, saved);
      setTyped((before) => ({ ...blanksKept(before, saved), ...desk.pending }));
      void invalidateFeatures(['cases', 'deadlines', 'today']);
      if (Object.keys(desk.pending).length > 0) void save();
      else setState({ kind: 'saved', at: Date.now() });
    } catch (error) {
      desk.saving = false;
      desk.pending = { ...patch, ...desk.pending };
      setState({ kind: 'failed', error });
    }
  }, [caseId, queries]);

  useSavedOnLeaving(save);

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

  return { values: { ...stored, ...typed }, state, change, saveNow: () => void save() };
}

/** What differs from the saved words by blanks at an end alone: whoever rests after a blank goes on behind it. */
function blanksKept(typed: NoticePatch, saved: Notice): NoticePatch {
  const kept = Object.entries(typed).filter(([name, value]) => {
    const stored = saved[name as keyof NoticeFields];
    return typeof value === 'string' && value !== stored && value.trim() === stored;
  });
  return Object.fromEntries(kept);
}
