/** Han, kana and hangul: scripts written without spaces, where a word cannot be told by its edges. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Splits text into runs of one kind: unspaced script, or letters and digits. Everything else parts runs. */
function runs(text: string): { unspaced: boolean; characters: string[] }[] {
  const found: { unspaced: boolean; characters: string[] }[] = [];
  let open: { unspaced: boolean; characters: string[] } | null = null;
  for (const character of text.normalize('NFKC').toLowerCase()) {
    if (!WORD_CHARACTER.test(character)) {
      open = null;
      continue;
    }
    const unspaced = UNSPACED.test(character);
    if (open === null || open.unspaced !== unspaced) {
      open = { unspaced, characters: [] };
      found.push(open);
    }
    open.characters.push(character);
  }
  return found;
}

/**
 * The words under which a text is found: spaced words as they are, unspaced runs as overlapping pairs with the last
 * character alone, so that any two neighbouring characters are a word of the index.
 */
export function indexWords(text: string): string {
  return runs(text)
    .flatMap(({ unspaced, characters }) =>
      unspaced
        ? characters.map((character, index) => character + (characters[index + 1] ?? ''))
        : [characters.join('')],
    )
    .join(' ');
}

/**
 * The FTS5 query that finds a text containing what was typed: pairs as a phrase, the last spaced word as a prefix.
 *
 * @returns an empty string where nothing that can be looked for was typed.
 */
export function searchExpression(typed: string): string {
  return runs(typed)
    .map(({ unspaced, characters }) => {
      if (!unspaced) return `"${characters.join('')}"*`;
      if (characters.length === 1) return `"${characters[0] ?? ''}"*`;
      const pairs = characters
        .slice(0, -1)
        .map((character, index) => character + (characters[index + 1] ?? ''));
      return `"${pairs.join(' ')}"`;
    })
    .join(' AND ');
}
