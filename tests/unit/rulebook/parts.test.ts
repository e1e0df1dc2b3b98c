import { describe, expect, it } from 'vitest';
import type { RulebookData } from '../../../shared/rulebook/index.ts';
import { partsOf } from '../../../shared/rulebook/parts.ts';
import { compileShipped } from './shipped-packs.ts';

type Pack = RulebookData['platforms'][number];
type Holder = Record<string, unknown>;

/** A value of a pack that can be written otherwise, and where it stands. */
interface Leaf {
  readonly pack: Pack;
  readonly holder: Holder;
  readonly name: string;
}

/** What names a file and its format; another way in than an unknown one is an object, whose own fields are walked. */
const NOT_OF_PARTS = new Set([
  '.format',
  '.version',
  '.caseTypes.format',
  '.caseTypes.platform',
  '.caseTypes.entry',
]);

/** Each kind of value that is written in any pack, once: its path without the places in lists. Rules are compared by themselves. */
function leaves(packs: readonly Pack[]): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  const walk = (pack: Pack, holder: Holder, path: string): void => {
    for (const [name, value] of Object.entries(holder)) {
      const at = Array.isArray(holder) ? path : `${path}.${name}`;
      if (at === '.caseTypes.rules') continue;
      if (typeof value === 'object' && value !== null) walk(pack, value as Holder, at);
      else if (value !== null && !found.has(at) && !NOT_OF_PARTS.has(at))
        found.set(at, { pack, holder, name });
    }
  };
  for (const pack of packs) walk(pack, pack, '');
  return found;
}

function otherwise(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : `${String(value)}x`;
}

const packs = structuredClone(compileShipped().rulebook.data.platforms);
const all = leaves(packs);

describe('the parts of a pack', () => {
  it('are read from packs that write nearly everything a pack can', () => {
    expect(all.size).toBeGreaterThan(150);
    expect([...all.keys()]).toEqual(
      expect.arrayContaining([
        '.caseTypes.pointsFact',
        '.caseTypes.scenes.requirements.askOf',
        '.lookUps.says.zh',
      ]),
    );
  });

  it.each([...all.keys()])('tell of %s: no signed pack changes it unseen', (path) => {
    const { pack, holder, name } = all.get(path) as Leaf;
    const before = JSON.stringify(partsOf(pack));
    holder[name] = otherwise(holder[name]);
    const after = JSON.stringify(partsOf(pack));
    expect(after).not.toBe(before);
  });
});
