import { ORPCError } from '@orpc/client';
import { ERROR_CODES, isAppError, type ErrorCode, type ErrorParams } from '../../../shared/kernel/index.ts';

/** An error as `desk` prints it. */
export interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** For a person at the shell; not part of what a script reads. */
  readonly hint?: string;
}

/** Whatever was thrown, as one of our codes. */
export function toFailure(error: unknown): Failure {
  const { code, params } = read(error);
  if (code === 'LOCKED')
    return { code, params, hint: 'add --attach to speak to the program that has it open' };
  return { code, params };
}

export function exitCodeOf({ code }: Pick<Failure, 'code'>): number {
  return ERROR_CODES[code].exitCode;
}

/** Whether a text is one of our codes. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

function read(error: unknown): { code: ErrorCode; params: ErrorParams } {
  if (isAppError(error)) return { code: error.code, params: error.params };
  if (error instanceof ORPCError) {
    const { code, data } = error as ORPCError<
      string,
      { params?: ErrorParams; issues?: readonly Issue[] } | undefined
    >;
    const issues = data?.issues === undefined ? {} : { issues: data.issues.map(describeIssue) };
    if (isErrorCode(code)) return { code, params: { ...data?.params, ...issues } };
  }
  return { code: 'INTERNAL', params: { detail: error instanceof Error ? error.message : String(error) } };
}

/** What zod says about a part of an input. */
interface Issue {
  readonly path?: readonly (string | number)[];
  readonly message?: string;
}

function describeIssue({ path = [], message = '' }: Issue): string {
  return `${path.join('.') || 'input'}: ${message}`;
}
