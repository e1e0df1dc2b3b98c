import { useState } from 'react';
import {
  MOST_ANSWER_MINUTES,
  openingHours,
  readWindows,
  windowsText,
  type OpeningHours,
} from '../../../shared/asks/index.ts';

interface ClosedSpan {
  readonly from: string;
  readonly to: string;
}

/** Opening hours while they are typed. */
export interface HoursForm {
  readonly week: readonly string[];
  readonly holidays: string;
  readonly zone: string;
  readonly answerHours: number | null | undefined;
  readonly closedSpans: readonly ClosedSpan[];
  readonly change: (patch: Partial<Fields>) => void;
  /** Begins anew with these. */
  readonly begin: (hours: OpeningHours) => void;
  /** Which days cannot be read. */
  readonly wrongDays: readonly boolean[];
  readonly isNeverOpen: boolean;
  /** Null while something is not whole. */
  readonly hours: OpeningHours | null;
}

type Fields = Pick<HoursForm, 'week' | 'holidays' | 'zone' | 'answerHours' | 'closedSpans'>;

const HOUR = 60;

/** What stands in the fields, and the hours that it makes. */
export function useHoursForm(from: OpeningHours): HoursForm {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(from));
  const windows = fields.week.map(readWindows);
  const minutes = Math.round((fields.answerHours ?? Number.NaN) * HOUR);
  const read = openingHours.safeParse({
    zone: fields.zone,
    week: windows,
    holidays: fields.holidays === '' ? null : fields.holidays,
    closedSpans: fields.closedSpans,
    answerMinutes: Math.min(minutes, MOST_ANSWER_MINUTES),
  });
  return {
    ...fields,
    begin: (hours) => setFields(fieldsOf(hours)),
    change: (patch) => setFields((before) => ({ ...before, ...patch })),
    wrongDays: windows.map((each) => each === null),
    isNeverOpen: windows.every((each) => each?.length === 0),
    hours: read.success ? read.data : null,
  };
}

function fieldsOf(hours: OpeningHours): Fields {
  return {
    week: hours.week.map(windowsText),
    holidays: hours.holidays ?? '',
    zone: hours.zone,
    answerHours: hours.answerMinutes / HOUR,
    closedSpans: hours.closedSpans,
  };
}

/** Whether a closed span ends before it begins, as far as both days are there. */
export function isTurnedSpan({ from, to }: ClosedSpan): boolean {
  return from !== '' && to !== '' && to < from;
}
