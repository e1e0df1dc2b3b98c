import { create } from 'zustand';
import type { SceneAnswers } from './scene-finder.tsx';

/** Answers given while no case is open yet, by the store they were given for. */
const useGiven = create<{ readonly byStore: Readonly<Record<string, SceneAnswers>> }>(() => ({
  byStore: {},
}));

const NONE: SceneAnswers = {};

/**
 * Answers of the scene finder for a store: they outlive leaving the form, until a case is opened with them or the window
 * is closed.
 *
 * @returns the answers, a way to change them and one to forget them
 */
export function useAnswersSoFar(
  storeId: string | null,
): readonly [answers: SceneAnswers, change: (answers: SceneAnswers) => void, forget: () => void] {
  const key = storeId ?? '';
  const answers = useGiven(({ byStore }) => byStore[key] ?? NONE);
  const change = (next: SceneAnswers): void =>
    useGiven.setState(({ byStore }) => ({ byStore: { ...byStore, [key]: next } }));
  return [answers, change, () => change(NONE)];
}
