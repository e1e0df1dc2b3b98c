import { exportCase, file, orderNumbers, prepareCase, type PreparedCase } from './case.ts';
import { HOUR } from './core.ts';
import type { OneDesk } from './one-desk.ts';

/** Acts on the chances of a desk's store: each order number is one that no other test has used. */
export function chancesAt(desk: OneDesk) {
  let next = 0;
  const fresh = (): string => orderNumbers(1, (next += 1))[0] ?? '';
  const frozen = async (orders: readonly string[]): Promise<PreparedCase & { packetId: string }> => {
    const { client, files, storeId } = desk;
    const prepared = await prepareCase(client, files, { storeId, orders, seed: 1000 + next, pictures: 1 });
    return { ...prepared, packetId: await exportCase(client, prepared.caseId) };
  };
  return {
    fresh,
    /** A case whose material is frozen, not filed. */
    frozen,
    /** A case that was filed just now. */
    filed: async (orders: readonly string[]) => {
      const prepared = await frozen(orders);
      desk.clock.pass(HOUR);
      const submissionId = await file(desk.client, prepared, prepared.packetId, desk.clock.now());
      return { ...prepared, submissionId };
    },
    /** The state of each of a case's attempts. */
    states: async (caseId: string) =>
      (await desk.client.attempts.list({ caseId })).map((attempt) => attempt.state),
  };
}
