import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer } });
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'appealdesk-calendar-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const summaries = (text: string): string[] =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .filter((event) => event.getFirstPropertyValue('status') !== 'CANCELLED')
    .map((event) => new ICAL.Event(event).summary);

/** How many hours before its end an event rings. */
const alarmsBeforeEnd = (text: string): number[] =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').flatMap((component) => {
    const { startDate, endDate } = new ICAL.Event(component);
    const from = startDate.toJSDate().getTime();
    return component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
      return (endDate.toJSDate().getTime() - from - trigger.toSeconds() * 1000) / HOUR;
    });
  });

describe.each(['zh-CN', 'en'] as const)('somebody who must not miss a deadline (%s)', (language) => {
  test(
    'says how it reminds, takes it to the phone and to a chat, and keeps a calendar file',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, hands, client } = desk;
      try {
        const storeId = await noticeStore(client, 'Harbour');
        const pageDeadline = Date.now() + 50 * HOUR;
        const caseId = await openFromNotice(client, storeId, flaggedNumbers(1, 9100), { pageDeadline });
        const { record, storeAlias } = await client.cases.get({ caseId });
        const { number } = record;
        await desk.go('/deadlines');
        const why = page.getByRole('complementary');
        const when = (at: number): string => t.format.deadline(at, 'Asia/Shanghai', Date.now());
        await why
          .getByText(t('reminders:cutOffAt', { when: when(pageDeadline - 6 * HOUR) }), { exact: false })
          .waitFor();

        // A browser rings nothing: the deadline says so, and what does.
        await why.getByText(t('reminders:listedOnly', { act: t('reminders:hand') })).waitFor();
        await hands.press(why.getByRole('button', { name: t('reminders:plan') }));
        const plan = page.getByRole('dialog', { name: t('reminders:plan') });
        await plan.getByRole('checkbox', { name: t('reminders:before.7d') }).press('Space');
        await plan.getByRole('checkbox', { name: t('reminders:before.12h') }).press('Space');
        await plan.getByLabel(t('reminders:cutOff')).fill('2.5');
        await desk.shot(`c20-clock-plan-${language}`);
        expect(await findings(desk, `clock-plan-${language}`, { part: '[role=dialog]' })).toEqual([]);
        await hands.press(plan.getByRole('button', { name: t('reminders:planSave') }));
        await why
          .getByText(t('reminders:cutOffAt', { when: when(pageDeadline - 2.5 * HOUR) }), { exact: false })
          .waitFor();
        await why.getByText(t('reminders:before.12h'), { exact: false }).waitFor();
        await desk.shot(`c21-clock-reminders-${language}`);

        await hands.press(why.getByRole('button', { name: t('reminders:hand') }));
        const hand = page.getByRole('dialog', { name: t('reminders:hand') });
        const picture = await hand.getByRole('img', { name: t('reminders:handCode') }).screenshot();
        const [code] = await readBarcodes(new Uint8Array(picture));
        expect(code?.format).toBe('QRCode');
        const [summary = ''] = summaries(code?.text ?? '');
        for (const part of [number, storeAlias]) expect(summary).toContain(part);
        // A day before the end, and the last of those that were chosen above.
        expect(alarmsBeforeEnd(code?.text ?? '')).toEqual([24, 1]);
        await hands.press(hand.getByRole('button', { name: t('reminders:handCopy') }));
        await page.getByText(t('ui:copied')).waitFor();
        const download = page.waitForEvent('download');
        await hands.press(hand.getByRole('button', { name: t('reminders:handFile') }));
        const saved = await download;
        expect(saved.suggestedFilename()).toBe(`appealdesk-${number}.ics`);
        expect(summaries(await readFile(await saved.path(), 'utf8'))).toEqual([summary]);
        await desk.shot(`c22-clock-hand-${language}`);
        expect(await findings(desk, `clock-hand-${language}`, { part: '[role=dialog]' })).toEqual([]);
        await page.keyboard.press('Escape');

        await desk.go('/');
        await page.getByText(t('reminders:noBell')).waitFor();
        await desk.shot(`c24-no-bell-${language}`);
        await desk.go('/settings');
        const settings = sectionNamed(page, t('reminders:title'));
        const into = settings.getByLabel(t('reminders:keepFolder'));
        // What was copied is what a chat would get.
        await into.press('ControlOrMeta+v');
        const copied = await into.inputValue();
        for (const part of [number, storeAlias, when(pageDeadline)]) expect(copied).toContain(part);
        await into.fill(join(folder, 'not-there'));
        await hands.press(settings.getByRole('button', { name: t('reminders:keepAct') }));
        await page.getByText(t('errors:NOT_FOUND-no-folder'), { exact: false }).first().waitFor();
        await into.fill(folder);
        await hands.press(settings.getByRole('button', { name: t('reminders:keepAct') }));
        await settings.getByRole('button', { name: t('reminders:keepStop') }).waitFor();
        await settings.scrollIntoViewIfNeeded();
        await desk.shot(`c23-kept-calendar-${language}`);
        const kept = (): Promise<string> => readFile(join(folder, 'appealdesk.ics'), 'utf8');
        expect(summaries(await kept())).toContain(summary);
        await client.cases.archive({ caseId, archived: true });
        await expect.poll(async () => summaries(await kept())).not.toContain(summary);
        await hands.press(settings.getByRole('button', { name: t('reminders:keepStop') }));
        await into.waitFor();
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c29-last-${language}`);
        await desk.close();
      }
    },
  );
});
