/** A page names the platform's own time, which may run a little ahead of this computer's; the core allows as much. */
const CLOCK_DIFFERENCE = 5 * 60_000;

/** Whether what is said to have happened has not come yet. */
export function isToCome(at: number | null, now: number): boolean {
  return at !== null && at > now + CLOCK_DIFFERENCE;
}
