/** What code reads of any object without meaning it: awaiting asks for `then`, an expectation that fails prints it. */
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', '$$typeof']);

/**
 * An object that has exactly what the double gives it: reading or setting anything else is an error that names it. So the
 * shell cannot come to use a part of Electron that no test has.
 *
 * @param check called before each use, to refuse what Electron refuses then
 */
export function strict<T extends object>(
  name: string,
  parts: T,
  check: (property: string) => void = () => undefined,
): T {
  return new Proxy(parts, {
    get: (target, property) => {
      if (typeof property === 'symbol' || (ASKED_OF_ANYTHING.has(property) && !(property in target)))
        return Reflect.get(target, property) as unknown;
      if (!(property in target))
        throw new Error(`the shell read ${name}.${property}, which the double has not`);
      check(property);
      return Reflect.get(target, property) as unknown;
    },
    set: (target, property, value) => {
      if (!(property in target))
        throw new Error(`the shell set ${name}.${String(property)}, which the double has not`);
      return Reflect.set(target, property, value);
    },
  });
}

/** Refuses options that the double does not know; `known` is held to Electron's own types where it is written. */
export function refuseUnknown(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new TypeError(`${name} has no option ${unknown.join(', ')}`);
}
