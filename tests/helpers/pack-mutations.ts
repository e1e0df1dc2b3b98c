import fc from 'fast-check';
import { compilePacks, loadRulebook, verdict, type PackFile } from '../../shared/rulebook/index.ts';
import { packFilesBeside, shippedPackFiles } from '../unit/rulebook/shipped-packs.ts';

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
  // An entry of a list goes, also the only one: rules, file types, maxima by offence.
  (text, at) => {
    const lists = [...text.matchAll(/\[([^[\]]+)\]/g)];
    const list = lists[at % Math.max(1, lists.length)];
    if (list === undefined) return text;
    const entries = (list[1] ?? '').split(',');
    const rest = entries.filter((_entry, index) => index !== at % entries.length).join(',');
    return `${text.slice(0, list.index)}[${rest}]${text.slice(list.index + list[0].length)}`;
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

/** The packs of one platform, one file of them changed somewhere at random. */
export const mutatedPacks = fc
  .tuple(
    fc.nat(files.length - 1),
    fc.constantFrom(...mutations),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 60 }),
    fillers,
  )
  .map(([index, mutate, place, length, filler]): PackFile[] => {
    const chosen = files[index];
    return packFilesBeside(chosen?.path ?? '', files).map((file) =>
      file === chosen
        ? { ...file, text: mutate(file.text, Math.floor(place * file.text.length), length, filler) }
        : file,
    );
  });

/**
 * What is wrong with how changed packs were met: they load and can be used, or are refused with places in them. Null
 * where all is well.
 */
export function metBadly(changed: readonly PackFile[]): {
  readonly refused: boolean;
  readonly fault: string | null;
} {
  const result = compilePacks(changed);
  if (result.ok) {
    const rulebook = loadRulebook(result.json);
    for (const scenario of rulebook.scenarios.keys())
      verdict(rulebook, { scenario, facts: {}, at: { filing: '2026-11-23' } });
    return { refused: false, fault: null };
  }
  const lost = result.problems.find(
    ({ file, line, column, message }) =>
      line < 1 || column < 1 || message === '' || !changed.some(({ path }) => path === file),
  );
  const fault =
    result.problems.length === 0
      ? 'refused without a word'
      : lost === undefined
        ? null
        : JSON.stringify(lost);
  return { refused: true, fault };
}
