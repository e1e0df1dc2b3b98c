import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks, loadRulebook, verdict, type PackFile } from '../../../shared/rulebook/index.ts';
import { shippedPackFiles } from '../../unit/rulebook/shipped-packs.ts';

const files = shippedPackFiles();

type Mutation = (text: string, at: number, length: number, filler: string) => string;
const mutations: readonly Mutation[] = [
  (text, at, length) => text.slice(0, at) + text.slice(at + length),
  (text, at, _length, filler) => text.slice(0, at) + filler + text.slice(at),
  (text, at, length) => text.slice(0, at + length) + text.slice(at),
  (text, at) => text.slice(0, at),
  (text, at, length, filler) => text.slice(0, at) + filler + text.slice(at + length),
  (text, at) => {
    const lines = text.split('\n');
    const index = at % lines.length;
    return lines.filter((_line, each) => each !== index).join('\n');
  },
  (text, at) => {
    const lines = text.split('\n');
    const index = at % lines.length;
    lines[index] = `  ${lines[index] ?? ''}`;
    return lines.join('\n');
  },
];
const fillers = fc.constantFrom(
  '"',
  '{',
  ']',
  ': ',
  '\n',
  '- ',
  'null',
  '0',
  '-1',
  '*a',
  '&a ',
  '!!js ',
  '\u0000',
  '🚫',
  '1e999',
  '"S1-01"',
);

const mutated = fc
  .tuple(
    fc.nat(files.length - 1),
    fc.constantFrom(...mutations),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 60 }),
    fillers,
  )
  .map(([index, mutate, place, length, filler]): PackFile[] => {
    const chosen = files[index];
    return beside(chosen?.path ?? '').map((file) =>
      file === chosen
        ? { ...file, text: mutate(file.text, Math.floor(place * file.text.length), length, filler) }
        : file,
    );
  });

/** The packs that a file is checked with: its platform's, and the general one, whose rules the others may cite. */
function beside(path: string): PackFile[] {
  const folders = [path.split('/')[0], 'general'];
  return files.filter((file) => folders.includes(file.path.split('/')[0]));
}

// Parsing packs 200 times takes long on a busy machine.
describe('a pack changed at random', { timeout: 180_000 }, () => {
  it('loads, or is refused with file, line and column; nothing else happens', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (changed) => {
        const result = compilePacks(changed);
        if (result.ok) {
          const rulebook = loadRulebook(result.json);
          for (const scenario of rulebook.scenarios.keys()) {
            verdict(rulebook, { scenario, facts: {}, at: { filing: '2026-11-23' } });
          }
          return;
        }
        refused += 1;
        expect(result.problems.length).toBeGreaterThan(0);
        for (const problem of result.problems) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.message).not.toBe('');
          expect(files.map((file) => file.path)).toContain(problem.file);
        }
      }),
      { seed: 31, numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(50);
  });
});
