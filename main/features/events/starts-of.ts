import type { StartingEvents } from '../../../shared/events/index.ts';
import { clocksFor, startingEvents, type Rulebook } from '../../../shared/rulebook/index.ts';

/** What the rules of a scenario count from: its notice, and the events that are recorded by themselves. */
export function startsOf(rulebook: Rulebook, scenarioId: string): StartingEvents {
  const ofNotice = clocksFor(rulebook, scenarioId, 'notice-issued').filter(({ ofLaw }) => !ofLaw);
  return {
    fromNotice: ofNotice.some(({ owner }) => owner === 'mine'),
    events: startingEvents(rulebook, scenarioId).map(({ event, clocks }) => ({
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
