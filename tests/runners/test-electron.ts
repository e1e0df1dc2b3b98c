/**
 * `npm run test:electron`: the desktop program in the real Electron, wherever its program is. Where it is not, it says so
 * and counts as skipped: a double proves what the shell asks of Electron, not what Electron does.
 */
import { findElectron } from '../../main/launcher/electron-binary.mjs';
import { ROOT } from './modules.ts';

const counts = { passed: 0, failed: 0, skipped: 0 };
const program = findElectron(ROOT);

if (program === null) {
  counts.skipped += 1;
  console.log(
    'not run  desktop  (the program of Electron is not installed: npm start -- --install-electron)',
  );
} else {
  const { DESKTOP_PROMISES, startDesktop } = await import('../electron/desktop-walk.ts');
  const desktop = await startDesktop(program);
  try {
    for (const promise of DESKTOP_PROMISES) {
      const started = performance.now();
      try {
        await promise.keep(desktop, program, desktop.home);
        counts.passed += 1;
        console.log(`passed   ${promise.name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
      } catch (error) {
        counts.failed += 1;
        console.log(`failed   ${promise.name}`);
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        console.log(text.replace(/^/gm, '    '));
      }
    }
  } finally {
    await desktop.end();
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
