/**
 * Stable error codes of the whole program.
 *
 * A code crosses every boundary (worker, port, socket, shell exit); its words do not: the text a person reads comes
 * from i18n by code and params. Adding a code means adding its text in both languages (the i18n tests insist).
 */
export const ERROR_CODES = {
  BAD_REQUEST: { status: 400, exitCode: 2 },
  NOT_FOUND: { status: 404, exitCode: 3 },
  CONFLICT: { status: 409, exitCode: 4 },
  /** The same order was already reported in this scene; params name the first case. */
  DUPLICATE_CASE: { status: 409, exitCode: 4 },
  ATTEMPT_SPENT: { status: 409, exitCode: 5 },
  /** Nobody knows whether the slot is spent; a look in the back office must come first. */
  ATTEMPT_UNKNOWN: { status: 409, exitCode: 5 },
  /** Frozen material, a recorded submission and a custody event are not changed in place. */
  FROZEN: { status: 409, exitCode: 6 },
  CANNOT_UNDO: { status: 409, exitCode: 6 },
  LOCKED: { status: 423, exitCode: 7 },
  READ_ONLY: { status: 423, exitCode: 8 },
  SYNCED_FOLDER: { status: 422, exitCode: 9 },
  /** The workspace was moved while this program had it open; it goes on from the new folder after a restart. */
  MOVED: { status: 423, exitCode: 8 },
  INVALID_FILE: { status: 422, exitCode: 10 },
  FILE_CHANGED: { status: 422, exitCode: 10 },
  FILE_TOO_LARGE: { status: 413, exitCode: 10 },
  MISSING_GLYPH: { status: 422, exitCode: 11 },
  NOT_READY: { status: 422, exitCode: 12 },
  OUT_OF_SPACE: { status: 507, exitCode: 13 },
  DATABASE_FROM_FUTURE: { status: 500, exitCode: 14 },
  DATABASE_DAMAGED: { status: 500, exitCode: 14 },
  BLOB_MISSING: { status: 500, exitCode: 14 },
  BACKUP_FAILED: { status: 500, exitCode: 14 },
  WRONG_PIN: { status: 403, exitCode: 15 },
  OPERATOR_NEEDED: { status: 401, exitCode: 15 },
  CANCELLED: { status: 499, exitCode: 16 },
  CORE_STOPPED: { status: 503, exitCode: 17 },
  INTERNAL: { status: 500, exitCode: 70 },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Values that fill the blanks of an error's text. Never a stack, never a file's content. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The one error class of the program.
 *
 * `message` is for logs only; what a person reads is looked up by `code` with `params`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

/** Whether a value thrown anywhere is one of ours. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof AppError;
}
