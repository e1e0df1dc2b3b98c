import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdict, type FactDefinition, type Facts } from '../../../shared/rulebook/index.ts';
import { ladder } from '../../helpers/rulebook-laws.ts';
import { compileShipped } from '../../unit/rulebook/shipped-packs.ts';

const { rulebook } = compileShipped();
const at = { filing: '2026-11-23' };
const RANK = { 'not-eligible': 0, 'fact-missing': 1, weak: 2, eligible: 3 } as const;

/** What a case always can tell by itself. Of the hours left it cannot while no clock runs: that is asked instead. */
function counted(definitions: readonly FactDefinition[]): Facts {
  const derived = definitions.filter(
    ({ source }) => source.from === 'derived' && source.measure !== 'hours-left',
  );
  return Object.fromEntries(derived.map(({ id }) => [id, 1]));
}

function given(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

const cases = fc.constantFrom(...rulebook.scenarios.values()).chain((scenario) => {
  const answers = scenario.facts.map((fact) =>
    fc.record({
      id: fc.constant(fact.id),
      value: fc.option(fc.constantFrom(...ladder(fact)), { nil: undefined }),
    }),
  );
  return fc.record({
    scenario: fc.constant(scenario),
    facts: fc
      .tuple(...answers)
      .map((all): Facts => Object.fromEntries(all.map(({ id, value }) => [id, value]))),
    better: fc.constantFrom(...scenario.facts),
  });
});

describe('laws of the check', () => {
  it('a favourable fact never makes it worse', () => {
    fc.assert(
      fc.property(cases, ({ scenario, facts, better }) => {
        const rungs = ladder(better);
        const current = facts[better.id];
        const best = rungs.at(-1);
        const higher = current === undefined ? [best] : rungs.slice(rungs.indexOf(current) + 1);
        const before = verdict(rulebook, { scenario: scenario.id, facts, at });
        for (const value of higher) {
          const after = verdict(rulebook, {
            scenario: scenario.id,
            facts: { ...facts, [better.id]: value },
            at,
          });
          expect(RANK[after.word]).toBeGreaterThanOrEqual(RANK[before.word]);
        }
      }),
      { seed: 21, numRuns: 2000 },
    );
  });

  it('every verdict rests on a rule in force, says a next act, and is the same when asked again', () => {
    fc.assert(
      fc.property(cases, ({ scenario, facts }) => {
        const answer = verdict(rulebook, { scenario: scenario.id, facts, at });
        const decided = answer.rules.filter(({ effect, inForce }) => inForce && effect !== 'definition');
        expect(decided.length).toBeGreaterThan(0);
        expect(answer.nextAct.text.zh.length).toBeGreaterThan(0);
        if (answer.word !== 'eligible') expect(answer.why.length).toBeGreaterThan(0);
        for (const why of answer.why) expect(why.ruleIds.length).toBeGreaterThan(0);
        expect(verdict(rulebook, { scenario: scenario.id, facts: { ...facts }, at })).toEqual(answer);
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it('what is said to change a check, changes it', () => {
    fc.assert(
      fc.property(cases, ({ scenario, facts }) => {
        for (const why of verdict(rulebook, { scenario: scenario.id, facts, at }).why) {
          for (const change of why.changedBy.filter((each) => each.alone && each.needs !== null)) {
            const changed = { ...facts, [change.factId]: change.needs ?? undefined };
            const after = verdict(rulebook, { scenario: scenario.id, facts: changed, at });
            expect(after.why.map((each) => each.checkId)).not.toContain(why.checkId);
          }
        }
      }),
      { seed: 23, numRuns: 500 },
    );
  });

  it('answering the questions in their order ends in a word, never in a missing fact', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat(10)), ({ scenario, facts }, picks) => {
        let known: Facts = { ...counted(scenario.facts), ...given(facts) };
        let answer = verdict(rulebook, { scenario: scenario.id, facts: known, at });
        while (answer.questions[0] !== undefined) {
          const [question] = answer.questions;
          const rungs = ladder(question);
          const pick = rungs[(picks.next().value ?? 0) % rungs.length];
          known = { ...known, [question.id]: pick };
          answer = verdict(rulebook, { scenario: scenario.id, facts: known, at });
        }
        expect(answer.word).not.toBe('fact-missing');
      }),
      { seed: 24, numRuns: 300 },
    );
  });
});
