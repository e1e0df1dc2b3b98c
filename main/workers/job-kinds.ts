import type { FileInspection, PlacedExhibit } from '../documents/index.ts';
import type { BlobToCopy, StoredBlob } from '../workspace/index.ts';
import type { OrderFileBatch, OrderFileInput, OrderFileSummary } from './order-file.ts';

/** Every kind of work the pool does: what it takes, what it tells on the way, what it answers. */
export interface JobKinds {
  /** Copies a file into the vault and says what it is. Updates: bytes copied so far. */
  'take-in': {
    input: { source: string; vault: string; temporary: string };
    update: number;
    result: StoredBlob & { inspection: FileInspection; modifiedAt: number };
  };
  /** Reads an order export. Updates: batches of rows. */
  'read-orders': { input: OrderFileInput; update: OrderFileBatch; result: OrderFileSummary };
  /** Prepares an original for the archive: upright, readable by the typesetter, cut where it is tall. */
  'place-exhibit': {
    input: { path: string; virtualPath: string; inspection: FileInspection };
    update: never;
    result: PlacedExhibit;
  };
  /** Says what a file is, by its content. */
  inspect: { input: { path: string }; update: never; result: FileInspection };
  /** Copies one content from vault to vault, checked on the way; null where it is not what its name says. */
  'copy-blob': { input: BlobToCopy; update: never; result: number | null };
  /** Hashes a file. */
  hash: { input: { path: string }; update: never; result: StoredBlob };
}

export type JobKind = keyof JobKinds;
export type JobInput<Kind extends JobKind> = JobKinds[Kind]['input'];
export type JobUpdate<Kind extends JobKind> = JobKinds[Kind]['update'];
export type JobResult<Kind extends JobKind> = JobKinds[Kind]['result'];

/** What the code of a job is given beside its input. */
export interface JobContext<Kind extends JobKind> {
  readonly signal: AbortSignal;
  /** Tells the core something and waits until it has dealt with it: a slow core slows the job, not the memory. */
  update(update: JobUpdate<Kind>): Promise<void>;
}
