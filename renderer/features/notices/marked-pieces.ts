/** A stretch of a text that stands out, from `start` up to, not with, `end`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'order' | 'left-out' | 'other' | 'matter' | 'time';
}

/** A piece of a text: plain, or marked. */
export interface MarkedPiece {
  readonly text: string;
  readonly start: number;
  readonly kind: Mark['kind'] | null;
}

/**
 * Cuts a text at its marks. Together the pieces are the text, to the letter; of marks that overlap the first stands, and
 * one that reaches past the text is left out.
 */
export function markedPieces(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let place = 0;
  for (const { start, end, kind } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < place || end <= start || end > text.length) continue;
    if (start > place) pieces.push({ text: text.slice(place, start), start: place, kind: null });
    pieces.push({ text: text.slice(start, end), start, kind });
    place = end;
  }
  if (place < text.length) pieces.push({ text: text.slice(place), start: place, kind: null });
  return pieces;
}
