import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTranslator, LANGUAGES } from '../../../shared/i18n/index.ts';

/** Where a program text hands an act to the journal: `write(context, 'x.y', …)` and `….write(actor, { code: 'x.y' }, …)`. */
const DOORS = [
  /\bwrite\(\s*context,\s*(?<code>[^,]+),/g,
  /\.write\(\s*[^;]{1,80}?,\s*\{\s*code(?::\s*(?<code>[^,}]+))?[,} ]/g,
];
/** Codes that a door is handed by a name: where they are written, they are found as `act: 'x.y'`. */
const BY_NAME = /\bact:\s*(?<code>'[a-z][A-Za-z]*\.[A-Za-z]+')/g;
/** Never journaled: it is taken back before it is over. */
const TRIED_OUT = 'try-out';

function codesWritten(): { readonly codes: ReadonlySet<string>; readonly doors: number } {
  const codes = new Set<string>();
  let doors = 0;
  for (const file of globSync('main/**/*.ts', { cwd: `${import.meta.dirname}/../../..` })) {
    const source = readFileSync(`${import.meta.dirname}/../../../${file}`, 'utf8');
    const written = DOORS.flatMap((door) => [...source.matchAll(door)]);
    doors += written.length;
    for (const { groups } of [...written, ...source.matchAll(BY_NAME)])
      for (const [, code = ''] of (groups?.['code'] ?? '').matchAll(/'([^']+)'/g)) codes.add(code);
  }
  return { codes, doors };
}

describe('whatever the program writes down as done', () => {
  const { codes, doors } = codesWritten();

  it('is found in its own text', () => {
    expect(doors).toBeGreaterThan(100);
    for (const known of [
      'workspace.create',
      'orders.import',
      'evidence.takeInText',
      'cases.takeRules',
      'reminders.appear',
    ])
      expect(codes).toContain(known);
  });

  it.each(LANGUAGES)('has words in %s, and is never read by its key', (language) => {
    const t = createTranslator(language);
    const raw = [...codes].filter((code) => code !== TRIED_OUT && t.find(`acts:${code}`) === null);
    expect(raw).toEqual([]);
  });
});
