import type { CasePins, Rulebook } from './types.ts';

/** So many pins are kept of a rulebook: those of the cases somebody has at hand. */
const KEPT = 32;

/** Keeps what is made of a rulebook for the same pins; the pins asked about first are forgotten first. */
export function keptByPins<Value>(
  make: (rulebook: Rulebook, pins: CasePins | null) => Value,
): (rulebook: Rulebook, pins: CasePins | null) => Value {
  const kept = new WeakMap<Rulebook, Map<string, Value>>();
  return (rulebook, pins) => {
    const byPins = kept.get(rulebook) ?? new Map<string, Value>();
    kept.set(rulebook, byPins);
    const key =
      pins === null
        ? ''
        : JSON.stringify([pins.conduct, pins.notice, pins.filing, pins.region, pins.fulfilment]);
    const found = byPins.get(key) ?? make(rulebook, pins);
    const oldest = byPins.keys().next();
    if (!byPins.has(key) && byPins.size >= KEPT && oldest.done !== true) byPins.delete(oldest.value);
    byPins.set(key, found);
    return found;
  };
}
