import { describe, expect, it } from 'vitest';
import { rankActs, type ActCount } from '../../../shared/handovers/index.ts';

const count = (caseId: string | null, act: string, many = 1, lastAt = 1000): ActCount => ({
  caseId,
  act,
  of: null,
  count: many,
  lastAt,
});

describe('what was done in a shift, case by case', () => {
  it('names what decides however much else was done, and says how much it leaves out', () => {
    const { cases } = rankActs([
      count('a', 'evidence.describe', 90),
      count('a', 'drafting.save', 40),
      count('a', 'facts.cite', 30),
      count('a', 'facts.arrange', 20),
      count('a', 'facts.update', 10),
      count('a', 'asks.record'),
      count('a', 'decisions.record'),
      count('a', 'submissions.record', 2),
    ]);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.acts.map(({ act, count: many }) => [act, many])).toEqual([
      ['submissions.record', 2],
      ['decisions.record', 1],
      ['asks.record', 1],
      ['evidence.describe', 90],
      ['drafting.save', 40],
      ['facts.cite', 30],
    ]);
    expect(cases[0]?.others).toBe(30);
  });

  it('puts a case that was filed before one that was only worked on, and then the one touched last', () => {
    const { cases } = rankActs([
      count('worked', 'drafting.save', 300, 9000),
      count('filed', 'submissions.record', 1, 1000),
      count('earlier', 'drafting.save', 1, 2000),
    ]);
    expect(cases.map(({ caseId }) => caseId)).toEqual(['filed', 'worked', 'earlier']);
  });

  it('remembers when a case was last touched, whatever by', () => {
    const { cases } = rankActs([
      count('a', 'submissions.record', 1, 1000),
      count('a', 'drafting.save', 1, 5000),
    ]);
    expect(cases[0]?.lastAt).toBe(5000);
  });

  it('weighs the taking back of an act as the act, and names which it was', () => {
    const { cases } = rankActs([
      count('a', 'drafting.save', 50),
      { caseId: 'a', act: 'journal.undo', of: 'decisions.record', count: 1, lastAt: 1 },
    ]);
    expect(cases[0]?.acts[0]).toEqual({ act: 'journal.undo', of: 'decisions.record', count: 1 });
  });

  it('keeps what belongs to no case apart, and does not tell of handing over itself', () => {
    const { cases, elsewhere } = rankActs([
      count(null, 'orders.import', 2),
      count(null, 'handovers.make'),
      { caseId: null, act: 'journal.undo', of: 'handovers.acknowledge', count: 1, lastAt: 1 },
    ]);
    expect(cases).toEqual([]);
    expect(elsewhere).toEqual([{ act: 'orders.import', of: null, count: 2 }]);
  });

  it('says the same whatever the order in which the journal counts', () => {
    const counts = ['a', 'b', 'c'].flatMap((caseId) =>
      ['facts.create', 'facts.update', 'drafting.save', 'asks.record'].map((act) => count(caseId, act, 3)),
    );
    expect(rankActs(counts.toReversed())).toEqual(rankActs(counts));
  });
});
