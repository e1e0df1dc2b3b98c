import { Temporal } from 'temporal-polyfill';
import { workCalendars } from '../../deadlines/index.ts';
import { isOffset } from '../../kernel/index.ts';
import type { PackPlatform } from '../format/index.ts';
import type { Report } from './conditions.ts';
import { refer, unique, type Rules } from './tools.ts';

/** Checks what a platform's own file says: zones, calendars, look-ups, and its register of sources that differ. */
export function checkPlatform(
  platform: PackPlatform,
  rules: Rules,
  conflictIds: Set<string>,
  report: Report,
): void {
  unique(platform.sources, ['sources'], report);
  unique(platform.regions, ['regions'], report);
  platform.regions.forEach(({ zone, calendar }, index) => {
    if (zone !== null && !isZone(zone))
      report(['regions', index, 'zone'], 'not-declared', `${zone} is not a time zone`);
    if (calendar !== null && !isCalendar(calendar))
      report(['regions', index, 'calendar'], 'not-declared', `no calendar is called ${calendar}`);
  });
  if (!isZone(platform.zone)) report(['zone'], 'not-declared', `${platform.zone} is not a time zone`);
  platform.exportZones.forEach((zone, index) => {
    if (!isZone(zone)) report(['exportZones', index], 'not-declared', `${zone} is not a time zone`);
  });
  if (!isCalendar(platform.calendar)) {
    report(['calendar'], 'not-declared', `no calendar is called ${platform.calendar}`);
  }
  if (platform.orderNumber !== null && !isPattern(platform.orderNumber.pattern)) {
    report(['orderNumber', 'pattern'], 'wrong-type', 'the pattern is not a regular expression');
  }
  if (platform.orderNumber === null && platform.kind !== 'law') {
    report(['orderNumber'], 'not-declared', 'only a law pack has no order numbers');
  }
  const named = new Set<string>();
  platform.lookUps.forEach(({ kind, rules: cited }, index) => {
    if (named.has(kind)) report(['lookUps', index, 'kind'], 'duplicate', `${kind} is declared twice`);
    named.add(kind);
    refer(rules, cited, ['lookUps', index, 'rules'], report);
  });
  platform.conflicts.forEach((conflict, index) => {
    const at = ['conflicts', index];
    if (conflictIds.has(conflict.id)) report([...at, 'id'], 'duplicate', `${conflict.id} is declared twice`);
    conflictIds.add(conflict.id);
    conflict.positions.forEach((position, place) => {
      const rule = rules.get(position.rule);
      if (rule === undefined) {
        report([...at, 'positions', place, 'rule'], 'not-declared', `no rule is called ${position.rule}`);
      } else if (position.reading !== null && !rule.readings.some((each) => each.id === position.reading)) {
        const message = `${position.rule} has no reading ${position.reading}`;
        report([...at, 'positions', place, 'reading'], 'not-declared', message);
      }
    });
    for (const use of ['verdict', 'attempt', 'clock'] as const) {
      const acting = conflict.acts[use];
      if (acting !== null && !conflict.positions.some((position) => position.rule === acting)) {
        report([...at, 'acts', use], 'not-declared', `${acting} is not one of the positions`);
      }
    }
  });
}

function isZone(zone: string): boolean {
  if (isOffset(zone)) return false;
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

function isCalendar(id: string): boolean {
  return workCalendars.some((calendar) => calendar.id === id);
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
