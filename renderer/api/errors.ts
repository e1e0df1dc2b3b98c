import { ORPCError } from '@orpc/client';
import type { Translator } from '../../shared/i18n/index.ts';
import { ERROR_CODES, isAppError, type ErrorCode, type ErrorParams } from '../../shared/kernel/index.ts';

/** An error of ours, whatever boundary it crossed. */
export interface KnownError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && value in ERROR_CODES;

const paramsOf = (value: unknown): ErrorParams =>
  typeof value === 'object' && value !== null && 'params' in value && typeof value.params === 'object'
    ? ((value.params ?? {}) as ErrorParams)
    : {};

/** The code and params of anything thrown or sent: an oRPC error, an AppError, a job's error, a broken line. */
export function knownError(error: unknown): KnownError {
  if (isAppError(error)) return { code: error.code, params: error.params };
  if (error instanceof ORPCError) {
    return isCode(error.code)
      ? { code: error.code, params: paramsOf(error.data) }
      : { code: error.code === 'BAD_REQUEST' ? 'BAD_REQUEST' : 'INTERNAL', params: {} };
  }
  if (typeof error === 'object' && error !== null && 'code' in error && isCode(error.code)) {
    return { code: error.code, params: paramsOf(error) };
  }
  return { code: error instanceof Error ? 'CORE_STOPPED' : 'INTERNAL', params: {} };
}

/** Whether an error has this code, e.g. `isError(error, 'CONFLICT')`. */
export function isError(error: unknown, code: ErrorCode): boolean {
  return error !== null && error !== undefined && knownError(error).code === code;
}

/** What happened, that nothing was lost, and what to do next; in the reader's language, by the error's code. */
export function describeError(error: unknown, t: Translator): string {
  const { code, params } = knownError(error);
  const { reason, part } = params;
  const special =
    typeof reason !== 'string'
      ? null
      : // A reason may say which part of the thing it means.
        ((typeof part === 'string' ? t.find(`errors:${code}-${reason}-${part}`, params) : null) ??
        t.find(`errors:${code}-${reason}`, params));
  return special ?? t.find(`errors:${code}`, params) ?? t('errors:INTERNAL');
}
