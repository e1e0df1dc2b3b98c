import { describe, expect, it } from 'vitest';
import { findScenario, scenarios, verdict } from '../../../shared/rulebook/index.ts';
import { answersIn, combinationsOf, factsOf, truthTables, wordIn } from '../../helpers/truth-tables.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = { filing: '2026-11-23' };
const tables = truthTables();

describe('the truth tables', () => {
  it('are there for every scene of every platform', () => {
    expect([...tables.keys()].sort()).toEqual(
      scenarios(rulebook)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it.each([...tables])('%s: every combination of answers gets the word of the table', (id, table) => {
    const scenario = findScenario(rulebook, id);
    const answers = answersIn(table, scenario.facts);
    expect([...answers.keys()].sort(), 'the questions that decide').toEqual([...scenario.checkFacts].sort());
    for (const definition of scenario.facts)
      if (definition.type === 'choice' && answers.has(definition.id))
        expect(answers.get(definition.id)?.toSorted(), definition.id).toEqual(
          [...definition.options.map((option) => option.id), 'unknown'].sort(),
        );
    const wrong: string[] = [];
    let tried = 0;
    for (const chosen of combinationsOf(table, answers)) {
      const { word } = verdict(rulebook, { scenario: id, facts: factsOf(chosen, scenario.facts), at });
      const wanted = wordIn(table, chosen);
      if (word !== wanted) wrong.push(`${JSON.stringify([...chosen])}: ${word}, not ${wanted}`);
      tried += 1;
    }
    expect(tried).toBeGreaterThanOrEqual(4);
    expect(wrong).toEqual([]);
  });
});
