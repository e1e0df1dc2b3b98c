/** The zone of every window of these tests. */
export const ZONE = 'Asia/Shanghai';

/** An instant as a date-and-time field of the window takes it, `2026-11-02T20:14`. */
export function localOf(instant: number): string {
  const [day = '', time = ''] = new Date(instant).toLocaleString('sv-SE', { timeZone: ZONE }).split(' ');
  return `${day}T${time.slice(0, 5)}`;
}

/** The instant such a field names. */
export const instantOf = (local: string): number => Date.parse(`${local}:00+08:00`);
