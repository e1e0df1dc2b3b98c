import type { UndecidedOrder } from '../../../shared/reminders/index.ts';
import type { ReadHandle } from '../../workspace/index.ts';
import type { Rulebooks } from '../editions/index.ts';
import { waitingOrders } from './shipping.repo.ts';

/** The orders that nobody has decided on and whose time to ship by is known, the most pressing first. */
export async function undecidedOrders(read: ReadHandle, rulebooks: Rulebooks): Promise<UndecidedOrder[]> {
  const waiting = await waitingOrders(read, { isReport: await reporting(read, rulebooks) });
  return waiting.flatMap(({ storeId, storeAlias, shipBy, decided }) =>
    shipBy === null || decided !== null ? [] : [{ storeId, storeAlias, shipBy }],
  );
}

/** Which scenarios report a buyer, by the rules of today. */
export async function reporting(
  read: ReadHandle,
  rulebooks: Rulebooks,
): Promise<(scenarioId: string) => boolean> {
  const { scenarios } = await rulebooks.current(read);
  return (scenarioId) => scenarios.get(scenarioId)?.kind === 'report';
}
