import type { Clock, Instant } from './time.ts';

/** Where random bytes come from; the host passes the real one, a test a seeded one. */
export interface Random {
  /** Fills and returns a fresh array of `length` random bytes. */
  bytes(length: number): Uint8Array;
}

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random bits, so that ids sort by their making.
 *
 * @returns 36 characters, lower case.
 */
export function newId(clock: Pick<Clock, 'now'>, random: Random): string {
  const bytes = random.bytes(16);
  let milliseconds = clock.now();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = milliseconds % 256;
    milliseconds = Math.floor(milliseconds / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** When a UUIDv7 was made, ms UTC. @param id as `newId` makes them */
export function madeAt(id: string): Instant {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
