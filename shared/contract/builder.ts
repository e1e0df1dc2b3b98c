import { oc } from '@orpc/contract';
import { errorData } from '../kernel/fields.ts';
import { ERROR_CODES, type ErrorCode } from '../kernel/index.ts';

/** What a procedure does to the workspace; the undo test walks the contract by it. */
export interface ProcedureMeta {
  readonly kind: 'query' | 'mutation';
  /**
   * `undoable`: one undo restores every row byte for byte. `permanent`: one of the acts that undo never takes back
   * (design §5). `outside`: changes no case table (settings, session, jobs, files beside the database). Of these, two stand
   * in the journal all the same: `operators.setPin`, which undo passes over, for a PIN that was changed must not come back,
   * and `orders.startImport`, whose job puts all its rows in force as one act at its end, which undo takes back whole.
   */
  readonly undo: 'undoable' | 'permanent' | 'outside';
}

/** Codes that any procedure may answer with, whatever it does. */
const ALWAYS = [
  'BAD_REQUEST',
  'OPERATOR_NEEDED',
  'INTERNAL',
  'CORE_STOPPED',
  'READ_ONLY',
  'MOVED',
  'OUT_OF_SPACE',
  'CANCELLED',
] as const;

type ErrorMapOf<Code extends ErrorCode> = { [Key in Code]: { status: number; data: typeof errorData } };

function errorMap<Code extends ErrorCode>(
  codes: readonly Code[],
): ErrorMapOf<Code | (typeof ALWAYS)[number]> {
  const entries = [...ALWAYS, ...codes].map((code) => [
    code,
    { status: ERROR_CODES[code].status, data: errorData },
  ]);
  return Object.fromEntries(entries) as ErrorMapOf<Code | (typeof ALWAYS)[number]>;
}

const base = oc.$meta<ProcedureMeta>({ kind: 'query', undo: 'outside' });

/** A procedure that reads. `codes` are the errors it may answer with, beside those any procedure may. */
export function query<const Code extends ErrorCode = never>(...codes: readonly Code[]) {
  return base.errors(errorMap(codes)).meta({ kind: 'query', undo: 'outside' });
}

/** A procedure that changes case tables and can be taken back by one undo. */
export function change<const Code extends ErrorCode = never>(...codes: readonly Code[]) {
  return base.errors(errorMap(codes)).meta({ kind: 'mutation', undo: 'undoable' });
}

/** A procedure that changes case tables for good: freezing, submitting, correcting, custody (design §5). */
export function permanent<const Code extends ErrorCode = never>(...codes: readonly Code[]) {
  return base.errors(errorMap(codes)).meta({ kind: 'mutation', undo: 'permanent' });
}

/** A procedure that acts beside the case tables: session, settings, jobs, backups. */
export function act<const Code extends ErrorCode = never>(...codes: readonly Code[]) {
  return base.errors(errorMap(codes)).meta({ kind: 'mutation', undo: 'outside' });
}
