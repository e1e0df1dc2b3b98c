import { beforeAll, describe, expect, it } from 'vitest';
import {
  areRuleIds,
  conditionText,
  partFieldName,
  partValueText,
} from '../../../renderer/features/rulebook/part-words.ts';
import { createTranslator, LANGUAGES } from '../../../shared/i18n/index.ts';
import { changedPartFields } from '../../../shared/rulebook/part-fields.ts';
import { partsOf } from '../../../shared/rulebook/parts.ts';
import type { FactDefinition, Rulebook } from '../../../shared/rulebook/index.ts';
import { compileShipped } from '../rulebook/shipped-packs.ts';

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

/** The same with every text, name and figure another: whatever can be told of a part is told. */
function allOtherwise(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? ['otherwise'] : value.map(allOtherwise);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, name === 'id' ? each : allOtherwise(each)]),
    );
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value} otherwise` : 'otherwise';
}

describe.each(LANGUAGES)('what changed in a pack is told in words (%s)', (language) => {
  const t = createTranslator(language);

  it('every field of every part has a name of its own', () => {
    const parts = shipped.data.platforms.flatMap(partsOf);
    const fields = parts.flatMap(({ written }) => changedPartFields(written, allOtherwise(written)));
    const names = new Set(fields.map(({ field }) => field));
    expect(names.size).toBeGreaterThan(80);
    const nameless = [...names].filter((field) => t.find(`rulebook:partField-${field}`) === null);
    expect(nameless).toEqual([]);
    expect(partFieldName('remedy', t)).not.toBe('remedy');
  });

  it('and what is chosen from a list of the format is no bare code', () => {
    const CHOSEN = [
      ...['role', 'level', 'basis', 'owner', 'awaits', 'startsOn', 'endsOn', 'promise', 'fills', 'begins'],
      ...[
        'per',
        'askOf',
        'by',
        'kind',
        'notice',
        'orders',
        'dimension',
        'class',
        'matches',
        'type',
        'readiness.level',
      ],
    ];
    const codes = new Set<string>();
    for (const { written } of shipped.data.platforms.flatMap(partsOf))
      for (const { field, before } of changedPartFields(written, allOtherwise(written))) {
        if (!CHOSEN.includes(field)) continue;
        for (const value of Array.isArray(before) ? before : [before])
          if (
            typeof value === 'string' &&
            /^[a-z]/.test(value) &&
            partValueText(field, value, [], t) === value
          )
            codes.add(`${field}: ${value}`);
      }
    expect([...codes].filter((code) => language !== 'en' || code.includes('-'))).toEqual([]);
  });
});

it('a list of rules leads to its rules, and no other list does: SAFE-T and CNY are none', () => {
  const isRule = (each: unknown): boolean => typeof each === 'string' && shipped.rules.has(each);
  const lists = shipped.data.platforms
    .flatMap(partsOf)
    .flatMap(({ written }) => changedPartFields(written, allOtherwise(written)))
    .filter(({ before }) => Array.isArray(before) && before.length > 0);
  const wrong = lists.filter(
    ({ field, before }) => areRuleIds(field, before) !== (before as readonly unknown[]).every(isRule),
  );
  expect(wrong).toEqual([]);
  expect(lists.filter(({ field, before }) => areRuleIds(field, before)).length).toBeGreaterThan(100);
  expect(areRuleIds('platformWords', ['SAFE-T'])).toBe(false);
  expect(areRuleIds('currencies', ['CNY'])).toBe(false);
});

describe('a condition is told by its questions and answers', () => {
  const t = createTranslator('en');
  const facts = [
    { id: 'seen', type: 'boolean', question: { zh: '看到了？', en: 'Seen?' } },
    {
      id: 'kind',
      type: 'choice',
      question: { zh: '哪种？', en: 'Which kind?' },
      options: [
        { id: 'one', label: { zh: '甲', en: 'First' } },
        { id: 'two', label: { zh: '乙', en: 'Second' } },
      ],
    },
  ] as unknown as readonly FactDefinition[];

  it.each([
    [{ fact: 'seen', is: true }, '"Seen?" is answered with "Yes"'],
    [{ not: { fact: 'seen', given: true } }, 'not ("Seen?" is answered)'],
    [{ fact: 'kind', oneOf: ['one', 'two'] }, '"Which kind?" is answered with "First / Second"'],
    [
      {
        all: [
          { rule: 'S1-01', is: true },
          {
            any: [
              { fact: 'days', atLeast: 3 },
              { fact: 'days', atMost: { rule: 'S1-02' } },
            ],
          },
        ],
      },
      'rule S1-01 says yes and ("days" is 3 or more or "days" is the figure of rule S1-02 or fewer)',
    ],
  ] as const)('%j', (condition, words) => {
    expect(conditionText(condition, facts, t)).toBe(words);
    expect(partValueText('when', condition, facts, t)).toBe(words);
  });
});
