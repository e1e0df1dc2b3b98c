import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../../shared/contract/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { Notify } from './notifications.ts';

/** The act of the journal that an export ends with. */
const EXPORTED = 'packets.export';
/** More than one commit can leave behind. */
const ENTRIES_READ = 20;

export interface CoreWatchOptions {
  readonly notify: Notify;
  readonly translator: () => Translator;
  /** Whether the person looks at the window now, and so sees for themselves. */
  readonly isLookedAt: () => boolean;
}

/** What the shell itself follows in the core, to tell a person who is not looking. What is due, the core rings itself. */
export interface CoreWatch {
  /** Follows a core until its port closes. */
  follow(port: MessagePort): void;
}

export function createCoreWatch({ notify, translator, isLookedAt }: CoreWatchOptions): CoreWatch {
  let lastSeen: number | null = null;

  const tellExports = async (core: Client): Promise<void> => {
    const { items } = await core.journal.list({ limit: ENTRIES_READ });
    const before = lastSeen ?? Number.POSITIVE_INFINITY;
    lastSeen = items[0]?.sequence ?? 0;
    const fresh = items.filter(({ act, sequence }) => act === EXPORTED && sequence > before);
    for (const { caseId } of fresh) {
      if (caseId === null || isLookedAt()) continue;
      const { record, storeAlias } = await core.cases.get({ caseId });
      const t = translator();
      void notify({
        title: t('shell:exported.title'),
        // A screen is seen by whoever walks past: a case's title may be a buyer's name.
        body: t('shell:exported.body', { number: record.number, store: storeAlias }),
        caseId,
      });
    }
  };

  const followChanges = async (core: Client): Promise<void> => {
    const changes = await core.system.changes({});
    await tellExports(core);
    for await (const { features } of changes) {
      if (features.includes('packets')) await tellExports(core);
    }
  };

  return {
    follow: (port) => {
      const core: Client = createORPCClient(new RPCLink({ port }));
      port.start();
      // It ends when the core does; the next core is followed anew.
      followChanges(core).catch(() => undefined);
    },
  };
}
