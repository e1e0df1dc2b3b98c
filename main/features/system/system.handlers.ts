import { os } from '../../core/context.ts';
import { dropUploads } from '../../core/files.ts';
import { featuresShowing } from '../../core/publisher.ts';

export const system = {
  info: os.system.info.handler(({ context: { services } }) => ({
    name: 'AppealDesk',
    version: services.ports.version,
    host: services.ports.hostName,
    // Nothing in the product opens a connection; what a host listens on is this computer's own loopback.
    networkCalls: [],
  })),

  dropUploads: os.system.dropUploads.handler(async ({ context, input }) => {
    await dropUploads(
      context,
      input.uploadIds.map((uploadId) => ({ uploadId })),
    );
    return { ok: true as const };
  }),

  tellZone: os.system.tellZone.handler(({ context: { services }, input }) => {
    services.zone.tell(input.zone);
    return { ok: true as const };
  }),

  changes: os.system.changes.handler(async function* ({ context: { services }, signal }) {
    let pending: Set<string> | null = null;
    let wake: () => void = () => undefined;
    const stop = services.store.onCommit(({ tables }) => {
      pending = new Set([...(pending ?? []), ...featuresShowing(tables)]);
      wake();
    });
    const abort = () => wake();
    signal?.addEventListener('abort', abort);
    try {
      while (signal?.aborted !== true) {
        if (pending === null) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        const features: string[] = [...(pending as Set<string>)];
        pending = null;
        yield { features };
      }
    } finally {
      stop();
      signal?.removeEventListener('abort', abort);
    }
  }),
};

export const settings = {
  get: os.settings.get.handler(({ context: { services } }) => services.ports.settings.get()),
  update: os.settings.update.handler(({ context: { services }, input }) => {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    return services.ports.settings.set(given);
  }),
};

export const jobs = {
  get: os.jobs.get.handler(({ context: { services }, input }) => services.jobs.get(input.jobId)),
  watch: os.jobs.watch.handler(async function* ({ context: { services }, input, signal }) {
    yield* services.jobs.watch(input.jobId, signal);
  }),
  cancel: os.jobs.cancel.handler(({ context: { services }, input }) => {
    services.jobs.cancel(input.jobId);
    return { ok: true as const };
  }),
};
