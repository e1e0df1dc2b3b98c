import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const RENDERER = fileURLToPath(new URL('../../../renderer', import.meta.url));

/** Where seal red may be named: its definition, and the components that mean "cannot be taken back" or "late". */
const ALLOWED = ['ui/tokens.css', 'ui/seal.css', 'ui/seal.tsx'];

const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(css|tsx?)$/.test(path));

describe('seal red', () => {
  it('is used for what is irrevocable or late, and nowhere else', () => {
    const users = sources.filter((path) => readFileSync(join(RENDERER, path), 'utf8').includes('--seal'));
    expect(users.filter((path) => !ALLOWED.includes(path))).toEqual([]);
  });

  it('has no rival: no other red is named anywhere', () => {
    const red = /\b(?:color|c|bg|background)=?["':\s{]+["']?(?:red|pink|orange|crimson)\b/;
    expect(sources.filter((path) => red.test(readFileSync(join(RENDERER, path), 'utf8')))).toEqual([]);
  });
});
