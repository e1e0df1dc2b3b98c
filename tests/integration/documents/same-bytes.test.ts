import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./hash-archive.ts', import.meta.url));

/** Node loads this before anything else, in the process and in its threads: a clock that is years off. */
const otherClock = (years: number): string =>
  `data:text/javascript,const D=Date,o=${years}*365*864e5;globalThis.Date=class extends D{` +
  `constructor(...a){a.length?super(...a):super(D.now()+o)}static now(){return D.now()+o}};`;

/** The hash of the sample archive, made in a process of its own with another zone, locale and clock. */
async function hashIn(zone: string, locale: string, years: number) {
  const { stdout } = await run(process.execPath, ['--import', otherClock(years), script], {
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
  });
  return JSON.parse(stdout) as { sha256: string; year: number };
}

test(
  'the same archive in two processes, zones, locales and clocks is the same to the byte',
  { timeout: 90_000 },
  async () => {
    const first = await hashIn('Asia/Shanghai', 'zh_CN.UTF-8', 0);
    const second = await hashIn('America/St_Johns', 'C', 5);
    expect(second.year).toBeGreaterThan(first.year + 3);
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second.sha256).toBe(first.sha256);
  },
);
