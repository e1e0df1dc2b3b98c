import type { HandoverAct } from './schema.ts';

/** How often one kind of act was done in one case (null: in none), as the journal counts it. */
export interface ActCount extends HandoverAct {
  readonly caseId: string | null;
  readonly lastAt: number;
}

/** What was done in one case, before it is known what the case is called. */
export interface CaseActs {
  readonly caseId: string;
  readonly acts: readonly HandoverAct[];
  readonly others: number;
  readonly lastAt: number;
}

/** What decides over a case or a chance, most weighty first: always named, however much else was done. */
const DECISIVE = [
  'submissions.record',
  'submissions.correct',
  'decisions.record',
  'attempts.enterPrior',
  'attempts.settle',
  'cases.create',
  'notices.save',
  'events.save',
  'packets.export',
  'cases.takeRules',
  'cases.archive',
  'followThrough.tick',
  'asks.record',
  'asks.answer',
  'contacts.record',
];
const WEIGHTS = new Map(DECISIVE.map((act, place) => [act, DECISIVE.length - place]));

/** So many of the other kinds are named beside them. */
const MORE_NAMED = 3;

/** Handing over is no news to whoever takes over. */
const OWN = new Set(['handovers.make', 'handovers.acknowledge']);

/** What an act weighs: taking one back weighs as much as doing it. */
const weightOf = ({ act, of }: HandoverAct): number => WEIGHTS.get(of ?? act) ?? 0;

const heaviestFirst = (one: HandoverAct, other: HandoverAct): number =>
  weightOf(other) - weightOf(one) || other.count - one.count || (one.act < other.act ? -1 : 1);

/**
 * What was done, case by case: in each the decisive kinds of acts and a few more, with how often. Cases in which something
 * decisive was done come first, then what was touched last.
 */
export function rankActs(counts: readonly ActCount[]): {
  readonly cases: readonly CaseActs[];
  /** What was done in no case, most weighty first. */
  readonly elsewhere: readonly HandoverAct[];
} {
  const told = counts.filter(({ act, of }) => !OWN.has(of ?? act));
  const byCase = Map.groupBy(told, ({ caseId }) => caseId);
  const loose = byCase.get(null) ?? [];
  byCase.delete(null);
  const cases = [...byCase].map(([caseId, ofCase]): CaseActs & { weight: number } => {
    const acts = ofCase.map(toAct).sort(heaviestFirst);
    const decisive = acts.filter((each) => weightOf(each) > 0).length;
    const named = acts.slice(0, decisive + MORE_NAMED);
    return {
      caseId: String(caseId),
      acts: named,
      others: acts.slice(named.length).reduce((sum, { count }) => sum + count, 0),
      lastAt: Math.max(...ofCase.map(({ lastAt }) => lastAt)),
      weight: Math.max(...acts.map(weightOf)),
    };
  });
  return {
    cases: cases
      .sort(
        (one, other) =>
          other.weight - one.weight || other.lastAt - one.lastAt || (one.caseId < other.caseId ? -1 : 1),
      )
      .map(({ weight: _weight, ...each }) => each),
    elsewhere: loose.map(toAct).sort(heaviestFirst),
  };
}

function toAct({ act, of, count }: ActCount): HandoverAct {
  return { act, of, count };
}
