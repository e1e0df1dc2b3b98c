import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FactDefinition, FactValue, Facts, VerdictWord } from '../../shared/rulebook/index.ts';

const folder = fileURLToPath(new URL('../fixtures/truth-tables/', import.meta.url));
const columnsFile = 'columns.yaml';

const word = z.enum(['not-eligible', 'fact-missing', 'weak', 'eligible']);
const columnSchema = z.record(z.string(), word);
const columns = z
  .strictObject({ columns: z.record(z.string(), columnSchema) })
  .parse(contentOf(columnsFile)).columns;

const answer = z.union([z.string(), z.boolean(), z.int().nonnegative()]).transform(String);
const tableSchema = z.strictObject({
  /** Question → answer → the best word it leaves; or the name of a column many tables share. */
  alone: z
    .record(
      z.string(),
      z.union([columnSchema, z.enum(Object.keys(columns)).transform((name) => columns[name] ?? {})]),
    )
    .default({}),
  /** Questions that decide together: the first row that fits counts. */
  together: z
    .array(
      z
        .strictObject({
          facts: z.array(z.string()).min(2),
          /** In each row a cell a question, then the word. A cell is an answer, some answers, or "*": any or none. */
          rows: z.array(
            z
              .array(z.union([answer, z.array(answer)]))
              .transform((row) => ({
                cells: row.slice(0, -1).map((cell) => [cell].flat()),
                word: row.at(-1),
              }))
              .pipe(z.strictObject({ cells: z.array(z.array(z.string())), word })),
          ),
        })
        .refine(({ facts, rows }) => rows.every(({ cells }) => cells.length === facts.length), {
          error: 'a row has a cell for each question and a word',
        }),
    )
    .default([]),
});

/** What a scene's check has to say to every combination of answers. */
export type TruthTable = z.infer<typeof tableSchema>;

/** Questions with their answers as a table names them; `unknown` is one of them. */
type Answers = ReadonlyMap<string, readonly string[]>;

/** An answer to each question. */
type Combination = ReadonlyMap<string, string>;

function contentOf(file: string): unknown {
  return parse(readFileSync(folder + file, 'utf8'));
}

/** The hand-written tables, by scenario. */
export function truthTables(): ReadonlyMap<string, TruthTable> {
  const schema = z.strictObject({ scenes: z.record(z.string(), tableSchema) });
  const tables = new Map<string, TruthTable>();
  for (const file of readdirSync(folder).filter((name) => name !== columnsFile)) {
    for (const [id, table] of Object.entries(schema.parse(contentOf(file)).scenes)) {
      if (tables.has(id)) throw new Error(`${id} has two tables`);
      tables.set(id, table);
    }
  }
  return tables;
}

/** From the worst to the best. */
const WORDS: readonly VerdictWord[] = ['not-eligible', 'fact-missing', 'weak', 'eligible'];

/** The answers a table tells apart, by question. */
export function answersIn(table: TruthTable, definitions: readonly FactDefinition[]): Answers {
  const answers = new Map(Object.entries(table.alone).map(([id, cells]) => [id, Object.keys(cells)]));
  for (const { facts, rows } of table.together)
    facts.forEach((id, index) => {
      const named = rows.flatMap(({ cells }) => cells[index] ?? []).filter((cell) => cell !== '*');
      const found = [...(answers.get(id) ?? []), ...named, ...optionsOf(definitions, id), 'unknown'];
      answers.set(id, [...new Set(found)]);
    });
  return answers;
}

function optionsOf(definitions: readonly FactDefinition[], id: string): string[] {
  const definition = definitions.find((each) => each.id === id);
  if (definition?.type === 'choice') return definition.options.map((option) => option.id);
  return definition?.type === 'boolean' ? ['true', 'false'] : [];
}

/** More than these are not all tried. */
const MANY = 20_000;

/** Each so-manieth is tried instead: a prime, so that the steps fall on every answer of every question. */
const STEP = 17;

/**
 * The combinations of answers that a table is tried with: all of them. Where they are too many: all that questions which
 * decide together can give while the others are answered the best way, so that no other hides their word, and each
 * so-manieth of the whole.
 */
export function* combinationsOf(table: TruthTable, answers: Answers): Generator<Combination> {
  const count = [...answers.values()].reduce((product, each) => product * each.length, 1);
  if (count <= MANY) {
    yield* combinations(answers);
    return;
  }
  const groups = groupsIn(table).map((ids) => [...combinations(only(answers, ids))]);
  const best = new Map(groups.flatMap((group) => [...bestOf(table, group)]));
  for (const chosen of groups.flat()) yield new Map([...best, ...chosen]);
  let place = 0;
  for (const chosen of combinations(answers)) {
    if (place % STEP === 0) yield chosen;
    place += 1;
  }
}

function* combinations(answers: Answers): Generator<Combination> {
  const [first, ...rest] = answers;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const [id, values] = first;
  for (const others of combinations(new Map(rest)))
    for (const value of values) yield new Map([[id, value], ...others]);
}

/** Questions that decide together, and each of the others by itself. */
function groupsIn(table: TruthTable): string[][] {
  const sets = [...table.together.map(({ facts }) => facts), ...Object.keys(table.alone).map((id) => [id])];
  return sets.reduce<string[][]>((groups, ids) => {
    const met = groups.filter((group) => group.some((id) => ids.includes(id)));
    return [...groups.filter((group) => !met.includes(group)), [...new Set([...met.flat(), ...ids])]];
  }, []);
}

function only(answers: Answers, ids: readonly string[]): Answers {
  return new Map([...answers].filter(([id]) => ids.includes(id)));
}

function bestOf(table: TruthTable, group: readonly Combination[]): Combination {
  const best = group.find((chosen) => wordIn(table, chosen) === 'eligible');
  if (best === undefined) throw new Error('no answer is the best');
  return best;
}

/** The word the table gives to a combination: the worst that one of its answers leaves. Questions left out count for nothing. */
export function wordIn(table: TruthTable, chosen: Combination): VerdictWord {
  const answered = (id: string) => chosen.has(id);
  const alone = Object.entries(table.alone)
    .filter(([id]) => answered(id))
    .map(([id, cells]) => cells[chosen.get(id) ?? 'unknown']);
  const together = table.together
    .filter(({ facts }) => facts.every(answered))
    .map(({ facts, rows }) => rows.find(({ cells }) => fits(cells, facts, chosen))?.word);
  const ranks = [...alone, ...together].map((each) => {
    if (each === undefined) throw new Error('the table says nothing of an answer');
    return WORDS.indexOf(each);
  });
  return WORDS[Math.min(...ranks)] ?? 'eligible';
}

function fits(cells: readonly (readonly string[])[], facts: readonly string[], chosen: Combination): boolean {
  return cells.every(
    (cell, index) => cell.includes('*') || cell.includes(chosen.get(facts[index] ?? '') ?? 'unknown'),
  );
}

/** A combination as the engine is given it. */
export function factsOf(chosen: Combination, definitions: readonly FactDefinition[]): Facts {
  return Object.fromEntries(
    [...chosen].flatMap(([id, value]): [string, FactValue][] => {
      if (value === 'unknown') return [];
      const type = definitions.find((each) => each.id === id)?.type;
      return [
        [
          id,
          type === 'boolean'
            ? value === 'true'
            : type === 'count' || type === 'money'
              ? Number(value)
              : value,
        ],
      ];
    }),
  );
}
