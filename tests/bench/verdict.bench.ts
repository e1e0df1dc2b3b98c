import { execFileSync } from 'node:child_process';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { buildIfNeeded } from '../../.config/build.ts';
import { loadRulebook, scenarios, verdict, type Facts, type Rulebook } from '../../shared/rulebook/index.ts';
import type { BenchRow } from '../runners/bench.ts';
import { ROOT } from '../runners/modules.ts';

export const name = 'verdict';

const CASES = 10_000;
const RUNS = 5;
const SEED = 61;
const AT = { filing: '2026-11-28' };

/** The questions that the checks of the five scenes look at, with the answers there are. */
const QUESTIONS = {
  'order-count': [0, 1, 2, 40],
  'competition-sign': ['none', 'hint', 'shown'],
  'account-conduct-shown': [true, false],
  'site-conduct-shown': [true, false],
  'genuine-purchase-review': [true, false],
  'dispute-ground': ['ordinary', 'single-oddity', 'repeated-pattern'],
  'harassing-message': ['none', 'unclear', 'clear'],
  'message-on-each-order': [true, false],
  'no-sale-ground': [
    'own-side',
    'other-buyer-side',
    'custom-no-contact',
    'address-incomplete',
    'address-invalid',
  ],
  'could-not-ship-because': [true, false],
  'asked-the-buyer': [true, false],
  'cause-on-each-order': [true, false],
} as const;

/**
 * The same conditions written by hand as somebody would who had no rulebook: every figure and every list in the query. A
 * column that is null was not answered.
 */
const BY_HAND = `
  SELECT id,
    CASE
      WHEN competition_sign = 'none' THEN 'not-eligible'
      WHEN competition_sign IS NULL THEN 'fact-missing'
      WHEN competition_sign = 'shown' AND order_count >= 2 AND account_conduct_shown = 1 THEN 'eligible'
      ELSE 'weak'
    END AS "malicious-order",
    CASE
      WHEN genuine_purchase_review = 1 THEN 'not-eligible'
      WHEN genuine_purchase_review IS NULL THEN 'fact-missing'
      WHEN competition_sign = 'shown' AND account_conduct_shown = 1 THEN 'eligible'
      ELSE 'weak'
    END AS "malicious-review",
    CASE
      WHEN dispute_ground IN ('ordinary', 'single-oddity') THEN 'not-eligible'
      WHEN dispute_ground IS NULL THEN 'fact-missing'
      WHEN site_conduct_shown = 1 THEN 'eligible'
      ELSE 'weak'
    END AS "malicious-dispute",
    CASE
      WHEN harassing_message = 'none' THEN 'not-eligible'
      WHEN harassing_message IS NULL THEN 'fact-missing'
      WHEN harassing_message = 'clear' AND message_on_each_order = 1 THEN 'eligible'
      ELSE 'weak'
    END AS "malicious-harassment",
    CASE
      WHEN no_sale_ground = 'own-side' OR could_not_ship_because = 0 THEN 'not-eligible'
      WHEN no_sale_ground IS NULL OR could_not_ship_because IS NULL THEN 'fact-missing'
      WHEN no_sale_ground <> 'other-buyer-side' AND asked_the_buyer = 1 AND cause_on_each_order = 1 THEN 'eligible'
      ELSE 'weak'
    END AS "no-sale"
  FROM situation ORDER BY id`;

const column = (question: string): string => question.replaceAll('-', '_');

function makeCases(): Facts[] {
  const answers = Object.entries(QUESTIONS).map(([id, values]) =>
    fc
      .option(fc.constantFrom<string | number | boolean>(...values), { nil: undefined })
      .map((value) => [id, value]),
  );
  const any = fc.tuple(...answers).map((all) => Object.fromEntries(all) as Facts);
  return fc.sample(any, { seed: SEED, numRuns: CASES });
}

/** The cases as rows of a table that the query reads. */
function inDatabase(cases: readonly Facts[]): Database.Database {
  const database = new Database(':memory:');
  const columns = Object.keys(QUESTIONS).map(column);
  database.exec(`CREATE TABLE situation (id INTEGER PRIMARY KEY, ${columns.join(', ')})`);
  const insert = database.prepare(`INSERT INTO situation VALUES (?, ${columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    cases.forEach((facts, index) => {
      const values = Object.keys(QUESTIONS).map((question) => facts[question]);
      insert.run(
        index,
        ...values.map((value) => (typeof value === 'boolean' ? Number(value) : (value ?? null))),
      );
    });
  })();
  return database;
}

function sceneIds(rulebook: Rulebook): readonly { readonly id: string; readonly sceneId: string }[] {
  return scenarios(rulebook, 'aliexpress').filter(({ caseTypeId }) => caseTypeId === 'report-buyer');
}

/** Ms that something took, and what came of it. */
async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [number, Value]> {
  const begun = performance.now();
  const value = await work();
  return [performance.now() - begun, value];
}

type Words = Readonly<Record<string, string>>;

/** Verdicts with rules, reasons and questions, against a query that gives nothing but the words; the words are the same. */
async function againstSql(rulebook: Rulebook): Promise<BenchRow> {
  const cases = makeCases();
  const scenes = sceneIds(rulebook);
  const database = inDatabase(cases);
  const query = database.prepare<[], Words>(BY_HAND);
  const ours: number[] = [];
  const peer: number[] = [];
  try {
    for (let run = 0; run <= RUNS; run += 1) {
      const [mine, words] = await timed(() =>
        cases.map((facts): Words =>
          Object.fromEntries(
            scenes.map(({ id, sceneId }) => [
              sceneId,
              verdict(rulebook, { scenario: id, facts, at: AT }).word,
            ]),
          ),
        ),
      );
      const [theirs, rows] = await timed(() => query.all());
      words.forEach((each, index) => {
        for (const { sceneId } of scenes)
          if (each[sceneId] !== rows[index]?.[sceneId])
            throw new Error(
              `case ${index}, ${sceneId}: ${each[sceneId] ?? ''}, by hand ${rows[index]?.[sceneId] ?? ''}`,
            );
      });
      // The first run warms both up.
      if (run === 0) continue;
      ours.push(mine);
      peer.push(theirs);
    }
  } finally {
    database.close();
  }
  return {
    figure: `the check of ${CASES.toLocaleString('en')} cases in ${scenes.length} scenes, with rules, reasons and questions`,
    ours,
    peer,
    peerName: 'the same conditions as one SQL query, words only',
    unit: 'ms',
    runs: RUNS,
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
    for (let run = 0; run <= RUNS; run += 1) {
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
    runs: RUNS,
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  await buildIfNeeded();
  const json = await readFile(join(ROOT, 'dist/rulebook.json'), 'utf8');
  return [await againstSql(loadRulebook(json)), await loading(json)];
}
