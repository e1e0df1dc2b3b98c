import { chainHash } from './chain.ts';

/** One row as an act found it and as it left it; null where there was none. */
export interface RowChange {
  readonly table: string;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/**
 * What an act did, or a part of it: all parts together are enough to take it back. A row may stand in several parts, the last
 * of which says how the act left it; the imports stand in the last part.
 */
export interface JournalPayload {
  readonly changes: readonly RowChange[];
  /** Bulk imports put in force or taken back; their rows' versions lie under the import's id. */
  readonly imports: readonly string[];
}

export interface JournalFields {
  readonly sequence: number;
  readonly at: number;
  readonly zone: string;
  readonly operator_id: string | null;
  readonly act: string;
  readonly case_id: string | null;
  readonly rows: number;
  readonly permanent: number;
  readonly undoes: number | null;
  readonly payload_hash: string;
}

export interface CustodyFields {
  readonly sequence: number;
  readonly at: number;
  readonly zone: string;
  readonly operator_id: string | null;
  readonly item_id: string | null;
  readonly act: string;
  readonly sha256: string | null;
  readonly detail_json: string;
}

/** The hash that seals a journal entry to all before it. */
export function journalHash(previousHash: string, fields: JournalFields): string {
  const { sequence, at, zone, operator_id, act, case_id, rows, permanent, undoes, payload_hash } = fields;
  return chainHash(previousHash, {
    sequence,
    at,
    zone,
    operator_id,
    act,
    case_id,
    rows,
    permanent,
    undoes,
    payload_hash,
  });
}

/** The hash that seals a custody event to all before it. */
export function custodyHash(previousHash: string, fields: CustodyFields): string {
  const { sequence, at, zone, operator_id, item_id, act, sha256, detail_json } = fields;
  return chainHash(previousHash, { sequence, at, zone, operator_id, item_id, act, sha256, detail_json });
}
