import type { Instant } from '../kernel/index.ts';
import type { ComputedClock } from './clock-types.ts';

/**
 * Why the end of a clock is not the last word: `start-unknown`, it was counted from the first time it was seen and can only be
 * earlier · `estimate`, what it was counted by may still move or is only assumed · `arguable`, the sources differ and this is the
 * earliest.
 */
export interface Doubt {
  readonly kind: 'start-unknown' | 'estimate' | 'arguable';
  /** Between which ends it lies, ms UTC; null where nobody can say. */
  readonly range: { readonly earliest: Instant; readonly latest: Instant } | null;
}

/**
 * What has to be said beside the end of a clock wherever it is shown to somebody who does not see how it was counted; null
 * where it is certain. Of the platform's promise the longest reading is told anyway, so that differing sources leave no doubt.
 */
export function doubtOf({
  owner,
  certainty,
  readings,
  startIsLatest,
}: Pick<ComputedClock, 'owner' | 'certainty' | 'readings' | 'startIsLatest'>): Doubt | null {
  if (startIsLatest === true) return { kind: 'start-unknown', range: null };
  if (certainty === 'estimate') return { kind: certainty, range: rangeOf(readings) };
  return certainty === 'arguable' && owner !== 'theirs'
    ? { kind: certainty, range: rangeOf(readings) }
    : null;
}

function rangeOf(readings: ComputedClock['readings']): Doubt['range'] {
  const ends = readings.map(({ latest, range, certainty }) =>
    certainty === 'estimate' ? range : { earliest: latest, latest },
  );
  // Clocks computed by an older program have no ranges.
  const known = ends.filter((each) => each != null);
  if (known.length < ends.length || known.length === 0) return null;
  return {
    earliest: Math.min(...known.map(({ earliest }) => earliest)),
    latest: Math.max(...known.map(({ latest }) => latest)),
  };
}
