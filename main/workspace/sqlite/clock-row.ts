import type { ClockRecord, ComputedClock } from '../../../shared/deadlines/index.ts';
import type { Tables } from './schema.ts';

/** How a clock was counted when its row was written. */
export function computedOf(row: Pick<Tables['clocks'], 'computed_json'>): ComputedClock {
  return JSON.parse(row.computed_json) as ComputedClock;
}

/** What a clock is called, in both languages. */
export function titleOf(row: Pick<Tables['clocks'], 'title_json'>): ClockRecord['title'] {
  return JSON.parse(row.title_json) as ClockRecord['title'];
}
