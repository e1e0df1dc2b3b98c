import { isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';

/** What is wrong with the file of a year, by the part of it that a person has to look at. */
export interface YearMistake {
  /** By which the words are chosen; `whole` where it is no single part. */
  readonly part: 'whole' | 'calendar' | 'year' | 'notices' | 'days-off' | 'makeup-days' | 'dates' | 'extra';
  /** The how-manieth of its list; 0 where it is no entry of one. */
  readonly number: number;
  readonly line: number;
  /** What the file calls a thing that does not belong into it. */
  readonly extra: string;
}

const PARTS: Readonly<Record<string, YearMistake['part']>> = {
  calendar: 'calendar',
  'year.year': 'year',
  'year.notices': 'notices',
  'year.daysOff': 'days-off',
  'year.makeupDays': 'makeup-days',
};

/** The first mistake that the schema found, with the line it is on: JSON is YAML, and that reader knows where things stand. */
export function mistakeOfYear(text: string, { issues }: z.ZodError): YearMistake {
  const [issue] = issues;
  const path = (issue?.path ?? []).filter((step) => typeof step !== 'symbol');
  const extra = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : '';
  const entry = path[2];
  return {
    part: partOf(path, extra, issue?.code === 'custom'),
    number: typeof entry === 'number' ? entry + 1 : 0,
    line: lineOf(text, extra === '' ? path : [...path, extra]),
    extra,
  };
}

function partOf(path: readonly (string | number)[], extra: string, isCustom: boolean): YearMistake['part'] {
  if (extra !== '') return 'extra';
  // The parts are right, and do not go together.
  if (isCustom && path.length === 1) return 'dates';
  return PARTS[path.slice(0, path[0] === 'year' ? 2 : 1).join('.')] ?? 'whole';
}

/** The line on which the thing at a path begins, or the nearest around it that is there. */
function lineOf(text: string, path: readonly (string | number)[]): number {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return counter.linePos(node.range[0]).line;
  }
  return 1;
}
