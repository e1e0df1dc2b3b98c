import type { FileReference } from '../../shared/kernel/fields.ts';
import { AppError, ERROR_CODES, type ErrorCode } from '../../shared/kernel/index.ts';
import { client } from './client.ts';
import { desktop } from './desktop.ts';

interface UploadOptions {
  /** From 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

const codeOf = (status: number, body: unknown): ErrorCode => {
  if (typeof body === 'object' && body !== null && 'code' in body) {
    const { code } = body;
    if (typeof code === 'string' && code in ERROR_CODES) return code as ErrorCode;
  }
  if (status === 507) return 'OUT_OF_SPACE';
  if (status === 413) return 'FILE_TOO_LARGE';
  return 'INTERNAL';
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Hands a file in as it is; resolves with what a procedure takes it in by. In the desktop program that is where the file
 * lies, and nothing is sent; in a browser, and for what lies nowhere (a pasted picture), it is streamed to the core.
 */
export async function handIn(file: File, options: UploadOptions = {}): Promise<FileReference> {
  const path = desktop?.pathOf(file) ?? '';
  return path === '' ? upload(file, options) : { path };
}

/**
 * Lets go of files that were handed in and are not wanted after all: what was sent is removed, and a file that was only
 * pointed at stays where it is. Where the core cannot be told, its next start removes it.
 */
export async function letGo(files: readonly FileReference[]): Promise<void> {
  const uploadIds = files.flatMap((file) => ('uploadId' in file ? file.uploadId : []));
  if (uploadIds.length > 0) await client.system.dropUploads({ uploadIds }).catch(() => undefined);
}

/**
 * Streams a file to the core. Resolves with the id under which a procedure takes it in.
 *
 * XMLHttpRequest, because only it tells how much has gone. A file that cannot be read (locked, moved away, changed
 * while it is read) fails with FILE_CHANGED.
 */
async function upload(file: File, options: UploadOptions): Promise<{ uploadId: string }> {
  const { onProgress, signal } = options;
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch (error) {
    throw new AppError('FILE_CHANGED', { name: file.name }, { cause: error });
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', '/upload');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status < 300 && typeof body === 'object' && body !== null && 'uploadId' in body) {
        onProgress?.(1);
        resolve({ uploadId: String(body.uploadId) });
      } else reject(new AppError(codeOf(request.status, body), { name: file.name }));
    });
    request.addEventListener('error', () => {
      // The browser says only "error": a file that can no longer be read, or a core that is gone.
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => reject(new AppError('CORE_STOPPED')),
          () => reject(new AppError('FILE_CHANGED', { name: file.name })),
        );
    });
    request.addEventListener('abort', () => reject(new AppError('CANCELLED')));
    if (signal?.aborted) {
      reject(new AppError('CANCELLED'));
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
