import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FactDefinition, FactValue, Facts, VerdictWord } from '../../shared/rulebook/index.ts';

const file = fileURLToPath(new URL('../fixtures/truth-tables/seed-platforms.yaml', import.meta.url));

const word = z.enum(['not-eligible', 'fact-missing', 'weak', 'eligible']);
const cell = z.union([z.string(), z.boolean()]).transform(String);
const tableSchema = z.strictObject({
  /** Question → answer → the best word it leaves. */
  alone: z.record(z.string(), z.record(z.string(), word)),
  together: z
    .array(
      z.strictObject({
        facts: z.tuple([z.string(), z.string()]),
        rows: z.array(z.tuple([cell, cell, word])),
      }),
    )
    .default([]),
});

/** What a scene's check has to say to every combination of answers. */
export type TruthTable = z.infer<typeof tableSchema>;

/** The hand-written tables of the two seeds' platforms, by scenario. */
export function truthTables(): ReadonlyMap<string, TruthTable> {
  const raw = parse(readFileSync(file, 'utf8')) as { readonly scenes: unknown };
  return new Map(Object.entries(z.record(z.string(), tableSchema).parse(raw.scenes)));
}

/** From the worst to the best. */
const WORDS: readonly VerdictWord[] = ['not-eligible', 'fact-missing', 'weak', 'eligible'];

/** The answers a table tells apart, by question; `unknown` is one of them. */
export function answersIn(table: TruthTable, definitions: readonly FactDefinition[]): Map<string, string[]> {
  const paired = table.together.flatMap(({ facts }) => facts);
  return new Map([
    ...Object.entries(table.alone).map(([id, cells]): [string, string[]] => [id, Object.keys(cells)]),
    ...paired.map((id): [string, string[]] => [
      id,
      [...optionsOf(definitions.find((each) => each.id === id)), 'unknown'],
    ]),
  ]);
}

function optionsOf(definition: FactDefinition | undefined): string[] {
  return definition?.type === 'choice' ? definition.options.map(({ id }) => id) : ['true', 'false'];
}

/** Every combination of answers, one after the other. */
export function* combinations(
  answers: ReadonlyMap<string, readonly string[]>,
): Generator<ReadonlyMap<string, string>> {
  const [first, ...rest] = answers;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const [id, values] = first;
  for (const others of combinations(new Map(rest)))
    for (const value of values) yield new Map([[id, value], ...others]);
}

/** The word the table gives to a combination: the worst that one of its answers leaves. */
export function wordIn(table: TruthTable, chosen: ReadonlyMap<string, string>): VerdictWord {
  const alone = Object.entries(table.alone).map(([id, cells]) => cells[chosen.get(id) ?? 'unknown']);
  const fits = (wanted: string, id: string) => wanted === '*' || wanted === (chosen.get(id) ?? 'unknown');
  const together = table.together.map(
    ({ facts: [one, other], rows }) =>
      rows.find(([left, right]) => fits(left, one) && fits(right, other))?.[2],
  );
  const ranks = [...alone, ...together].map((each) => {
    if (each === undefined) throw new Error('the table says nothing of an answer');
    return WORDS.indexOf(each);
  });
  return WORDS[Math.min(...ranks)] ?? 'eligible';
}

/** A combination as the engine is given it. */
export function factsOf(chosen: ReadonlyMap<string, string>, definitions: readonly FactDefinition[]): Facts {
  return Object.fromEntries(
    [...chosen].flatMap(([id, value]): [string, FactValue][] => {
      if (value === 'unknown') return [];
      const type = definitions.find((each) => each.id === id)?.type;
      return [[id, type === 'boolean' ? value === 'true' : type === 'count' ? Number(value) : value]];
    }),
  );
}
