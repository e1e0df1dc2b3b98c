import { OF_THE_MATTER } from '../../../shared/attempts/index.ts';
import { findScenario } from '../../../shared/rulebook/index.ts';
import type { Tables, WriteHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { attemptsOfCase, holdAttempt } from './attempts.repo.ts';

/** The slot of the matter itself: there while it names no order, and let go as soon as it does. */
export async function holdForMatter(
  tx: WriteHandle,
  rulebooks: Rulebooks,
  found: Tables['cases'],
  orderNumbers: readonly string[],
): Promise<void> {
  const { rulebook } = await rulebooks.ofCase(tx, found);
  if (findScenario(rulebook, found.scenario_id).needsOrders) return;
  const own = (await attemptsOfCase(tx, found.id)).filter(
    (attempt) => attempt.order_number === OF_THE_MATTER,
  );
  if (orderNumbers.length === 0) {
    if (own.length === 0) await holdAttempt(tx, found, OF_THE_MATTER);
    return;
  }
  for (const attempt of own) if (attempt.state === 'held') await tx.remove('attempts', attempt.id);
}
