import { isContractProcedure } from '@orpc/contract';
import { contract, type ProcedureMeta } from '../../../shared/contract/index.ts';

/** One procedure of the contract, as `desk --list` prints it. */
export interface ProcedureEntry extends ProcedureMeta {
  /** Dotted, e.g. `cases.list`. */
  readonly name: string;
  readonly errors: readonly string[];
}

/** Every procedure of the contract, in its order. */
export function listProcedures(): ProcedureEntry[] {
  return walk(contract, []);
}

/**
 * The names that look most like a mistyped one, best first.
 *
 * @param limit how many at most; names that share too little are left out
 */
export function nearestNames(typed: string, names: readonly string[], limit = 5): string[] {
  const wanted = typed.toLowerCase();
  return names
    .map((name) => ({ name, distance: distanceTo(wanted, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(3, wanted.length / 2))
    .sort((left, right) => left.distance - right.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

function walk(node: unknown, path: readonly string[]): ProcedureEntry[] {
  if (isContractProcedure(node)) {
    const { meta, errorMap } = node['~orpc'] as { readonly meta: ProcedureMeta; readonly errorMap: object };
    return [{ name: path.join('.'), ...meta, errors: Object.keys(errorMap).sort() }];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => walk(child, [...path, name]));
}

/** Edits between two names; a name that merely goes on after what was typed, or whose last part was typed, is close. */
function distanceTo(typed: string, name: string): number {
  if (name.startsWith(typed) || name.endsWith(`.${typed}`)) return 1;
  let previous = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= name.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (typed[row - 1] === name[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
