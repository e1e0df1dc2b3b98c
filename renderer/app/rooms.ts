import type { TextKey } from '../../shared/i18n/index.ts';

/** A room of the navigation: where it is, its name, and the second key of `g …`. */
export interface Room {
  readonly path: string;
  readonly name: Extract<TextKey, `app:${string}`>;
  readonly key: string;
}

/** The rooms, in their order. Only rooms that do something are here. */
export const ROOMS = [
  { path: '/', name: 'app:today', key: 't' },
  { path: '/cases', name: 'app:cases', key: 'c' },
  { path: '/orders', name: 'app:orders', key: 'o' },
  { path: '/evidence', name: 'app:evidence', key: 'e' },
  { path: '/deadlines', name: 'app:deadlines', key: 'd' },
  { path: '/rulebook', name: 'app:rulebook', key: 'r' },
  { path: '/clients', name: 'app:clients', key: 's' },
  { path: '/settings', name: 'app:settings', key: ',' },
] as const satisfies readonly Room[];

export type RoomPath = (typeof ROOMS)[number]['path'];
