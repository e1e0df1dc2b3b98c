import type { ClockRecord, ComputedClock } from '../../../shared/deadlines/index.ts';

type Reading = ComputedClock['readings'][number];

/** An end of a clock, and the zones whose days make it that; none where days off that are not known yet have a part in it. */
export interface ZonedEnd {
  readonly at: number;
  readonly zones: readonly string[];
}

/** One version of when a clock ends: the readings that come to the same, the first of which explains it. */
export interface ClockVersion {
  /** The place of that reading in the clock. */
  readonly place: number;
  readonly reading: Reading;
  /** The rules that say so; none for the page's own countdown. */
  readonly ruleIds: readonly string[];
  readonly sources: readonly ClockRecord['sources'][number][];
  /** Between which ends it lies, by the zone in which its days end; null where there is one. */
  readonly between: { readonly first: ZonedEnd; readonly last: ZonedEnd } | null;
}

/**
 * The versions of a clock that really differ, the page's own before all others and what may end first before the rest: two
 * sources that come to the same moments by the same days are one.
 */
export function versionsOf({ computed, sources }: Pick<ClockRecord, 'computed' | 'sources'>): ClockVersion[] {
  const placed = computed.readings.map((reading, place) => ({ reading, place }));
  return [...Map.groupBy(placed, ({ reading }) => sameness(reading)).values()]
    .flatMap((group): ClockVersion[] => {
      const [first] = group;
      if (first === undefined) return [];
      const ids = group.flatMap(({ reading: { ruleId } }) => ruleId ?? []);
      return [
        {
          ...first,
          ruleIds: [...new Set(ids)],
          // The page's own countdown is a reading too, and rests on no rule.
          sources: group.flatMap(
            ({ reading }) =>
              sources.find(
                ({ ruleId, readingId }) => ruleId === reading.ruleId && readingId === reading.readingId,
              ) ?? [],
          ),
          between: betweenZones(first.reading),
        },
      ];
    })
    .toSorted((one, other) => rank(one) - rank(other));
}

/** What makes two readings one version. */
function sameness({ ruleId, earliest, latest, range, certainty, inZones, explanation }: Reading): string {
  return JSON.stringify([ruleId === null, earliest, latest, range, certainty, inZones, explanation]);
}

const rank = ({ reading: { ruleId, latest }, between }: ClockVersion): number =>
  ruleId === null ? -Infinity : (between?.first.at ?? latest);

function betweenZones({ earliest, range, inZones = [] }: Reading): ClockVersion['between'] {
  // What has a soonest moment of its own says that one.
  if (earliest !== null || inZones.length === 0) return null;
  const ends = inZones.map(({ end }) => end);
  const first = range?.earliest ?? Math.min(...ends);
  const last = range?.latest ?? Math.max(...ends);
  const at = (moment: number): ZonedEnd => ({
    at: moment,
    zones: inZones.filter(({ end }) => end === moment).map(({ zone }) => zone),
  });
  return first === last ? null : { first: at(first), last: at(last) };
}
