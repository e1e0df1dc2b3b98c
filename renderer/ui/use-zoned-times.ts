import { useMemo } from 'react';
import type { Instant } from '../../shared/kernel/index.ts';
import { useText, useZone } from './language.tsx';
import { zonedTimes, type ZonedTimes } from './zoned-times.ts';

/** Instants in a zone, named where the person's own clock reads otherwise. */
export function useZonedTimes(zone: string, now: Instant): ZonedTimes {
  const t = useText();
  const own = useZone();
  return useMemo(() => zonedTimes(t, own, zone, now), [t, own, zone, now]);
}
