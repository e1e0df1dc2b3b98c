import { dayWindows, type OpenWindow } from './opening-hours.ts';

/** A time of the day as people type it: `9`, `9:30`, `09:00`, `9：30`. */
const TIME = String.raw`(\d{1,2})(?:[:：](\d{2}))?`;
const WINDOW = new RegExp(String.raw`^${TIME}\s*(?:-|–|—|~|～|至|到)\s*${TIME}$`);

/** The windows of a day as one line: `09:00–12:00, 13:30–18:00`; empty for a day that is closed. */
export function windowsText(windows: readonly OpenWindow[]): string {
  return windows.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
}

/** Reads such a line as people type it. Null where it is none, or where its windows overlap; empty: closed. */
export function readWindows(text: string): OpenWindow[] | null {
  const parts = text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const windows: OpenWindow[] = [];
  for (const part of parts) {
    const [, openHour, openMinute = '00', closeHour, closeMinute = '00'] = WINDOW.exec(part) ?? [];
    if (openHour === undefined || closeHour === undefined) return null;
    windows.push({
      opens: `${openHour.padStart(2, '0')}:${openMinute}`,
      closes: `${closeHour.padStart(2, '0')}:${closeMinute}`,
    });
  }
  const read = dayWindows.safeParse(windows.toSorted((left, right) => (left.opens < right.opens ? -1 : 1)));
  return read.success ? read.data : null;
}

/** A run of weekdays that are open alike. */
export interface WeekRun {
  /** 1 Monday … 7 Sunday. */
  readonly first: number;
  readonly last: number;
  readonly windows: readonly OpenWindow[];
}

/** A week in as few words as it takes: neighbouring days that are open alike as one run, days that are closed left out. */
export function weekRuns(week: readonly (readonly OpenWindow[])[]): WeekRun[] {
  const runs: WeekRun[] = [];
  week.forEach((windows, place) => {
    const last = runs.at(-1);
    const weekday = place + 1;
    if (last !== undefined && last.last === place && windowsText(last.windows) === windowsText(windows))
      runs[runs.length - 1] = { ...last, last: weekday };
    else runs.push({ first: weekday, last: weekday, windows });
  });
  return runs.filter(({ windows }) => windows.length > 0);
}
