/** What a runner was told: names first, then `--flag` or `--flag value`. */
export interface RunnerArguments {
  readonly names: readonly string[];
  has(flag: string): boolean;
  /** A whole number ≥ 0, or null where the flag is absent. */
  number(flag: string): number | null;
}

/** Reads a runner's command line; `valued` lists the flags that take a number. */
export function readArguments(args: readonly string[], valued: readonly string[]): RunnerArguments {
  const names: string[] = [];
  const flags = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) names.push(argument);
    else if (valued.includes(argument)) flags.set(argument, args[(index += 1)] ?? '');
    else flags.set(argument, '');
  }
  return {
    names,
    has: (flag) => flags.has(flag),
    number(flag) {
      const text = flags.get(flag);
      if (text === undefined) return null;
      const value = Number(text);
      if (text === '' || !Number.isSafeInteger(value) || value < 0)
        throw new Error(`${flag} wants a whole number`);
      return value;
    },
  };
}
