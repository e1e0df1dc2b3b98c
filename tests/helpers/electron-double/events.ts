import { EventEmitter } from 'node:events';

type Listener = (...values: unknown[]) => void;

/**
 * The three event methods of an Electron object, over one emitter. Electron types each event as an overload of its own,
 * which nothing but Electron can be written as; this cast is the only one, and `emit` is the test's side of it.
 */
export interface Events<T extends { on: unknown; once: unknown; off: unknown }> {
  readonly methods: Pick<T, 'on' | 'once' | 'off'>;
  emit(event: string, ...values: unknown[]): void;
  count(event: string): number;
}

/** @param self what the methods answer with, as an emitter answers with itself */
export function eventsOf<T extends { on: unknown; once: unknown; off: unknown }>(
  known: readonly string[],
  self: () => object,
): Events<T> {
  const emitter = new EventEmitter();
  const method =
    (name: 'on' | 'once' | 'off') =>
    (event: string, listener: Listener): object => {
      if (!known.includes(event))
        throw new Error(`the shell listens to "${event}", which the double never sends`);
      emitter[name](event, listener);
      return self();
    };
  const methods = { on: method('on'), once: method('once'), off: method('off') };
  return {
    methods: methods,
    emit: (event, ...values) => void emitter.emit(event, ...values),
    count: (event) => emitter.listenerCount(event),
  };
}

/** An event that can be refused, with the details its listeners read. */
export function preventable<Details extends object>(
  details: Details,
): Details & { preventDefault(): void; readonly defaultPrevented: boolean } {
  let defaultPrevented = false;
  return {
    ...details,
    preventDefault: () => {
      defaultPrevented = true;
    },
    get defaultPrevented() {
      return defaultPrevented;
    },
  };
}
