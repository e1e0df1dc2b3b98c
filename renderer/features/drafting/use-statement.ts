import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  excessOf,
  type DraftDocument,
  type Statement,
  type StatementExcess,
  type StatementSection,
} from '../../../shared/drafting/index.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { useSavedOnLeaving, api, client, invalidateFeatures, isError } from '../../api/index.ts';

/** What a person wrote: the whole statement but for who and which version. */
export interface Draft {
  readonly title: string;
  readonly sections: readonly StatementSection[];
}

/** How safe the draft is. */
export type SaveState =
  | { readonly kind: 'saved' | 'dirty' | 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'excess'; readonly excess: readonly StatementExcess[] }
  | { readonly kind: 'conflict'; readonly theirs: Statement };

/** Rests this long after the last key before it saves. */
const PAUSE_MS = 700;

interface StatementDesk {
  /** Set once it is there; changes only when the editor must show something it did not write. */
  readonly opened: Statement | null;
  /** What the newest save or load left. */
  readonly saved: Statement | null;
  readonly error: unknown;
  readonly state: SaveState;
  readonly draft: Draft | null;
  change(draft: Draft): void;
  saveNow(): void;
  /** Ends a conflict: writes the own draft over theirs, or shows theirs. */
  settle(keep: 'mine' | 'theirs'): void;
}

/** Which document of a case is written, in which language. */
export interface DraftOf {
  readonly caseId: string;
  readonly document: DraftDocument;
  readonly language: Language;
}

/**
 * Keeps a statement or plan saved while it is written.
 *
 * One save at a time, each against the version the last one left. A version that somebody else made is never written
 * over unasked and never replaces unsaved words: both stay until the person chooses.
 */
export function useStatement({ caseId, document, language }: DraftOf): StatementDesk {
  const queries = useQueryClient();
  const options = api.drafting.get.queryOptions({ input: { caseId, document, language } });
  const query = useQuery(options);
  const { queryKey } = options;
  const [opened, setOpened] = useState<Statement | null>(null);
  const [saved, setSaved] = useState<Statement | null>(null);
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const [draft, setDraft] = useState<Draft | null>(null);
  const work = useRef({ draft: null as Draft | null, base: -1, saving: false, conflict: false, timer: 0 });

  const show = useCallback((statement: Statement): void => {
    work.current = { ...work.current, draft: null, base: statement.version, conflict: false };
    setOpened(statement);
    setSaved(statement);
    setDraft({ title: statement.title, sections: statement.sections });
    setState({ kind: 'saved' });
  }, []);

  const save = useCallback(async (): Promise<void> => {
    const desk = work.current;
    window.clearTimeout(desk.timer);
    if (desk.draft === null || desk.saving || desk.conflict) return;
    const writing = desk.draft;
    const excess = excessOf(writing.sections);
    if (excess.length > 0) {
      setState({ kind: 'excess', excess });
      return;
    }
    desk.saving = true;
    setState({ kind: 'saving' });
    try {
      const { title, sections } = writing;
      const result = await client.drafting.save({
        caseId,
        document,
        language,
        baseVersion: desk.base,
        title,
        sections: [...sections],
      });
      desk.base = result.version;
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, result);
      setSaved(result);
      desk.saving = false;
      if (desk.draft === writing) {
        desk.draft = null;
        setState({ kind: 'saved' });
      } else {
        setState({ kind: 'dirty' });
        void save();
      }
      void invalidateFeatures(['packets', 'cases']);
    } catch (error) {
      desk.saving = false;
      if (!isError(error, 'CONFLICT')) {
        setState({ kind: 'failed', error });
        return;
      }
      desk.conflict = true;
      const theirs = await client.drafting.get({ caseId, document, language });
      setState({ kind: 'conflict', theirs });
    }
  }, [caseId, document, language, queries, queryKey]);

  const { data } = query;
  useEffect(() => {
    const desk = work.current;
    if (data === undefined || desk.saving || desk.draft !== null || data.version === desk.base) return;
    show(data);
  }, [data, show]);

  useSavedOnLeaving(save);

  const change = useCallback(
    (next: Draft): void => {
      const desk = work.current;
      desk.draft = next;
      setDraft(next);
      if (desk.conflict) return;
      if (!desk.saving) setState({ kind: 'dirty' });
      window.clearTimeout(desk.timer);
      desk.timer = window.setTimeout(() => void save(), PAUSE_MS);
    },
    [save],
  );

  const settle = (keep: 'mine' | 'theirs'): void => {
    if (state.kind !== 'conflict') return;
    const desk = work.current;
    desk.conflict = false;
    if (keep === 'theirs') {
      queries.setQueryData(queryKey, state.theirs);
      show(state.theirs);
      return;
    }
    desk.base = state.theirs.version;
    void save();
  };

  return { opened, saved, error: query.error, state, draft, change, saveNow: () => void save(), settle };
}
