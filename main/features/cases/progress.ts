import { CASE_STEPS, type CaseStep, type NextActCode, type StepState } from '../../../shared/cases/index.ts';
import type { Statement } from '../../../shared/drafting/index.ts';
import type { Coverage, Verdict } from '../../../shared/rulebook/index.ts';
import type { Chances } from '../attempts/index.ts';

/** What the rail and the next act are told from. */
export interface CaseFacts {
  readonly kind: 'report' | 'appeal' | 'dispute' | 'exemption';
  /** Null in a matter that begins with the seller. */
  readonly notice: {
    readonly written: boolean;
    /** A clock of the seller's runs, or none can because no rule names a time. */
    readonly timed: boolean;
    /** The seller's time counts from an event of its own and not from the notice. */
    readonly byEvent: boolean;
  } | null;
  /** Nothing of the seller's runs any more, because somebody said that it is waited for no longer. */
  readonly timeEnded: boolean;
  /** How far the orders that a notice names are sorted; null where none are. */
  readonly sorting: {
    readonly sorted: number;
    readonly documented: number;
    readonly orders: number;
  } | null;
  readonly verdict: Verdict['word'];
  /** Questions of the check that nobody has answered and that still decide. */
  readonly openQuestions: number;
  /** False where the matter may be about the shop itself and name no order. */
  readonly needsOrders: boolean;
  readonly orders: number;
  readonly chance: Chances;
  readonly coverage: Pick<Coverage, 'met' | 'total'>;
  readonly exhibits: number;
  readonly facts: number;
  readonly confirmedFacts: number;
  readonly sentences: number;
  readonly citedSentences: number;
  readonly packets: number;
  readonly liveSubmissions: number;
  /** What came of the latest submission; null while it waits. */
  readonly outcome: string | null;
  /** Whether the platform asked for more of what it has. */
  readonly askedForMore: boolean;
  readonly effects: { readonly done: number; readonly total: number };
  /** The platform's answer was no, a way on is known, and nobody has been spoken to since. */
  readonly wayOn: boolean;
}

/** The one thing to do next, as a code that both languages have words for. */
export interface NextAct {
  readonly step: CaseStep;
  readonly code: NextActCode;
  readonly params: Record<string, string | number>;
}

/** How far each of the ten steps is. */
export function stepStates(facts: CaseFacts, next: NextAct): StepState[] {
  const { coverage, notice, sorting } = facts;
  const submitted = facts.liveSubmissions > 0;
  const counts: {
    readonly [Step in CaseStep]: readonly [done: boolean, count: number | null, total: number | null];
  } = {
    notice: [notice === null || (notice.written && (notice.timed || submitted)), null, null],
    check: [facts.openQuestions === 0 && (facts.verdict === 'eligible' || submitted), null, null],
    orders:
      sorting === null
        ? [facts.orders > 0, facts.orders, null]
        : [facts.orders > 0 && sorting.sorted === sorting.orders, sorting.sorted, sorting.orders],
    evidence:
      sorting === null
        ? [coverage.total > 0 && coverage.met === coverage.total, coverage.met, coverage.total]
        : [
            sorting.documented > 0 && sorting.sorted === sorting.orders && coverage.met === coverage.total,
            sorting.documented,
            sorting.orders,
          ],
    facts: [facts.facts > 0 && facts.confirmedFacts === facts.facts, facts.confirmedFacts, facts.facts],
    statement: [
      facts.sentences > 0 && facts.citedSentences === facts.sentences,
      facts.citedSentences,
      facts.sentences,
    ],
    packet: [facts.packets > 0, facts.packets === 0 ? null : facts.packets, null],
    submission: [submitted && facts.outcome !== 'returned' && !facts.askedForMore, null, null],
    decision: [isOver(facts), null, null],
    'follow-through': [
      facts.effects.total > 0 && facts.effects.done === facts.effects.total,
      facts.effects.total === 0 ? null : facts.effects.done,
      facts.effects.total === 0 ? null : facts.effects.total,
    ],
  };
  const notNeeded = (step: CaseStep) =>
    (step === 'notice' && notice === null) ||
    (step === 'orders' && !facts.needsOrders && facts.orders === 0) ||
    (step === 'follow-through' && isOver(facts) && facts.effects.total === 0);
  return CASE_STEPS.map((step) => {
    const [done, count, total] = counts[step];
    const state = notNeeded(step) ? 'not-needed' : step === next.step ? 'current' : done ? 'done' : 'open';
    return { step, state, done: count, total };
  });
}

/** What to do next: the first thing on the way that is not done. Nothing is ever filed by us. */
export function nextAct(facts: CaseFacts): NextAct {
  if (isOver(facts)) {
    if (facts.effects.done < facts.effects.total) {
      return act('follow-through', 'check-effects', { left: facts.effects.total - facts.effects.done });
    }
    return act('decision', facts.wayOn ? 'take-way-on' : 'closed');
  }
  if (facts.askedForMore) return act('evidence', 'supplement');
  if (facts.liveSubmissions > 0 && facts.outcome !== 'returned') return act('decision', 'wait');
  if (facts.needsOrders && facts.orders === 0) return act('orders', 'pick-orders');
  const { gone, unsure, ofMatter } = facts.chance;
  if (gone > 0)
    return ofMatter ? act('decision', 'chance-gone') : act('orders', 'drop-spent-orders', { left: gone });
  if (unsure > 0) return act('orders', 'look-up-chance');
  // Neither its countdown nor its vouchers are asked for: whoever ended its deadline decides what becomes of it.
  if (facts.timeEnded) return act('decision', 'time-ended');
  if (facts.outcome === 'returned') return act('evidence', 'supplement');
  if (facts.notice?.timed === false)
    return act('notice', facts.notice.byEvent ? 'record-event' : 'give-time');
  if (facts.sorting !== null) {
    const left = facts.sorting.orders - facts.sorting.sorted;
    if (left > 0) return act('evidence', 'prove-orders', { left });
  }
  if (facts.verdict === 'not-eligible') return act('check', 'do-not-file');
  if (facts.verdict === 'fact-missing') return act('check', 'answer');
  if (facts.coverage.met < facts.coverage.total) {
    return act('evidence', 'collect', { left: facts.coverage.total - facts.coverage.met });
  }
  if (facts.facts === 0) return act('facts', 'write-facts');
  if (facts.confirmedFacts < facts.facts)
    return act('facts', 'confirm-facts', { left: facts.facts - facts.confirmedFacts });
  if (facts.sentences === 0) return act('statement', 'write');
  if (facts.citedSentences < facts.sentences) {
    return act('statement', 'cite', { left: facts.sentences - facts.citedSentences });
  }
  if (facts.packets === 0) return act('packet', 'export');
  return act('submission', 'submit');
}

/** A decision that ends the matter has come; a return asks for more. */
function isOver({ outcome }: CaseFacts): boolean {
  return outcome !== null && outcome !== 'returned';
}

/** How many sentences a statement has, and how many of them stand on a fact. */
export function countSentences(sections: Statement['sections']): { sentences: number; cited: number } {
  const all = sections.flatMap((section) => section.paragraphs.flatMap((paragraph) => paragraph.sentences));
  const written = all.filter((sentence) => sentence.text.trim() !== '');
  return {
    sentences: written.length,
    cited: written.filter((sentence) => sentence.factIds.length > 0).length,
  };
}

function act(step: CaseStep, code: NextActCode, params: Record<string, string | number> = {}): NextAct {
  return { step, code, params };
}
