import { describe, expect, it } from 'vitest';
import { bindScene } from '../../../shared/rulebook/bind.ts';
import { tellingValues } from '../../../shared/rulebook/conditions.ts';
import { findScenario, scenarios, verdict } from '../../../shared/rulebook/index.ts';
import { scenarioParts } from '../../../shared/rulebook/look-up.ts';
import { answersIn, combinationsOf, factsOf, truthTables, wordIn } from '../../helpers/truth-tables.ts';
import { compileShipped } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = { filing: '2026-11-23' };
const tables = truthTables();
const ids = scenarios(rulebook).map(({ id }) => id);

describe('the truth tables', () => {
  it('are there for every scene of every platform', () => {
    expect([...tables.keys()].sort()).toEqual(ids.toSorted());
  });

  it.each(ids)('%s: its table names every question that decides, with every answer', (id) => {
    const { scene, scenario } = scenarioParts(rulebook, id, null);
    const answers = answersIn(tableOf(id), scenario.facts);
    expect([...answers.keys()].sort()).toEqual([...scenario.checkFacts].sort());
    const { checks, proves } = bindScene(rulebook, scene, at);
    const decides = { all: [...checks, ...proves].map(({ when }) => when) };
    for (const definition of scenario.facts) {
      const named = answers.get(definition.id);
      if (named === undefined) continue;
      expect(named, definition.id).toContain('unknown');
      const telling = tellingValues(definition, decides).map(String);
      if (definition.type === 'count' || definition.type === 'money')
        expect(named, definition.id).toEqual(expect.arrayContaining(telling));
      else expect(named.toSorted(), definition.id).toEqual([...telling, 'unknown'].sort());
    }
  });

  it.each(ids)('%s: every combination of answers gets the word of its table', (id) => {
    const table = tableOf(id);
    const { facts } = findScenario(rulebook, id);
    const wrong: string[] = [];
    let tried = 0;
    for (const chosen of combinationsOf(table, answersIn(table, facts))) {
      const { word } = verdict(rulebook, { scenario: id, facts: factsOf(chosen, facts), at });
      const wanted = wordIn(table, chosen);
      if (word !== wanted) wrong.push(`${JSON.stringify([...chosen])}: ${word}, not ${wanted}`);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(2);
    expect(wrong).toEqual([]);
  });
});

function tableOf(id: string) {
  const table = tables.get(id);
  if (table === undefined) throw new Error(`${id} has no truth table`);
  return table;
}
