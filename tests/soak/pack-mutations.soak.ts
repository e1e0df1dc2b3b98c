import fc from 'fast-check';
import { metBadly, mutatedPacks } from '../helpers/pack-mutations.ts';
import type { SoakCall, SoakResult } from '../runners/soak.ts';

/** Packs changed at random: each loads, or is refused with a place in it; nothing crashes. */
export const name = 'pack-mutations';
export const fullCount = 10_000;

export async function run({ seed, from, count, signal }: SoakCall): Promise<SoakResult> {
  const failures: string[] = [];
  let refused = 0;
  let done = 0;
  for (; done < count && !signal.aborted; done += 1) {
    const number = from + done;
    const [changed] = fc.sample(mutatedPacks, { seed: seed + number, numRuns: 1 });
    if (changed === undefined) throw new Error('no packs were made');
    try {
      const met = metBadly(changed);
      if (met.refused) refused += 1;
      if (met.fault !== null) failures.push(`case ${number}: ${met.fault}`);
    } catch (error) {
      failures.push(
        `case ${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    // A stop is asked for between cases.
    await new Promise(setImmediate);
  }
  return { done, failures, details: { done, refused } };
}

export function summary(details: readonly unknown[]): unknown {
  const slices = details as readonly { readonly done: number; readonly refused: number }[];
  return {
    loaded: slices.reduce((sum, slice) => sum + slice.done - slice.refused, 0),
    refused: slices.reduce((sum, slice) => sum + slice.refused, 0),
  };
}
