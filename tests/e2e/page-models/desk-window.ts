import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { rendererFolder } from '../../../main/hosts/ports/index.ts';
import { createTranslator, type Language, type Translator } from '../../../shared/i18n/index.ts';
import { startHost, type TestHost } from '../../helpers/host.ts';
import { keyboard, mouse, type Hands } from './hands.ts';
import { keepLastSight, watchSight } from './last-sight.ts';

interface WindowOptions {
  readonly language: Language;
  readonly width?: number;
  readonly height?: number;
  /** No mouse at all. */
  readonly keysOnly?: boolean;
}

interface OpenOptions extends WindowOptions {
  readonly theme?: 'system' | 'light' | 'dark';
  /** A workspace that is there already; a new temporary one where none is given. */
  readonly workspaceDir?: string;
}

/** A window on a host of its own, watched: whatever the page complains about fails the test that opened it. */
export interface DeskWindow {
  readonly page: Page;
  readonly host: TestHost;
  readonly t: Translator;
  readonly hands: Hands;
  readonly keysOnly: boolean;
  /** Console errors, uncaught errors and refusals of the page's own policy, in the order they came. */
  readonly problems: readonly string[];
  /** Keeps a picture where `APPEALDESK_SHOTS` names a folder. */
  shot(name: string): Promise<void>;
  /** Goes to an address inside the window. Another room is waited for: until then, the old one still answers. */
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** How many times slower than this machine a window is: a walk that leans on speed fails then, and only then. */
const SLOWER = Number(process.env['APPEALDESK_SLOWER'] ?? 1);

/** The core as it is shipped, beside the window that is walked: it starts five times as fast as from source. */
const builtCore = (): URL => pathToFileURL(join(rendererFolder(), '../main/core.worker.js'));

/** The first part of an address: `/cases/12/notice` lies in the room of `cases`. */
const roomOf = (path: string): string => path.split(/[/?#]/u)[1] ?? '';

/** Starts a host on a workspace and opens one window on it, in one language. Closing the window ends the host. */
export async function openDesk(browser: Browser, options: OpenOptions): Promise<DeskWindow> {
  const { language, theme = 'light', workspaceDir } = options;
  const host = await startHost({
    settings: { language, theme, zone: 'Asia/Shanghai' },
    workerUrl: builtCore(),
    ...(workspaceDir === undefined ? {} : { workspaceDir }),
  });
  const desk = await openWindow(browser, host, options);
  return {
    ...desk,
    async close() {
      await desk.close();
      await host.close();
    },
  };
}

/** Opens one more window, a browser of its own, on a host that runs. The window's language is the host's. */
export async function openWindow(
  browser: Browser,
  host: TestHost,
  { language, width = 1360, height = 900, keysOnly = false }: WindowOptions,
): Promise<DeskWindow> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const problems: string[] = [];
  await watch(context, problems);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (SLOWER > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  }
  watchSight(page);
  await page.goto(host.newEnterUrl());
  const t = createTranslator(language);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const folder = process.env['APPEALDESK_SHOTS'];
  return {
    page,
    host,
    t,
    hands: keysOnly ? keyboard(page) : mouse(page),
    keysOnly,
    problems,
    async shot(name) {
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async go(path) {
      const left = (await page.locator('main h1').elementHandles()).at(-1);
      const leaves = roomOf(new URL(page.url()).pathname) !== roomOf(path);
      await page.evaluate((to) => {
        window.history.pushState(null, '', to);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, path);
      // Two rooms may offer an act of the same name: pressed in the old one, what it opens is gone with it.
      if (leaves) await left?.waitForElementState('hidden');
    },
    async close() {
      await keepLastSight(page);
      await context.close();
    },
  };
}

async function watch(context: BrowserContext, problems: string[]): Promise<void> {
  await context.exposeBinding('reportViolation', (_source, violation: string) => {
    problems.push(`policy: ${violation}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      report(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      );
    });
  });
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  });
}

/** The part of the page under a heading. */
export function sectionNamed(page: Page | Locator, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}
