import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = (...rings: string[]): string[] => rings.map((ring) => `tests/${ring}/**/*.test.ts`);

/**
 * Two projects, so that a slow ring does not lend its long timeouts to the quick ones.
 *
 * Tests run in child processes (`forks`): better-sqlite3 is native, and a crash must cost one file, not the run.
 */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: tests('unit', 'property', 'contract', 'integration', 'security', 'house'),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: tests('e2e', 'a11y', 'pack'),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
