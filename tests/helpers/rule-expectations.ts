import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Temporal } from 'temporal-polyfill';
import { attemptsWords, durationWords } from '../../renderer/features/rulebook/value-words.ts';
import { computeClock, findCalendar } from '../../shared/deadlines/index.ts';
import { createTranslator } from '../../shared/i18n/index.ts';
import {
  attemptKeys,
  caseEvents,
  clocksFor,
  laterOfClocks,
  timeOf,
  type ReadingValue,
  type Rulebook,
  type Scenario,
} from '../../shared/rulebook/index.ts';

/** Lines by what they are about: a reading, a clock's reading, a scene. */
export type Expected = ReadonlyMap<string, string>;

const folder = fileURLToPath(new URL('../fixtures/rule-expectations/', import.meta.url));
const t = createTranslator('zh-CN');

/** The evening before a long run of days off, so that hours, days and working days from it all end on days of their own. */
export const STARTED = '2026-09-24T20:00';
const PAUSED_DAYS = 5;

/** What is expected of all packs: a file for each platform, a line for each thing. */
export function expected(kind: 'words' | 'ends' | 'chances'): Expected {
  return new Map(
    readdirSync(folder + kind)
      .sort()
      .flatMap((file) =>
        Object.entries(parse(readFileSync(`${folder}${kind}/${file}`, 'utf8')) as Record<string, string>),
      ),
  );
}

/** A span or a number of chances as the rulebook's screens word it; null for what has no such words. */
export function wordsOf(value: ReadingValue): string | null {
  if (value.kind === 'duration') return durationWords(value, t);
  return value.kind === 'attempts' ? attemptsWords(value, t) : null;
}

/** The words of every reading that has a span or a number of chances, by rule and reading. */
export function wordsIn({ rules }: Rulebook): Expected {
  const found = new Map<string, string>();
  for (const { id, readings } of rules.values())
    for (const reading of readings) {
      const words = wordsOf(reading.value);
      if (words !== null) found.set(`${id}/${reading.id}`, words);
    }
  return found;
}

/**
 * When each reading of each clock ends that starts on that evening, in the platform's own time: the earlier end where the
 * rule has two, the end, the end after the platform reviewed for five days where that is another, and whether the clock waits
 * for the later of two events.
 */
export function endsIn(
  rulebook: Rulebook,
  scenes: Iterable<Scenario> = rulebook.scenarios.values(),
): Expected {
  const found = new Map<string, string>();
  for (const { id, platformId, caseTypeId } of scenes) {
    const { zone, calendar } = timeOf(rulebook, id, undefined);
    const start = Temporal.PlainDateTime.from(STARTED).toZonedDateTime(zone);
    const pause = {
      from: start.add({ hours: 1 }).epochMilliseconds,
      to: start.add({ hours: 1, days: PAUSED_DAYS }).epochMilliseconds,
    };
    const local = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    const options = {
      startedAt: start.epochMilliseconds,
      zone,
      calendar: findCalendar(calendar, rulebook.calendars),
    };
    const waiting = laterOfClocks(rulebook, id, null);
    for (const event of caseEvents)
      for (const spec of clocksFor(rulebook, id, event)) {
        const plain = computeClock(spec, options).readings;
        const paused = computeClock(spec, { ...options, pauses: [pause] }).readings;
        for (const { ruleId, readingId, earliest, latest } of plain) {
          const later = paused.find((each) => each.ruleId === ruleId && each.readingId === readingId)?.latest;
          found.set(
            `${spec.ofLaw ? platformId : `${platformId}.${caseTypeId}`} ${spec.id} ${event} ${String(ruleId)}/${readingId}`,
            [
              ...(earliest === null ? [] : [`${local(earliest)} to`]),
              local(latest),
              ...(later === undefined || later === latest ? [] : [`(${local(later)} after a review)`]),
              ...(waiting.has(spec.id) ? ['from the later event'] : []),
            ].join(' '),
          );
        }
      }
  }
  return found;
}

/** Under which keys each scene counts its chances, and how many there are, the acting rule first. */
export function chancesIn(
  rulebook: Rulebook,
  scenes: Iterable<Scenario> = rulebook.scenarios.values(),
): Expected {
  const found = new Map<string, string>();
  for (const { id, chancePer, chanceInScene } of scenes) {
    const keys = attemptKeys(rulebook, id, { orderNumbers: ['1'] });
    if (keys.length > 0)
      found.set(
        id,
        [
          `per ${String(chancePer)}${chanceInScene ? ' in the scene' : ''}`,
          ...keys.map(
            ({ ruleId, readingId, key, max, acts }) =>
              `${acts ? 'acts' : 'warns'} ${ruleId}/${readingId}: ${max} of ${key.replace(/=[^|]*/g, '')}`,
          ),
        ].join('; '),
      );
  }
  return found;
}

/** Where two sides differ, a line each: what was expected and is not so, and what nobody expected. */
export function differences(wanted: Expected, found: Expected): string[] {
  const keys = [...new Set([...wanted.keys(), ...found.keys()])];
  return keys
    .filter((key) => wanted.get(key) !== found.get(key))
    .map((key) => `${key}: ${found.get(key) ?? 'nothing'}, expected ${wanted.get(key) ?? 'nothing'}`);
}
