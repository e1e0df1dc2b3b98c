import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, isAppError, ERROR_CODES, type ErrorCode } from '../../shared/kernel/index.ts';

/** 4 GiB. */
export const UPLOAD_LIMIT = 4 * 1024 ** 3;

/** Where uploads go and what they are called there. */
export interface UploadTarget {
  /** Folder of half-made things, on the same volume as the vault. */
  readonly incoming: string;
  /** A fresh id for a file, UUIDv7. */
  readonly newUploadId: () => string;
  /** Bytes; {@link UPLOAD_LIMIT} unless told. */
  readonly limit?: number;
}

/**
 * Streams a request's body into `incoming/<uploadId>`, never holding more than a chunk of it.
 *
 * The name appears only when every byte is on the disk; an upload that breaks off, grows too large or meets a full disk
 * leaves nothing.
 *
 * @returns the id to hand to a procedure
 * @throws AppError FILE_TOO_LARGE { limit }, OUT_OF_SPACE, READ_ONLY, CANCELLED (the sender went away)
 */
export async function receiveUpload(request: Request, target: UploadTarget): Promise<string> {
  const limit = target.limit ?? UPLOAD_LIMIT;
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > limit) {
    await request.body?.cancel();
    throw new AppError('FILE_TOO_LARGE', { limit });
  }
  const uploadId = target.newUploadId();
  const temporary = join(target.incoming, `${uploadId}.uploading`);
  try {
    const size = await writeBody(request, temporary, limit);
    if (announced >= 0 && size !== announced) throw new AppError('CANCELLED');
    await rename(temporary, join(target.incoming, uploadId));
    return uploadId;
  } catch (error) {
    await rm(temporary, { force: true });
    throw explain(error, target.incoming);
  }
}

/** The answer to an upload: `{ uploadId }`, or `{ code, params }` with the code's own status. */
export async function answerUpload(request: Request, target: UploadTarget): Promise<Response> {
  try {
    return Response.json({ uploadId: await receiveUpload(request, target) }, { status: 201 });
  } catch (error) {
    const code: ErrorCode = isAppError(error) ? error.code : 'INTERNAL';
    // 499 is not a status that a Response may carry everywhere; the sender of a broken upload is gone anyway.
    const status = code === 'CANCELLED' ? 400 : ERROR_CODES[code].status;
    return Response.json({ code, params: isAppError(error) ? error.params : {} }, { status });
  }
}

async function writeBody(request: Request, path: string, limit: number): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    const body: AsyncIterable<Uint8Array> | null = request.body;
    for await (const chunk of body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new AppError('FILE_TOO_LARGE', { limit });
      await writeAll(file, chunk);
    }
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

/** `write` may take only a part of the bytes when a disk is nearly full. */
async function writeAll(
  file: { write: (bytes: Uint8Array, offset: number) => Promise<{ bytesWritten: number }> },
  bytes: Uint8Array,
): Promise<void> {
  let offset = 0;
  while (offset < bytes.byteLength) {
    offset += (await file.write(bytes, offset)).bytesWritten;
  }
}

function explain(error: unknown, folder: string): unknown {
  if (isAppError(error)) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('OUT_OF_SPACE', { folder }, { cause: error });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new AppError('READ_ONLY', { folder }, { cause: error });
  }
  if (
    code === 'ECONNRESET' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    (error as Error | null)?.name === 'AbortError'
  ) {
    return new AppError('CANCELLED', {}, { cause: error });
  }
  return error;
}
