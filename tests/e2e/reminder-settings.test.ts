import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import type { StartAtLogin } from '../../shared/desktop/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { openDesk, sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import { comeToRest } from './page-models/key-pages.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the settings of a new workspace. */
async function openSettings(language: Language): Promise<{ desk: DeskWindow; section: Locator }> {
  const desk = await openDesk(browser, { language, theme: 'system' });
  await desk.go('/settings');
  const section = sectionNamed(desk.page, desk.t('reminders:title'));
  await section.getByRole('switch', { name: desk.t('settings:quiet') }).waitFor();
  return { desk, section };
}

async function shows(desk: DeskWindow, section: Locator, name: string): Promise<void> {
  await section.scrollIntoViewIfNeeded();
  await desk.shot(name);
}

/**
 * Loads the page anew as it stands in the desktop program, whose system answers this about starting at login. Its line to
 * the core goes over the same socket as a browser's.
 */
async function asDesktop(desk: DeskWindow, state: StartAtLogin, canChange = true): Promise<void> {
  await desk.page.addInitScript(
    ({ first, changes }) => {
      let now = first;
      const connect = (lineId: number): void => {
        const { port1, port2 } = new MessageChannel();
        const socket = new WebSocket(`${window.location.origin.replace('http', 'ws')}/rpc`);
        socket.binaryType = 'arraybuffer';
        socket.onmessage = ({ data }) => port1.postMessage(data);
        socket.onclose = () => port1.close();
        socket.onopen = () => {
          port1.onmessage = ({ data }: MessageEvent<string>) => socket.send(data);
          window.postMessage({ kind: 'appealdesk:line', lineId }, window.location.origin, [port2]);
        };
      };
      Object.assign(window, {
        appealdeskDesktop: {
          connect,
          chooseFolder: () => Promise.resolve(null),
          pathOf: () => '',
          startAtLogin: () => Promise.resolve(now),
          setStartAtLogin: (isOn: boolean) => {
            if (changes) now = isOn ? 'on' : 'off';
            return Promise.resolve(now);
          },
        },
      });
    },
    { first: state, changes: canChange },
  );
  await desk.page.reload();
  await sectionNamed(desk.page, desk.t('reminders:title')).waitFor();
}

describe('when the program reminds', () => {
  test('the night and the hour of the digest are set, kept, and told of where they meet', async () => {
    const { desk, section } = await openSettings('zh-CN');
    const { page, t } = desk;
    try {
      await comeToRest(desk);
      // What belongs to a switch stands below its words, with air between.
      const hint = await section.getByText(t('settings:quietHint')).boundingBox();
      const field = await section.getByText(t('settings:quietFrom'), { exact: true }).boundingBox();
      expect((field?.y ?? 0) - (hint?.y ?? 0) - (hint?.height ?? 0)).toBeGreaterThanOrEqual(10);
      // A browser rings nothing, and says so; nor has it anything to start at login.
      await section.getByText(t('settings:noBell'), { exact: false }).waitFor();
      await expect.poll(() => section.getByRole('switch', { name: t('settings:login') }).count()).toBe(0);

      const hour = section.getByLabel(t('settings:digestAt'), { exact: true });
      await expect.poll(() => hour.inputValue()).toBe('09:00');
      await hour.fill('07:15');
      await hour.blur();
      await section.getByText(t('settings:digestWaits', { time: '08:00' })).waitFor();
      await shows(desk, section, '97-reminder-settings');
      const night = section.getByLabel(t('settings:quietTo'), { exact: true });
      await night.fill('06:30');
      await night.blur();
      await section.getByText(t('settings:digestWaits', { time: '08:00' })).waitFor({ state: 'detached' });

      const digest = section.getByRole('switch', { name: t('settings:digest') });
      await digest.focus();
      await page.keyboard.press('Space');
      await hour.waitFor({ state: 'detached' });
      await page.reload();
      await digest.waitFor();
      await expect.poll(() => digest.isChecked()).toBe(false);
      await expect.poll(() => night.inputValue()).toBe('06:30');
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

describe.each(['zh-CN', 'en'] as const)('starting at login (%s)', (language) => {
  test('is off, said with its reason, and goes on and off as the system takes it', async () => {
    const { desk, section } = await openSettings(language);
    const { page, t } = desk;
    try {
      await asDesktop(desk, 'off');
      const login = section.getByRole('switch', { name: t('settings:login') });
      await expect.poll(() => login.isChecked()).toBe(false);
      await section.getByText(t('settings:loginHint')).waitFor();
      await expect.poll(() => section.getByText(t('settings:noBell'), { exact: false }).count()).toBe(0);
      await login.focus();
      await page.keyboard.press('Space');
      await section.getByRole('switch', { name: t('settings:login'), checked: true }).waitFor();
      await shows(desk, section, `98-login-${language}`);
      expect(await findings(desk, `reminder-settings-${language}`, { part: '.ad-settings' })).toEqual([]);

      await asDesktop(desk, 'needs-approval');
      await section.getByRole('note').getByText(t('settings:loginApprove')).waitFor();
      await asDesktop(desk, 'off', false);
      await login.click();
      await section.getByRole('note').getByText(t('settings:loginRefused')).waitFor();
      await expect.poll(() => login.isChecked()).toBe(false);
      await shows(desk, section, `99-login-refused-${language}`);
      await asDesktop(desk, 'unavailable');
      await section.getByText(t('settings:loginUnavailable')).waitFor();
      await expect.poll(() => login.count()).toBe(0);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});

test('a deadline in the desktop program says when it rings, and nothing of a bell that is missing', async () => {
  const desk = await openPreparedDesk(browser, { language: 'zh-CN', theme: 'system' }, 0);
  const { page, t, client } = desk;
  try {
    const storeId = await noticeStore(client, '海港的店');
    await openFromNotice(client, storeId, flaggedNumbers(1, 9400), { pageDeadline: Date.now() + 50 * HOUR });
    await desk.go('/settings');
    await asDesktop(desk, 'off');
    await desk.go('/deadlines');
    const why = page.getByRole('complementary');
    const words = t('reminders:rings', {
      steps: ['7d', '3d', '24h', '4h', '1h']
        .map((step) => t.find(`reminders:before.${step}`) ?? step)
        .join('、'),
    });
    await why.getByText(words, { exact: false }).waitFor();
    const act = t('reminders:hand');
    await expect.poll(() => why.getByText(t('reminders:listedOnly', { act })).count()).toBe(0);
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today') }).waitFor();
    await expect.poll(() => page.getByText(t('reminders:noBell')).count()).toBe(0);
    expect(desk.problems).toEqual([]);
  } finally {
    await desk.close();
  }
});
