import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = (...rings: string[]): string[] => rings.map((ring) => `tests/${ring}/**/*.test.ts`);

/** The files that take minutes: begun last, one of them would keep a single worker busy while the others have nothing left. */
const LONG = [
  'e2e/keys.test.ts',
  'e2e/notice-walk.test.ts',
  'faults/kill-import.test.ts',
  'faults/kill-export.test.ts',
  'a11y/dialogs.test.ts',
  'a11y/screens.test.ts',
  'e2e/walk.test.ts',
  'a11y/notice.test.ts',
  'faults/kill-intake.test.ts',
  'example/beside-own-work.test.ts',
  'hosts/electron-life.test.ts',
  'e2e/rulebook.test.ts',
];

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

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
    // One more than the cores of the smallest machine: with it no core rests, and more would only wait for each other.
    maxWorkers: 3,
    sequence: { sequencer: LongFilesFirst },
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: tests('unit', 'property', 'contract', 'integration', 'security', 'house'),
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'walks',
          include: tests('e2e', 'a11y', 'pack'),
          setupFiles: ['tests/e2e/page-models/last-sight.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A window that is slow for a moment is no window that says the wrong thing; nor is a browser that stands still while
          // three of them share two cores. Nothing is tried twice: a walk that passes the second time has a cause, too.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
