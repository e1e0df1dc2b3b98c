import { describe, expect, it } from 'vitest';
import { questionsInPlace } from '../../../renderer/features/cases/questions-in-place.ts';
import type { CaseAnswer } from '../../../shared/cases/index.ts';
import type { FactDefinition } from '../../../shared/rulebook/index.ts';

const words = { zh: '问', en: 'q' };
const question = (id: string): FactDefinition => ({
  ...{ id, type: 'boolean', question: words, why: words, favours: true },
  source: { from: 'asked' },
});
const [scene, window, chat] = [question('scene'), question('window'), question('chat')];
const all = [scene, window, chat];
const answer = (factId: string, source: CaseAnswer['source'], value: boolean | null = true): CaseAnswer => ({
  ...{ factId, source, value, ground: null, given: null },
});
const ids = (questions: readonly FactDefinition[]) => questions.map(({ id }) => id);

describe('the questions of the check on the screen', () => {
  it('stay where they were asked after somebody answered them', () => {
    const placed = questionsInPlace(
      ['scene', 'window'],
      { questions: [window], further: [] },
      [answer('scene', 'asked')],
      all,
    );
    expect(ids(placed.open)).toEqual(['scene', 'window']);
    expect(ids(placed.answered)).toEqual([]);
    expect(placed.isAsking).toBe(true);
  });

  it('are asked no more once the records of the case tell them, as when a countdown runs again', () => {
    const placed = questionsInPlace(
      ['scene', 'window'],
      { questions: [scene], further: [] },
      [answer('window', 'derived')],
      all,
    );
    expect(ids(placed.open)).toEqual(['scene']);
    expect(ids(placed.answered)).toEqual(['window']);
  });

  it('are not all through while one that was asked has no answer, whether or not it decides by now', () => {
    const none = { questions: [], further: [chat] };
    const placed = questionsInPlace(['scene'], none, [], all);
    expect(placed.isAsking).toBe(true);
    expect(ids(placed.further)).toEqual(['chat']);
    expect(questionsInPlace(['scene'], none, [answer('scene', 'asked')], all).isAsking).toBe(false);
  });
});
