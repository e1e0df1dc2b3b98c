import { dirname, basename, extname } from 'node:path';
import * as z from 'zod';
import { setAsideDamaged } from '../ports/index.ts';
import type { ElectronStore } from './electron-api.ts';

const whole = z.number().transform(Math.round).pipe(z.int());
const windowPlace = z.strictObject({
  bounds: z.strictObject({ x: whole, y: whole, width: whole, height: whole }),
  mode: z.enum(['normal', 'maximised', 'full-screen']),
});
/** Where a window was, and how. `bounds` are those of its normal state. */
export type WindowPlace = z.infer<typeof windowPlace>;

/** Arrangements of displays that are kept; the least recently used is forgotten. */
const KEPT = 12;

/** Where the window was, by arrangement of displays. */
export interface WindowMemory {
  recall(arrangement: string): WindowPlace | null;
  keep(arrangement: string, place: WindowPlace): void;
  /** True the first time it is asked on this computer: for what a person needs to be told once. */
  isFirstHiding(): boolean;
}

/** Opens the memory in a JSON file. What is damaged in it is as if never kept: it is worth no word to anybody. */
export function openWindowMemory(file: string, Store: ElectronStore): WindowMemory {
  setAsideDamaged(file);
  const store = new Store<{ places: [arrangement: string, place: unknown][]; hidden: boolean }>({
    cwd: dirname(file),
    name: basename(file, extname(file)),
    clearInvalidConfig: true,
  });
  const places = (): [string, unknown][] => {
    const stored: unknown = store.get('places');
    return Array.isArray(stored) ? stored.filter(isPair) : [];
  };
  return {
    recall: (arrangement) => {
      const found = places().find(([name]) => name === arrangement);
      const parsed = windowPlace.safeParse(found?.[1]);
      return parsed.success ? parsed.data : null;
    },
    keep: (arrangement, place) => {
      const kept: [string, unknown][] = [[arrangement, place]];
      kept.push(...places().filter(([name]) => name !== arrangement));
      store.set('places', kept.slice(0, KEPT));
    },
    isFirstHiding: () => {
      const isFirst = store.get('hidden') !== true;
      if (isFirst) store.set('hidden', true);
      return isFirst;
    },
  };
}

function isPair(value: unknown): value is [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
