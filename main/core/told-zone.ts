import type { Clock } from '../../shared/kernel/index.ts';

/**
 * The zone of the computer as a window sees it. A process keeps the zone in which it was started; a page is told by the system
 * when its computer travels, and says so here.
 */
export class ToldZone {
  readonly clock: Clock;
  #told: string | null = null;
  #onMove: () => void = () => undefined;

  /** @param chosenZone the zone the person set, empty for the computer's own: it goes before what any window sees */
  constructor(own: Clock, chosenZone: () => string) {
    this.clock = {
      now: () => own.now(),
      zone: () => (chosenZone() === '' ? this.#told : null) ?? own.zone(),
    };
  }

  /** Calls back where the person's day is another from now on. */
  onMove(listener: () => void): void {
    this.#onMove = listener;
  }

  tell(zone: string): void {
    const before = this.clock.zone();
    this.#told = zone;
    if (this.clock.zone() !== before) this.#onMove();
  }
}
