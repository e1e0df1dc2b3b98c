import { livesThrough } from '../helpers/scheduler-histories.ts';
import type { SoakCall, SoakResult } from '../runners/soak.ts';

/** Random histories of the scheduler: in the list exactly once, rung at most once, none lost. */
export const name = 'scheduler';
export const fullCount = 10_000;

export async function run({ seed, from, count, signal }: SoakCall): Promise<SoakResult> {
  const failures: string[] = [];
  let done = 0;
  for (; done < count && !signal.aborted; done += 1) {
    const number = from + done;
    const faults = await livesThrough(seed + number).catch((error: unknown) => [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
    failures.push(...faults.map((fault) => `history ${number}: ${fault}`));
  }
  return { done, failures };
}
