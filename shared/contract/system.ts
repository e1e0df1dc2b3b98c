import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { done, id, nothing, zone } from '../kernel/fields.ts';
import { jobState } from '../jobs/index.ts';
import { searchHit } from '../search/index.ts';
import { settings } from '../settings/index.ts';
import { act, query } from './builder.ts';

export const system = {
  /** What this program is and every network call it can make (none beyond 127.0.0.1). */
  info: query()
    .input(nothing)
    .output(
      z.strictObject({
        name: z.string(),
        version: z.string(),
        host: z.string(),
        networkCalls: z.array(z.string()),
      }),
    ),
  /** Removes files that were uploaded and are not wanted after all. One that is gone already is no error. */
  dropUploads: act()
    .input(z.strictObject({ uploadIds: z.array(id).max(500) }))
    .output(done),
  /**
   * Says in which zone the computer is now, as the window sees it: the core's own process keeps the one it was started in. A
   * zone that the person set goes before it.
   */
  tellZone: act().input(z.strictObject({ zone })).output(done),
  /** Pushes the names of the features whose data changed, after each commit. Never ends by itself. */
  changes: query()
    .input(nothing)
    .output(eventIterator(z.strictObject({ features: z.array(z.string()) }))),
};

export const settingsContract = {
  get: query().input(nothing).output(settings),
  update: act().input(settings.partial()).output(settings),
};

export const jobs = {
  get: query('NOT_FOUND')
    .input(z.strictObject({ jobId: id }))
    .output(jobState),
  /** Pushes the job's state at once and whenever it moves; ends when the job does. */
  watch: query('NOT_FOUND')
    .input(z.strictObject({ jobId: id }))
    .output(eventIterator(jobState)),
  /** Asks the job to stop. What it had not committed is gone, nothing else. */
  cancel: act('NOT_FOUND')
    .input(z.strictObject({ jobId: id }))
    .output(done),
};

export const search = {
  /** Finds cases, orders, exhibits, facts, stores and rules by any part of their words, two Chinese characters included. */
  find: query()
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }))
    .output(z.array(searchHit)),
};
