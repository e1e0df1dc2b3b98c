import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { JobRunner } from '../../../main/core/job-runner.ts';
import { realRandom, TestClock } from '../../helpers/core.ts';

const forEver = async ({ signal }: { readonly signal: AbortSignal }) => {
  signal.throwIfAborted();
  await once(signal, 'abort');
  signal.throwIfAborted();
};

describe('work under way', () => {
  it('counts as such until it ends, unless it is a routine that nobody asked for', async () => {
    const jobs = new JobRunner(new TestClock('2026-11-23T02:00:00Z'), realRandom, () => undefined);
    jobs.start('backup', forEver, { isRoutine: true });
    expect(jobs.isBusy).toBe(false);
    jobs.start('order-import', forEver);
    expect(jobs.isBusy).toBe(true);
    await jobs.close();
    expect(jobs.isBusy).toBe(false);
  });
});
