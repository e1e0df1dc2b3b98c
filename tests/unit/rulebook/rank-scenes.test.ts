import { describe, expect, it } from 'vitest';
import { rankScenes, scenarios, type Facts, type Rulebook } from '../../../shared/rulebook/index.ts';
import { compileShipped, scene } from './shipped-packs.ts';

const { rulebook } = compileShipped();
const at = { filing: '2026-11-23' };
const reports = scenarios(rulebook, 'aliexpress')
  .filter(({ caseTypeId }) => caseTypeId === 'report-buyer')
  .map(({ id }) => id);
const rank = (facts: Facts, from: Rulebook = rulebook) => rankScenes(from, reports, facts, at);
const order = (facts: Facts) =>
  rank(facts).scenes.map(({ scenarioId, verdict }) => [scenarioId.split('.')[2], verdict.word]);

/** A buyer who harasses on each order and disputes in an ordinary way; nothing shows a competitor. */
const HARASSER: Facts = {
  'order-count': 2,
  'competition-sign': 'hint',
  'account-conduct-shown': false,
  'genuine-purchase-review': true,
  'dispute-ground': 'ordinary',
  'harassing-message': 'clear',
  'message-on-each-order': true,
};

describe('the scenes of one buyer, by their proof', () => {
  it('names the scene with the strongest proof first, by the word of its check (S1-12)', () => {
    expect(order(HARASSER)).toEqual([
      ['malicious-harassment', 'eligible'],
      ['malicious-order', 'weak'],
      ['no-sale', 'fact-missing'],
      ['malicious-review', 'not-eligible'],
      ['malicious-dispute', 'not-eligible'],
    ]);
  });

  it('puts the one with more of what it needs proven first where the word is the same', () => {
    const [first, second] = rank({ ...HARASSER, 'message-on-each-order': false }).scenes;
    expect(first).toMatchObject({ scenarioId: scene('malicious-harassment'), proven: 2, needed: 3 });
    expect(first?.verdict.word).toBe('weak');
    expect(second).toMatchObject({ scenarioId: scene('malicious-order'), proven: 2, needed: 4 });
    expect(second?.verdict.word).toBe('weak');
  });

  it('leaves equals in the order they were asked about, and each once', () => {
    const asked = [scene('malicious-review'), scene('malicious-order'), scene('malicious-review')];
    const names = rankScenes(rulebook, asked, {}, at).scenes.map(({ scenarioId }) => scenarioId);
    expect(names).toEqual([scene('malicious-review'), scene('malicious-order')]);
    const turned = rankScenes(rulebook, [...asked].reverse().slice(1), {}, at).scenes;
    expect(turned.map(({ scenarioId }) => scenarioId)).toEqual([...names].reverse());
  });

  it('asks what the scenes that are still possible ask, each once, and nothing that is answered', () => {
    const ids = rank({}).questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['competition-sign', 'dispute-ground', 'harassing-message', 'no-sale-ground']),
    );
    const left = rank({ 'dispute-ground': 'ordinary', 'harassing-message': 'clear' }).questions.map(
      ({ id }) => id,
    );
    // Asked by the dispute alone, which is out of the question now.
    expect(ids).toContain('site-conduct-shown');
    expect(left).not.toContain('site-conduct-shown');
    expect(left).not.toContain('harassing-message');
    expect(left).toContain('message-on-each-order');
  });

  it('asks first what settles something in several scenes, before what only the first of them asks', () => {
    const asked = ['malicious-dispute', 'malicious-order', 'malicious-review'].map(scene);
    const facts = {
      'competition-sign': 'hint',
      'genuine-purchase-review': false,
      'dispute-ground': 'repeated-pattern',
    };
    const questions = rankScenes(rulebook, asked, facts, at).questions.map(({ id }) => id);
    expect(questions).toEqual(['account-conduct-shown', 'site-conduct-shown']);
  });

  it('leaves out a scene that the platform does not have', () => {
    const four = compileShipped({
      path: 'aliexpress/report-buyer.yaml',
      from: 'malicious-review, no-sale, malicious-harassment] }',
      to: 'malicious-review, no-sale] }',
    }).rulebook;
    expect(rank(HARASSER, four).scenes.map(({ scenarioId }) => scenarioId)).not.toContain(
      scene('malicious-harassment'),
    );
  });

  it('takes the scenes of one case type only', () => {
    const other = scenarios(rulebook, 'aliexpress').find(({ caseTypeId }) => caseTypeId !== 'report-buyer');
    expect(() => rankScenes(rulebook, [...reports, other?.id ?? ''], {}, at)).toThrow(
      expect.objectContaining({ code: 'BAD_REQUEST' }),
    );
  });
});

describe('the same order in a second scene', () => {
  it('is open by the acting reading and gone by the older one; both and what they say are named (X2, X4)', () => {
    const { second } = rank(HARASSER);
    expect(second?.allowed).toBe('warn');
    expect(second?.readings.map(({ rule, acts, left }) => [rule.ruleId, acts, left])).toEqual([
      ['S1-37', true, 1],
      ['S1-20', false, 0],
    ]);
    const named = second?.conflicts.flatMap(({ positions }) => positions.map(({ ruleId }) => ruleId));
    expect(second?.conflicts.map(({ id }) => id)).toEqual(['X2', 'X4']);
    expect(named).toEqual(expect.arrayContaining(['S1-12', 'S1-13', 'S1-20', 'S1-37']));
  });

  it('is refused where the rule that acts counts by order', () => {
    const stricter = compileShipped({
      path: 'aliexpress/report-buyer.yaml',
      from: 'acts: "S1-37"\n  warns: ["S1-20"]',
      to: 'acts: "S1-20"\n  warns: ["S1-37"]',
    }).rulebook;
    expect(rank(HARASSER, stricter).second?.allowed).toBe('refused');
  });

  it('is not spoken of where there is one scene, or no limit on record', () => {
    expect(rankScenes(rulebook, reports.slice(0, 1), HARASSER, at).second).toBeNull();
    const unlimited = [...rulebook.scenarios.values()].filter(({ chancePer }) => chancePer === null);
    const caseTypes = Map.groupBy(unlimited, ({ platformId, caseTypeId }) => `${platformId}.${caseTypeId}`);
    const several = [...caseTypes.values()].find(({ length }) => length > 1) ?? [];
    expect(several.length).toBeGreaterThan(1);
    const ids = several.map(({ id }) => id);
    expect(rankScenes(rulebook, ids, {}, at).second).toBeNull();
  });
});
