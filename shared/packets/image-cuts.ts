/** A slice of a picture, in pixels from its top: `from` inclusive, `to` exclusive. */
export interface ImageCut {
  readonly from: number;
  readonly to: number;
}

/** Pictures taller than this many times their width are cut into pages. */
export const TALL_RATIO = 2.2;

/** Height of one slice against the picture's width: what fits a page at a legible size. */
const SLICE_RATIO = 1.9;
/** Share of a slice that is shown again at the top of the next. */
const OVERLAP_SHARE = 0.04;
/** Share of a slice, at its foot, in which a quiet line is looked for. */
const SEARCH_SHARE = 0.2;

/**
 * Where a picture is cut so that each piece stays legible on its own page.
 *
 * Every row is shown at least once, pieces follow each other from top to bottom, and neighbours overlap a little. Where
 * the busyness of rows is known, a cut is laid on the quietest row near the foot of the slice: between two chat
 * bubbles, not through one.
 *
 * @param size in pixels as seen, after any rotation.
 * @param busyness one figure for each of n equal bands from top to bottom, higher is busier; empty if not known.
 */
export function planImageCuts(
  size: { readonly width: number; readonly height: number },
  busyness: readonly number[] = [],
): ImageCut[] {
  const { width, height } = size;
  if (height <= width * TALL_RATIO) return [{ from: 0, to: height }];
  const largest = Math.max(1, Math.floor(width * SLICE_RATIO));
  const overlap = Math.floor(largest * OVERLAP_SHARE);
  // Even slices, so that the last page is not a sliver. The room for the search comes on top of an even share.
  const pieces = Math.ceil((height - overlap) / Math.max(1, largest * (1 - SEARCH_SHARE / 2) - overlap));
  const slice = Math.min(
    largest,
    Math.ceil(((height - overlap) / pieces + overlap) / (1 - SEARCH_SHARE / 2)),
  );
  const cuts: ImageCut[] = [];
  let from = 0;
  while (height - from > slice) {
    const to = quietestRow(from + Math.ceil(slice * (1 - SEARCH_SHARE)), from + slice, height, busyness);
    cuts.push({ from, to });
    from = Math.max(from + 1, to - overlap);
  }
  cuts.push({ from, to: height });
  return cuts;
}

/** The middle of the longest run of the quietest bands between two rows; the last row if nothing is known. */
function quietestRow(first: number, last: number, height: number, busyness: readonly number[]): number {
  if (busyness.length === 0) return last;
  const bandHeight = height / busyness.length;
  const start = Math.ceil(first / bandHeight);
  const end = Math.floor(last / bandHeight) - 1;
  let quietest = Number.POSITIVE_INFINITY;
  for (let band = start; band <= end; band += 1) quietest = Math.min(quietest, busyness[band] ?? quietest);
  if (quietest === Number.POSITIVE_INFINITY) return last;
  let best = { start: -1, length: 0 };
  let run = { start: -1, length: 0 };
  for (let band = start; band <= end; band += 1) {
    if ((busyness[band] ?? 0) > quietest) run = { start: -1, length: 0 };
    else run = { start: run.length === 0 ? band : run.start, length: run.length + 1 };
    if (run.length >= best.length && run.length > 0) best = run;
  }
  const row = Math.round((best.start + best.length / 2) * bandHeight);
  return Math.min(last, Math.max(first, row));
}
