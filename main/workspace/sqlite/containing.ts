import { sql, type RawBuilder } from 'kysely';

/** The right side of a `like` that finds a text anywhere, its own wildcards taken as the characters they are. */
export function containing(text: string): RawBuilder<string> {
  return likePattern(`%${escaped(text)}%`);
}

/** The same for a text that stands at the beginning. */
export function beginningWith(text: string): RawBuilder<string> {
  return likePattern(`${escaped(text)}%`);
}

function escaped(text: string): string {
  return text.trim().replace(/[\\%_]/g, '\\$&');
}

function likePattern(pattern: string): RawBuilder<string> {
  return sql<string>`${pattern} escape '\\'`;
}
