import fc from 'fast-check';
import { laws, matters } from '../helpers/rulebook-laws.ts';
import { compileShipped } from '../unit/rulebook/shipped-packs.ts';
import type { SoakCall, SoakResult } from '../runners/soak.ts';

/** Matters of every scene, known and dated at random: every law of the rulebook holds for each. */
export const name = 'rulebook-laws';
export const fullCount = 50_000;

export async function run({ seed, from, count, signal }: SoakCall): Promise<SoakResult> {
  const { rulebook } = compileShipped();
  const any = matters(rulebook);
  const failures: string[] = [];
  let done = 0;
  for (; done < count && !signal.aborted; done += 1) {
    const number = from + done;
    const [matter] = fc.sample(any, { seed: seed + number, numRuns: 1 });
    if (matter === undefined) throw new Error('no matter was made');
    for (const [law, broken] of Object.entries(laws)) {
      const fault = broken(rulebook, matter);
      if (fault !== null) failures.push(`case ${number}, ${matter.scenario.id}: ${law}: ${fault}`);
    }
    // A stop is asked for between cases.
    await new Promise(setImmediate);
  }
  return { done, failures };
}
