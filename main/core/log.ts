import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';

const LARGEST = 2 * 1024 * 1024;

/**
 * The core's log, in the workspace: what failed and where, never a case's text, a buyer or an order. One file and the one
 * before it are kept.
 */
export function openLog(folder: string): Logger {
  const file = join(folder, 'core.log');
  if (existsSync(file) && statSync(file).size > LARGEST) renameSync(file, join(folder, 'core.1.log'));
  const stream = createWriteStream(file, { flags: 'a' });
  // A log that cannot be written (disk full, folder gone) must never end the program it tells about.
  stream.on('error', () => undefined);
  return pino(
    {
      level: 'info',
      base: null,
      redact: {
        paths: ['input', '*.input', '*.text', '*.buyerName', '*.orderNumber', 'err.params'],
        remove: true,
      },
    },
    stream,
  );
}
