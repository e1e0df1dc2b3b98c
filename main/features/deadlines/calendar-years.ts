import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import {
  addedYear,
  changedDays,
  refusalOf,
  withYears,
  type AddedYear,
  type CalendarRecord,
  type WorkCalendar,
} from '../../../shared/deadlines/index.ts';
import type { FileReference } from '../../../shared/kernel/fields.ts';
import { AppError } from '../../../shared/kernel/index.ts';
import { actingOperator, os, tryOut, write, type CallContext } from '../../core/context.ts';
import { dropUploads, resolveFile } from '../../core/files.ts';
import type { Tables, WriteHandle } from '../../workspace/index.ts';
import { calendarYearRows } from '../editions/index.ts';
import { recomputedClocks, recalculate, restateReasons, shownChanges } from './clock-changes.ts';
import { mistakeOfYear } from './year-mistake.ts';

/** A year of days off is a text of a few kilobytes; more is none. */
const MOST_BYTES = 200_000;

/** Years of working days that come in a file between two versions of the program. */
export const calendarYears = {
  readYear: os.deadlines.readYear.handler(async ({ context, input }) => {
    const { file, ...part } = input;
    const { added, before, sha256 } = await readAddedYear(context, file);
    const { year } = added;
    const [after = before] = withYears([before], [added]);
    return {
      sha256,
      calendar: before.id,
      region: before.region,
      year: year.year,
      notices: year.notices,
      known: knownAs(before, year.year),
      days: changedDays(before, after, year.year),
      clocks: await tryOut(context, async (tx) => {
        await putYear(tx, added);
        return await shownChanges(tx, recomputedClocks(tx, context.services.rulebooks), part);
      }),
    };
  }),

  addYear: os.deadlines.addYear.handler(async ({ context, input }) => {
    const { added, sha256 } = await readAddedYear(context, input.file);
    // What was shown is what goes in: a file changed in between is another one.
    if (sha256 !== input.sha256) throw new AppError('FILE_CHANGED', { reason: 'since-shown' });
    await write(context, 'deadlines.addYear', async (tx) => {
      await putYear(tx, added);
      await recalculate(tx, context.services.rulebooks, null);
    });
    await dropUploads(context, [input.file]);
    return { ok: true as const };
  }),

  removeYear: os.deadlines.removeYear.handler(({ context, input }) =>
    write(context, 'deadlines.removeYear', async (tx) => {
      await tx.remove('calendar_years', rowId(input.calendar, input.year));
      await restateReasons(tx, context.services.rulebooks);
      return { ok: true as const };
    }),
  ),
};

async function putYear(tx: WriteHandle, added: AddedYear): Promise<void> {
  const id = rowId(added.calendar, added.year.year);
  const row: Tables['calendar_years'] = {
    id,
    calendar: added.calendar,
    year: added.year.year,
    year_json: JSON.stringify(added.year),
    added_at: tx.now,
    operator_id: actingOperator(tx),
  };
  if ((await calendarYearRows(tx)).some((each) => each.id === id)) await tx.update('calendar_years', id, row);
  else await tx.insert('calendar_years', row);
}

/** The years of a calendar that came in a file, and whether it goes by them. */
export function yearsAdded(
  calendar: WorkCalendar,
  rows: readonly Tables['calendar_years'][],
): CalendarRecord['added'] {
  return rows
    .filter((row) => row.calendar === calendar.id)
    .map((row) => ({
      year: row.year,
      notices: (JSON.parse(row.year_json) as AddedYear['year']).notices,
      addedAt: row.added_at,
      inForce: calendar.years.some((year) => JSON.stringify(year) === row.year_json),
    }));
}

/**
 * Opens a year and refuses it whole where it cannot follow what its calendar holds today.
 *
 * @throws AppError INVALID_FILE with the reasons that the contract names
 */
async function readAddedYear(
  context: CallContext,
  file: FileReference,
): Promise<{ readonly added: AddedYear; readonly before: WorkCalendar; readonly sha256: string }> {
  const path = resolveFile(context, file);
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new AppError('INVALID_FILE', { reason: 'not-a-file' });
  if (found.size > MOST_BYTES)
    throw new AppError('INVALID_FILE', { reason: 'no-calendar-year', part: 'whole' });
  const text = await readFile(path, 'utf8');
  const added = parseYear(text);
  const { read, rulebooks } = context.services;
  const before = (await rulebooks.calendars(read)).find(({ id }) => id === added.calendar);
  if (before === undefined)
    throw new AppError('INVALID_FILE', { reason: 'unknown-calendar', calendar: added.calendar });
  const refusal = refusalOf(before, added.year);
  if (refusal !== null)
    throw new AppError('INVALID_FILE', {
      reason: refusal,
      year: added.year.year,
      last: before.years.findLast(({ status }) => status === 'published')?.year ?? 0,
    });
  return { added, before, sha256: createHash('sha256').update(text).digest('hex') };
}

function parseYear(text: string): AddedYear {
  // Windows' editor begins a file with a mark that JSON does not know.
  const json = text.replace(/^\uFEFF/, '');
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    throw new AppError('INVALID_FILE', { reason: 'not-json' }, { cause });
  }
  const parsed = addedYear.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'INVALID_FILE',
    { reason: 'no-calendar-year', ...mistakeOfYear(json, parsed.error) },
    { cause: parsed.error },
  );
}

function knownAs({ years }: WorkCalendar, year: number): 'published' | 'provisional' | null {
  const status = years.find((each) => each.year === year)?.status;
  return status === 'published' || status === 'provisional' ? status : null;
}

function rowId(calendar: string, year: number): string {
  return `${calendar}-${year}`;
}
