import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../../shared/contract/index.ts';
import type { ClockRecord } from '../../../shared/deadlines/index.ts';
import type { Clock } from '../../../shared/kernel/index.ts';
import type { Translator } from '../../../shared/i18n/index.ts';
import type { Notify } from './notifications.ts';

/** The act of the journal that an export ends with. */
const EXPORTED = 'packets.export';
/** A timer is only a reason to look: what decides is the clock, so that a sleep or a jump costs nothing. */
const LOOK_EVERY = 60 * 1000;
/** So long before its end a deadline is told of. */
const SOON = 24 * 60 * 60 * 1000;
/** More than can end within a day. */
const CLOCKS_READ = 500;
/** More than one commit can leave behind. */
const ENTRIES_READ = 20;

export interface CoreWatchOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly notify: Notify;
  readonly translator: () => Translator;
  /** Whether the person looks at the window now, and so sees for themselves. */
  readonly isLookedAt: () => boolean;
}

/** What the shell itself follows in the core, to tell a person who is not looking. */
export interface CoreWatch {
  /** Follows a core until its port closes. */
  follow(port: MessagePort): void;
  /** Tells of what of the seller's ends soon or has become overdue and was not told yet; asked after a sleep. */
  tellDeadlines(): Promise<void>;
  /** Stops looking. */
  close(): void;
}

export function createCoreWatch({ clock, notify, translator, isLookedAt }: CoreWatchOptions): CoreWatch {
  let client: Client | null = null;
  let lastSeen: number | null = null;
  /** By which word each clock was told of. */
  const told = { soon: new Set<string>(), overdue: new Set<string>() };

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

  const tellDeadlines = async (core: Client): Promise<void> => {
    const now = clock.now();
    // The clocks alone, the first to end first: this is asked every minute, and Today weighs every case.
    const { items } = await core.deadlines.list({ limit: CLOCKS_READ });
    const mine = items.filter(({ owner }) => owner === 'mine');
    tell(
      'overdue',
      mine.filter(({ dueAt }) => dueAt <= now),
    );
    tell(
      'soon',
      mine.filter(({ dueAt }) => dueAt > now && dueAt - now <= SOON),
    );
  };

  const tell = (word: 'soon' | 'overdue', clocks: readonly ClockRecord[]): void => {
    const fresh = clocks.filter(({ id }) => !told[word].has(id));
    for (const { id } of fresh) told[word].add(id);
    const [first] = fresh;
    if (first === undefined) return;
    const t = translator();
    const isAlone = fresh.every(({ caseId }) => caseId === first.caseId);
    notify({
      title: t(`shell:${word}.title`, { count: fresh.length }),
      body: isAlone
        ? t('shell:deadline.body', { number: first.caseNumber, title: first.caseTitle })
        : t('shell:deadline.several', { number: first.caseNumber }),
      caseId: isAlone ? first.caseId : null,
    });
  };

  const followChanges = async (core: Client): Promise<void> => {
    const changes = await core.system.changes({});
    await tellExports(core);
    await tellDeadlines(core);
    for await (const { features } of changes) {
      if (features.includes('packets')) await tellExports(core);
    }
  };

  const look = async (): Promise<void> => {
    if (client !== null) await tellDeadlines(client).catch(() => undefined);
  };
  const timer = setInterval(() => void look(), LOOK_EVERY);
  timer.unref();

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
    tellDeadlines: look,
    close: () => clearInterval(timer),
  };
}
