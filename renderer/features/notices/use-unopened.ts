import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UnopenedNotice } from '../../../shared/notices/index.ts';
import { api, client, useChange } from '../../api/index.ts';
import type { NoticeSaveState } from './use-notice-draft.ts';

/** Rests this long after the last key before it saves. */
const PAUSE_MS = 700;

/** A notice that was begun before its case, and when it was saved. */
type KeptNotice = UnopenedNotice & { readonly savedAt: number };

/** The notice that is begun before its case, kept while it is written. */
export interface UnopenedDesk {
  /** What was kept when this turn began; null: nothing. */
  readonly kept: KeptNotice | null;
  /** Another one each time a form must show what it did not write: after it was thrown away, or an undo. */
  readonly turn: number;
  readonly state: NoticeSaveState;
  /** Keeps it as it stands now, or lets go of it where nothing is in it; a moment later, and once for many keys. */
  readonly keep: (notice: UnopenedNotice | null) => void;
  readonly saveNow: () => void;
  readonly discard: () => void;
  /** Its case is being opened: resolves when nothing is being saved any more, and nothing is until `stay`. */
  readonly leave: () => Promise<void>;
  readonly stay: () => void;
}

const asText = (notice: UnopenedNotice | null): string => {
  if (notice === null) return '';
  const { savedAt: _savedAt, ...said } = notice as KeptNotice;
  return JSON.stringify(said, Object.keys({ ...said, ...said.deadline }).sort());
};

/** Keeps the notice in the workspace, where a reload, a restart and a crash leave it. Null until it is known what is kept. */
export function useUnopenedNotice(): UnopenedDesk | null {
  const queries = useQueryClient();
  const { data } = useQuery(api.notices.unopened.queryOptions({ input: {}, gcTime: 0 }));
  const [shown, setShown] = useState<{ kept: KeptNotice | null; turn: number } | null>(null);
  const [state, setState] = useState<NoticeSaveState>({ kind: 'saved', at: null });
  const work = useRef({
    /** Undefined: nothing waits to be saved. */
    pending: undefined as UnopenedNotice | null | undefined,
    /** What lies in the workspace as far as this window knows. */
    written: '',
    saving: null as Promise<void> | null,
    leaving: false,
    timer: 0,
  });

  const show = useCallback((kept: KeptNotice | null): void => {
    work.current.written = asText(kept);
    setShown((before) => ({ kept, turn: (before?.turn ?? 0) + 1 }));
    setState({ kind: 'saved', at: kept?.savedAt ?? null });
  }, []);

  const write = useCallback(
    async (notice: UnopenedNotice | null): Promise<void> => {
      const saved =
        notice === null
          ? await client.notices.discardUnopened({}).then(() => null)
          : await client.notices.saveUnopened(notice);
      // An answer that is under way may be of before.
      const queryKey = api.notices.unopened.queryKey({ input: {} });
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, saved);
      work.current.written = asText(saved);
      setState({ kind: 'saved', at: saved?.savedAt ?? null });
    },
    [queries],
  );

  const save = useCallback(async (): Promise<void> => {
    const desk = work.current;
    window.clearTimeout(desk.timer);
    while (desk.saving !== null) await desk.saving;
    const notice = desk.pending;
    if (notice === undefined) return;
    desk.pending = undefined;
    setState({ kind: 'saving', at: null });
    desk.saving = write(notice)
      .catch((error: unknown) => {
        desk.pending ??= notice;
        setState({ kind: 'failed', error });
      })
      .finally(() => {
        desk.saving = null;
      });
    await desk.saving;
  }, [write]);

  useEffect(() => {
    const desk = work.current;
    if (data === undefined || desk.saving !== null || desk.pending !== undefined || desk.leaving) return;
    if (shown === null || asText(data) !== desk.written) show(data);
  }, [data, shown, show]);

  useEffect(() => {
    const flush = (): void => void save();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [save]);

  const keep = useCallback(
    (notice: UnopenedNotice | null): void => {
      const desk = work.current;
      if (desk.leaving || (desk.pending === undefined && asText(notice) === desk.written)) return;
      desk.pending = notice;
      if (desk.saving === null) setState({ kind: 'unsaved', at: null });
      window.clearTimeout(desk.timer);
      desk.timer = window.setTimeout(() => void save(), PAUSE_MS);
    },
    [save],
  );

  const throwAway = useChange(client.notices.discardUnopened, { onSuccess: () => show(null) });
  if (shown === null) return null;
  return {
    ...shown,
    state,
    keep,
    saveNow: () => void save(),
    discard: () => {
      // All of it first: what is thrown away can be taken back whole.
      void save().then(() => throwAway.mutate({}));
    },
    leave: async () => {
      await save();
      work.current.leaving = true;
    },
    stay: () => {
      work.current.leaving = false;
    },
  };
}
