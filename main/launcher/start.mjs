import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, installElectron, recallFailure } from './electron-binary.mjs';
import { run } from './run-node.mjs';
import { say } from './say.mjs';

const RETRY = 'npm start -- --install-electron';
/** A desktop window that fails within this time never was one: libraries, a display or its sandbox are missing. */
const NEVER_OPENED_MS = 10_000;
/** Ended by a person: Ctrl-C, or the system asking. */
const ASKED_TO_END = [130, 143];

/**
 * Opens AppealDesk: in its own window where Electron's program is there, else in a browser from the loopback host.
 *
 * Never imports the package `electron`: that alone would start a download.
 *
 * @param {{ root: string, node: string, args: readonly string[] }} call `--install-electron` tries a failed download again
 * @returns {Promise<number>}
 */
export async function start({ root, node, args }) {
  const retry = args.includes('--install-electron');
  const forwarded = args.filter((argument) => argument !== '--install-electron');
  const built = await run(node, [join(root, '.config/build.ts'), '--if-needed'], { cwd: root });
  if (built !== 0) return built;

  const shell = join(root, 'dist/main/electron.js');
  if (existsSync(shell)) {
    const electron = await electronOrReason({ root, node, retry });
    if (electron !== null) {
      const started = Date.now();
      const code = await run(electron, [shell, ...forwarded], { cwd: root });
      const hasOpened = Date.now() - started > NEVER_OPENED_MS;
      if (code === 0 || ASKED_TO_END.includes(code) || hasOpened) return code;
      say(
        `The desktop window ended at once with code ${code}; opening in a browser.`,
        `桌面窗口一打开就退出了(代码 ${code}),改在浏览器里打开。`,
      );
    }
  }

  const host = join(root, 'dist/main/loopback.js');
  if (!existsSync(host)) {
    say('main/hosts/loopback is not built yet, so there is nothing to open.');
    return 1;
  }
  return run(node, [host, ...forwarded], { cwd: root });
}

/**
 * The path of Electron's program, or null after one line that says why not and how to try again.
 *
 * @param {{ root: string, node: string, retry: boolean }} call
 */
async function electronOrReason({ root, node, retry }) {
  const found = findElectron(root);
  if (found !== null) return found;
  let reason = retry ? null : recallFailure(root);
  if (reason === null) {
    say('Downloading the desktop window (Electron) once…', '正在下载桌面窗口组件(Electron),只需一次…');
    const outcome = await installElectron({ root, node });
    if ('path' in outcome) return outcome.path;
    reason = outcome.reason;
  }
  say(
    `No desktop window (${reason}); opening in a browser. To try again: ${RETRY} ` +
      '(where GitHub is slow, first set ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/)',
    `没有桌面窗口(${reason}),改在浏览器里打开。想再试:${RETRY}` +
      '(GitHub 慢的话,先设置 ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/)',
  );
  return null;
}
