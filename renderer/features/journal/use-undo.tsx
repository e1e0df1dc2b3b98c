import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { JournalEntry } from '../../../shared/journal/index.ts';
import {
  client,
  describeError,
  invalidateFeatures,
  isError,
  knownError,
  queryClient,
} from '../../api/index.ts';
import { hideErrorToast, showErrorToast, showToast, useText } from '../../ui/index.ts';

/** The newest row of the journal that was spoken of; an act is announced once. */
let announced = 0;

const nameOfAct = (entry: JournalEntry, t: Translator): string =>
  t.find(`acts:${entry.act}`) ?? t('acts:unknown');

/** What is said once it is done, where that has words of its own. */
const doneWords = (entry: JournalEntry, t: Translator): string =>
  t.find(`journal:done.${entry.act}`) ?? nameOfAct(entry, t);

const isUndoOrRedo = (entry: JournalEntry): boolean =>
  entry.act === 'journal.undo' || entry.act === 'journal.redo';

/** Undo or redo found nothing to work on, as against something that cannot be taken back. */
const nothingLeft = (error: unknown): boolean =>
  isError(error, 'CANNOT_UNDO') && knownError(error).params['reason'] === 'nothing';

async function undo(t: Translator, entry?: JournalEntry): Promise<void> {
  try {
    const target =
      entry ??
      (await client.journal.list({ limit: 50 })).items.find(
        (each) => each.undo === 'open' && !isUndoOrRedo(each),
      );
    const made = await client.journal.undo(entry === undefined ? {} : { sequence: entry.sequence });
    announced = Math.max(announced, made.sequence);
    const act = target === undefined ? t('acts:unknown') : nameOfAct(target, t);
    showToast(t, t('app:undone', { act }), { act: { label: t('app:redo'), run: () => void redo(t) } });
    await invalidateFeatures([]);
  } catch (error) {
    showErrorToast(t, nothingLeft(error) ? t('journal:nothingToUndo') : describeError(error, t));
  }
}

async function redo(t: Translator): Promise<void> {
  try {
    const made = await client.journal.redo({});
    announced = Math.max(announced, made.sequence);
    showToast(t, t('journal:redone'), { act: { label: t('app:undo'), run: () => void undo(t) } });
    await invalidateFeatures([]);
  } catch (error) {
    showErrorToast(t, nothingLeft(error) ? t('journal:nothingToRedo') : describeError(error, t));
  }
}

/** Undo and redo of this window's newest act, through the journal. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const t = useText();
  return useMemo(() => ({ undo: () => void undo(t), redo: () => void redo(t) }), [t]);
}

/** Says what was just done and offers to take it back, if it can be; for work that ended without a mutation (a job). */
export async function announceNewestAct(t: Translator): Promise<void> {
  const newest = (await client.journal.list({ limit: 1 })).items[0];
  if (newest === undefined || newest.sequence <= announced || isUndoOrRedo(newest)) return;
  announced = newest.sequence;
  const message = doneWords(newest, t);
  if (newest.undo !== 'open') showToast(t, message);
  else showToast(t, message, { act: { label: t('app:undo'), run: () => void undo(t, newest) } });
}

/**
 * After every change: a toast that names it, with "Undo"; after every failed one, what happened, until the same act
 * succeeds or its room is left.
 */
export function useUndoToasts(): void {
  const t = useText();
  const { pathname } = useLocation();
  useEffect(() => () => hideErrorToast(), [pathname]);
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated') return;
        const { mutation, action } = event;
        const act = mutation.meta?.act;
        if (action.type === 'success' && act !== undefined) hideErrorToast(act);
        if (action.type === 'success' && mutation.meta?.quiet !== true)
          void announceNewestAct(t).catch(() => undefined);
        if (action.type === 'error') {
          if (isError(action.error, 'OPERATOR_NEEDED')) void invalidateFeatures(['operators']);
          if (mutation.meta?.ownErrors !== true) showErrorToast(t, describeError(action.error, t), act);
        }
      }),
    [t],
  );
}
