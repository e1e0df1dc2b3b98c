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

/** What the shell itself follows in the core, to tell a person who is not looking. */
export interface CoreWatch {
  /** Follows a core until its port closes. */
  follow(port: MessagePort): void;
  /** Tells of what of ours has become overdue and was not told yet; asked at the start and after a sleep. */
  tellOverdue(): Promise<void>;
}

export function createCoreWatch({ notify, translator, isLookedAt }: CoreWatchOptions): CoreWatch {
  let client: Client | null = null;
  let lastSeen: number | null = null;
  const told = new Set<string>();

  const tellExports = async (core: Client): Promise<void> => {
    const { items } = await core.journal.list({ limit: ENTRIES_READ });
    const before = lastSeen ?? Number.POSITIVE_INFINITY;
    lastSeen = items[0]?.sequence ?? 0;
    const fresh = items.filter(({ act, sequence }) => act === EXPORTED && sequence > before);
    for (const { caseId } of fresh) {
      if (caseId === null || isLookedAt()) continue;
      const { record } = await core.cases.get({ caseId });
      const t = translator();
      notify({
        title: t('shell:exported.title'),
        body: t('shell:exported.body', { number: record.number, title: record.title }),
        caseId,
      });
    }
  };

  const tellOverdue = async (core: Client): Promise<void> => {
    const { now, clocks } = await core.today.get({});
    const late = clocks.filter(({ id, owner, dueAt }) => owner === 'mine' && dueAt <= now && !told.has(id));
    for (const { id } of late) told.add(id);
    const [first] = late;
    if (first === undefined) return;
    const t = translator();
    const isAlone = late.every(({ caseId }) => caseId === first.caseId);
    notify({
      title: t('shell:overdue.title', { count: late.length }),
      body: isAlone
        ? t('shell:overdue.body', { number: first.caseNumber, title: first.caseTitle })
        : t('shell:overdue.several', { number: first.caseNumber }),
      caseId: isAlone ? first.caseId : null,
    });
  };

  const followChanges = async (core: Client): Promise<void> => {
    const changes = await core.system.changes({});
    await tellExports(core);
    await tellOverdue(core);
    for await (const { features } of changes) {
      if (features.includes('packets')) await tellExports(core);
    }
  };

  return {
    follow: (port) => {
      const core: Client = createORPCClient(new RPCLink({ port }));
      client = core;
      port.start();
      port.once('close', () => {
        if (client === core) client = null;
      });
      // It ends when the core does; the next core is followed anew.
      followChanges(core).catch(() => undefined);
    },
    tellOverdue: async () => {
      if (client !== null) await tellOverdue(client).catch(() => undefined);
    },
  };
}
