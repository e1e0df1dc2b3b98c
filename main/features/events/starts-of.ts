import type { StartingEvents } from '../../../shared/events/index.ts';
import { clocksFor, startingEvents } from '../../../shared/rulebook/index.ts';
import type { CaseRules } from '../editions/index.ts';

/** What the rules of a case count from: its notice, and the events that are recorded by themselves. */
export function startsOf({ rulebook, pins }: CaseRules, scenarioId: string): StartingEvents {
  const ofNotice = clocksFor(rulebook, scenarioId, 'notice-issued', pins).filter(({ ofLaw }) => !ofLaw);
  return {
    fromNotice: ofNotice.some(({ owner }) => owner === 'mine'),
    events: startingEvents(rulebook, scenarioId, pins).map(({ event, clocks }) => ({
      event,
      clocks: clocks.map(({ id, title, owner, readings }) => ({
        id,
        title,
        owner,
        pageOnly: readings.length === 0,
      })),
      onPage: clocks.some(({ onPage }) => onPage),
    })),
  };
}
