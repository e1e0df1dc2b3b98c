import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { createTranslator } from '../../shared/i18n/index.ts';
import { ROOT } from '../runners/modules.ts';

const t = createTranslator('zh-CN');
const PROGRAM = join(ROOT, 'dist/main/electron.js');
/** Root has no sandbox to be in; everybody else is in one, and the test with them. */
const ARGS = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), PROGRAM];

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly problems: string[];
}

/** One promise of the desktop program, seen in the real thing. */
export interface DesktopPromise {
  readonly name: string;
  keep(started: Started, executablePath: string, home: string): Promise<void>;
}

const environment = (home: string): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  APPEALDESK_HOME: home,
});

/** In their order: each goes on where the one before it left the window. */
export const DESKTOP_PROMISES: readonly DesktopPromise[] = [
  {
    name: 'the first start asks its one question, in Chinese',
    keep: async ({ page }) => {
      await page.getByRole('heading', { name: t('onboarding:question') }).waitFor();
      assert.equal(page.url(), 'app://appealdesk/');
    },
  },
  {
    name: 'the question is answered and the workspace is there',
    keep: async ({ page }, _program, home) => {
      await page.getByRole('button', { name: t('onboarding:report') }).click();
      await page.getByLabel(t('clients:storeName')).fill('海港百货');
      await page.getByRole('button', { name: t('onboarding:goOn') }).click();
      await page.getByRole('heading', { level: 1, name: t('orders:import') }).waitFor();
      assert.ok(existsSync(join(home, 'workspace/appealdesk.sqlite3')));
    },
  },
  {
    name: 'a page goes nowhere else, opens no window and reaches no network',
    keep: async ({ app, page }) => {
      const before = page.url();
      await page.evaluate(() => {
        window.location.assign('https://evil.example/');
      });
      const opened = await page.evaluate(() => window.open('https://evil.example/') === null);
      assert.equal(opened, true);
      // The page's own policy would refuse this one first: it is asked from the engine's side.
      const answer = await app.evaluate(({ session }) =>
        session.defaultSession.fetch('http://127.0.0.1:9/').then(
          () => 'answered',
          () => 'refused',
        ),
      );
      assert.equal(answer, 'refused');
      assert.equal(page.url(), before);
      assert.equal(app.windows().length, 1);
    },
  },
  {
    name: 'nothing of Node or Electron is in the page',
    keep: async ({ page }) => {
      const found = await page.evaluate(() =>
        ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      );
      assert.deepEqual(found, []);
    },
  },
  {
    name: 'a second start ends and brings the first window forward',
    keep: async ({ app }, executablePath, home) => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
      const second = spawn(executablePath, ARGS, { env: environment(home), stdio: 'ignore' });
      const [code] = (await once(second, 'exit')) as [number | null];
      assert.equal(code, 0);
      const isMinimised = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.isMinimized(),
      );
      assert.equal(isMinimised, false);
      assert.equal(app.windows().length, 1);
    },
  },
  {
    name: 'the page broke no rule of its own policy',
    keep: async ({ problems }) => {
      assert.deepEqual(problems, []);
    },
  },
  {
    name: 'quitting lets go of the workspace',
    keep: async ({ app }, _program, home) => {
      await app.close();
      assert.equal(existsSync(join(home, 'workspace/workspace.holder.json')), false);
    },
  },
];

/** Starts the real program on a home of its own; `end` takes all of it away again. */
export async function startDesktop(
  executablePath: string,
): Promise<Started & { readonly home: string; end(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'appealdesk-electron-'));
  const app = await _electron.launch({ executablePath, args: ARGS, env: environment(home) });
  const problems: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  // What broke before anybody listened breaks again.
  await page.reload();
  return {
    app,
    page,
    problems,
    home,
    end: async () => {
      await app.close().catch(() => undefined);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
