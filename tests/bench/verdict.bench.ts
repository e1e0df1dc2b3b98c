import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { buildIfNeeded } from '../../.config/build.ts';
import { bindScene } from '../../shared/rulebook/bind.ts';
import { tellingValues } from '../../shared/rulebook/conditions.ts';
import type { FactValue } from '../../shared/rulebook/format/index.ts';
import { loadRulebook, scenarios, verdict, type Facts, type Rulebook } from '../../shared/rulebook/index.ts';
import { scenarioParts } from '../../shared/rulebook/look-up.ts';
import type { BenchRow } from '../runners/bench.ts';
import { ROOT } from '../runners/modules.ts';

export const name = 'verdict';

const CASES = 10_000;
const RUNS = 3;
const LOADS = 5;
const SEED = 61;
const AT = { filing: '2026-11-28' };

/** One query, written by hand as somebody would who had no rulebook: a piece for each few platforms, in its own file. */
const BY_HAND = join(ROOT, 'tests/bench/verdict-by-hand');

type Answers = ReadonlyMap<string, readonly FactValue[]>;

/** What the checks of every scene look at, with the answers there are; of counts, those on both sides of each figure. */
function questionsOf(rulebook: Rulebook): Answers {
  const answers = new Map<string, Set<FactValue>>();
  for (const { id, facts, checkFacts } of scenarios(rulebook)) {
    const { checks, proves } = bindScene(rulebook, scenarioParts(rulebook, id, AT).scene, AT);
    const looked = { all: [...checks, ...proves].map(({ when }) => when) };
    for (const definition of facts.filter((fact) => checkFacts.includes(fact.id))) {
      const known = answers.get(definition.id) ?? new Set<FactValue>();
      answers.set(definition.id, known);
      for (const value of tellingValues(definition, looked)) known.add(value);
      if (definition.type === 'count' || definition.type === 'money') known.add(0).add(1_000);
    }
  }
  return new Map([...answers].map(([id, known]) => [id, [...known]]));
}

function makeCases(questions: Answers): Facts[] {
  const answers = [...questions].map(([id, values]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined }).map((value) => [id, value]),
  );
  const any = fc.tuple(...answers).map((all) => Object.fromEntries(all) as Facts);
  return fc.sample(any, { seed: SEED, numRuns: CASES });
}

/** The cases as rows of a table that the query reads; a column that is null was not answered. */
function inDatabase(questions: Answers, cases: readonly Facts[]): Database.Database {
  const database = new Database(':memory:');
  const ids = [...questions.keys()];
  const columns = ids.map((id) => id.replaceAll('-', '_'));
  database.exec(`CREATE TABLE situation (id INTEGER PRIMARY KEY, ${columns.join(', ')})`);
  const insert = database.prepare(`INSERT INTO situation VALUES (?, ${columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    cases.forEach((facts, index) => {
      const values = ids.map((id) => facts[id]);
      insert.run(
        index,
        ...values.map((value) => (typeof value === 'boolean' ? Number(value) : (value ?? null))),
      );
    });
  })();
  return database;
}

async function queryByHand(): Promise<string> {
  const files = (await readdir(BY_HAND)).sort();
  const pieces = await Promise.all(files.map((file) => readFile(join(BY_HAND, file), 'utf8')));
  return `SELECT\n${pieces.join(',\n')}\nFROM situation ORDER BY id`;
}

/** Ms that something took, and what came of it. */
async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [number, Value]> {
  const begun = performance.now();
  const value = await work();
  return [performance.now() - begun, value];
}

type Words = Readonly<Record<string, string>>;

/** Throws unless both give the same word for every case and scene, and the cases bring each scene to several words. */
function compare(ids: readonly string[], ours: readonly Words[], byHand: readonly Words[]): void {
  for (const id of ids) {
    ours.forEach((words, index) => {
      if (words[id] !== byHand[index]?.[id])
        throw new Error(`case ${index}, ${id}: ${words[id] ?? ''}, by hand ${byHand[index]?.[id] ?? ''}`);
    });
    if (new Set(ours.map((words) => words[id])).size < 3)
      throw new Error(`${id}: the cases are too much alike`);
  }
}

/** Verdicts with rules, reasons and questions, against a query that gives nothing but the words; the words are the same. */
async function againstSql(rulebook: Rulebook): Promise<BenchRow> {
  const questions = questionsOf(rulebook);
  const cases = makeCases(questions);
  const ids = scenarios(rulebook).map(({ id }) => id);
  const database = inDatabase(questions, cases);
  const query = database.prepare<[], Words>(await queryByHand());
  const ours: number[] = [];
  const peer: number[] = [];
  let memoryMb = 0;
  try {
    for (let run = 0; run <= RUNS; run += 1) {
      const [mine, words] = await timed(() =>
        cases.map((facts): Words =>
          Object.fromEntries(ids.map((id) => [id, verdict(rulebook, { scenario: id, facts, at: AT }).word])),
        ),
      );
      const [theirs, rows] = await timed(() => query.all());
      memoryMb = Math.max(memoryMb, process.memoryUsage().rss / 2 ** 20);
      compare(ids, words, rows);
      // The first run warms both up.
      if (run === 0) continue;
      ours.push(mine);
      peer.push(theirs);
    }
  } finally {
    database.close();
  }
  return {
    figure: `the check of ${CASES.toLocaleString('en')} cases in all ${ids.length} scenes on one day, ${questions.size} facts, with rules, reasons and questions`,
    ours,
    peer,
    peerName: 'the same conditions written by hand as one SQL query, words only: all words agree',
    unit: 'ms',
    runs: RUNS,
    memoryMb,
  };
}

/** Loading every pack as the built program does, beside its whole start: a new process that answers its first call. */
async function loading(json: string): Promise<BenchRow> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-bench-'));
  const desk = [
    join(ROOT, 'dist/main/desk.js'),
    'stores.list',
    '{}',
    '--quiet',
    '--workspace',
    join(root, 'desk'),
  ];
  const ours: number[] = [];
  const peer: number[] = [];
  try {
    for (let run = 0; run <= LOADS; run += 1) {
      const [load] = await timed(() => loadRulebook(json));
      const [start] = await timed(() => execFileSync(process.execPath, desk));
      if (run === 0) continue;
      ours.push(load);
      peer.push(start);
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return {
    figure: 'loading all packs of the built program',
    ours,
    peer,
    peerName: 'the process start of its core to a first answer, packs included',
    unit: 'ms',
    runs: LOADS,
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  await buildIfNeeded();
  const json = await readFile(join(ROOT, 'dist/rulebook.json'), 'utf8');
  return [await againstSql(loadRulebook(json)), await loading(json)];
}
