import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexWords, searchExpression } from '../../../shared/search/index.ts';

const HAN = Array.from('恶意买家差评订单截图𠮷𪚥々〇ー龘');
const LATIN = Array.from('abIV7éЖ');
const BETWEEN = Array.from(' ,。-\n"*()');

const unit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HAN) },
  { weight: 3, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 2, arbitrary: fc.constantFrom(...BETWEEN) },
);
const text = fc.string({ unit, maxLength: 14 });

/** Runs of one kind, as a person sees them: Chinese without spaces, or a word of letters and digits. */
function runsOf(value: string): { han: boolean; text: string }[] {
  const found: { han: boolean; text: string }[] = [];
  let open: { han: boolean; text: string } | null = null;
  for (const character of value.normalize('NFKC').toLowerCase()) {
    const han = HAN.includes(character);
    if (!han && !/[\p{L}\p{N}]/u.test(character)) {
      open = null;
      continue;
    }
    if (open === null || open.han !== han) found.push((open = { han, text: '' }));
    open.text += character;
  }
  return found;
}

/** What a person expects: every piece of Chinese typed stands somewhere, every word typed begins a word. */
function expected(document: string, typed: string): boolean {
  const runs = runsOf(document);
  const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
  return runsOf(typed).every((wanted) =>
    runs.some(
      (run) =>
        run.han === wanted.han &&
        (wanted.han ? run.text.includes(wanted.text) : fold(run.text).startsWith(fold(wanted.text))),
    ),
  );
}

let database: Database.Database;
beforeAll(() => {
  database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE search_index USING fts5 (
       words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2")`,
  );
});
afterAll(() => database.close());

function found(documents: readonly string[], typed: string): number[] {
  database.exec('DELETE FROM search_index');
  const insert = database.prepare('INSERT INTO search_index (rowid, words) VALUES (?, ?)');
  documents.forEach((document, place) => insert.run(place + 1, indexWords(document)));
  return database
    .prepare('SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid')
    .pluck()
    .all(searchExpression(typed)) as number[];
}

describe('search finds exactly what contains the words typed', () => {
  it('agrees with reading every document from end to end', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (documents, typed) => {
        fc.pre(searchExpression(typed) !== '');
        const wanted = documents.flatMap((document, place) => (expected(document, typed) ? [place + 1] : []));
        expect(found(documents, typed)).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('finds any two neighbouring Chinese characters of any document', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HAN), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        (document, at) => {
          const place = at % (document.length - 1);
          const pair = document.slice(place, place + 2).join('');
          expect(found([document.join(''), '别的'], pair)).toEqual([1]);
        },
      ),
    );
  });
});
