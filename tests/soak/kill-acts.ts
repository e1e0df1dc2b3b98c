import type { Client } from '../../shared/contract/index.ts';
import { resultOf } from '../helpers/core.ts';

/** The acts that are cut off: each is one job of the contract. */
export const KILLED_ACTS = ['import', 'intake', 'export'] as const;
export type KilledAct = (typeof KILLED_ACTS)[number];

/** What an act works on; made with the workspace it is done in. */
export interface ActInput {
  readonly storeId: string;
  readonly caseId: string;
  /** The order export of `import`. */
  readonly table: string;
  /** The files of `intake`. */
  readonly files: readonly string[];
}

/** Does the act and waits for its end. */
export async function perform(act: KilledAct, client: Client, input: ActInput): Promise<void> {
  const { storeId, caseId, table, files } = input;
  switch (act) {
    case 'import':
      await resultOf(client, await client.orders.startImport({ storeId, file: { path: table } }));
      return;
    case 'intake': {
      const taken = await resultOf<readonly { error?: unknown }[]>(
        client,
        await client.evidence.takeIn({ caseId, files: files.map((path) => ({ file: { path } })) }),
      );
      if (taken.some((each) => each.error !== undefined)) throw new Error(JSON.stringify(taken));
      return;
    }
    case 'export':
      await resultOf(client, await client.packets.export({ caseId, language: 'zh-CN', originals: true }));
  }
}
