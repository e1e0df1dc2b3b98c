import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/kernel/index.ts';

/** What the first entry of a chain points back to. */
export const CHAIN_START = '0'.repeat(64);

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export function sha256OfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * The hash of an entry: over the hash before it and every field of its own, in canonical form.
 *
 * What lies beside the chain (payloads) enters by its hash alone, so that a purge can remove it and the chain still holds.
 */
export function chainHash(previousHash: string, fields: Readonly<Record<string, unknown>>): string {
  return sha256OfText(`${previousHash}\n${canonicalJson(fields)}`);
}
