import { ORPCError } from '@orpc/client';
import {
  AppError,
  ERROR_CODES,
  isAppError,
  type ErrorCode,
  type ErrorParams,
} from '../../shared/kernel/index.ts';

/** Whatever a call of the contract or one of its jobs failed with, as the error that can cross to another thread. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof ORPCError) {
    const { code, data } = error as ORPCError<string, { readonly params?: ErrorParams } | undefined>;
    return errorOf(code, data?.params, error);
  }
  return new AppError('INTERNAL', {}, { cause: error });
}

/** The error of a code that came as text; one that nobody knows is a fault of ours. */
export function errorOf(code: string, params: ErrorParams = {}, cause?: unknown): AppError {
  const known = Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCode) : null;
  return new AppError(known ?? 'INTERNAL', known === null ? {} : params, { cause });
}
