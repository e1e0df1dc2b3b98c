import { randomBytes } from 'node:crypto';
import { newId } from '../../../shared/kernel/index.ts';
import { createWebHandler, type WebHandler, type WebHandlerOptions } from '../../web/index.ts';
import { systemClock, systemRandom } from '../../workers/system-ports.ts';

/** The largest call a window may make. Files never travel in calls. */
export const CALL_LIMIT = 8 * 1024 * 1024;

/** A fresh secret of 256 bits in characters that need no escaping. */
export const randomText = (): string => randomBytes(32).toString('base64url');

/** The one web handler, with this computer's chance and clock: every host serves the window through it. */
export function hostWebHandler(options: Omit<WebHandlerOptions, 'nonce' | 'newUploadId'>): WebHandler {
  const clock = systemClock(() => '');
  return createWebHandler({ ...options, nonce: randomText, newUploadId: () => newId(clock, systemRandom) });
}
