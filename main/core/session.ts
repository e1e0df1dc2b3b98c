import type { Clock } from '../../shared/kernel/index.ts';

/** How far a window is trusted: a browser page may hand files in by upload only, never by a path of this computer. */
export interface SessionOptions {
  readonly trust: 'shell' | 'browser';
}

/** One window (or script): who acts in it, and when it last asked for something. Lives as long as its port. */
export class Session {
  readonly trust: SessionOptions['trust'];
  readonly #clock: Clock;
  #operatorId: string | null = null;
  #touchedAt: number;
  /** The undo acts of this window that can be done again, newest last. */
  readonly redoable: number[] = [];

  constructor(options: SessionOptions, clock: Clock) {
    this.trust = options.trust;
    this.#clock = clock;
    this.#touchedAt = clock.now();
  }

  /** Who acts here, or null when nobody does, or when the idle time has passed. */
  operator(idleMinutes: number): string | null {
    const idle = this.#clock.now() - this.#touchedAt;
    if (idleMinutes > 0 && idle > idleMinutes * 60_000) this.#operatorId = null;
    return this.#operatorId;
  }

  signIn(operatorId: string): void {
    this.#operatorId = operatorId;
    this.#touchedAt = this.#clock.now();
  }

  /** Notes a call of any kind: who reads is there. Whoever had been away for the idle time before it stays signed out. */
  touch(idleMinutes: number): void {
    this.operator(idleMinutes);
    this.#touchedAt = this.#clock.now();
  }
}
