import { beforeAll, describe, expect, it } from 'vitest';
import { listEntries, type ReadingValue, type Rulebook } from '../../../shared/rulebook/index.ts';
import { compileShipped } from './shipped-packs.ts';

let shipped: Rulebook;
beforeAll(() => {
  shipped = compileShipped().rulebook;
});

function rulesHolding(kind: ReadingValue['kind']): string[] {
  return [...shipped.rules.values()].filter(({ chosen }) => chosen.value.kind === kind).map(({ id }) => id);
}

describe('a list a back office may show', () => {
  it.each(['choices', 'evidence'] as const)(
    'names all that a rule of %s could decide by, and no more',
    (kind) => {
      for (const ruleId of rulesHolding(kind)) {
        const entries = listEntries(shipped, ruleId);
        const of = shipped.rules
          .get(ruleId)
          ?.readings.flatMap(({ value }) => (value.kind === kind ? value.of : []));
        expect(
          entries.map(({ id }) => id),
          ruleId,
        ).toEqual(expect.arrayContaining(of ?? []));
        expect(new Set(entries.map(({ title }) => title.zh)).size, ruleId).toBe(entries.length);
      }
    },
  );

  it('is nothing where a rule holds no list', () => {
    expect(listEntries(shipped, 'TB-01')).toEqual([]);
  });
});
