import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutOffAt } from '../../shared/deadlines/index.ts';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const MINUTE = 60_000;

describe.each(['zh-CN', 'en'] as const)('a countdown that may be of several deadlines (%s)', (language) => {
  test(
    'is of the one the person says, and its why names the platform’s zone beside their own',
    { timeout: 120_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const { page, t, client, showCase } = desk;
      try {
        const { id: storeId } = await client.stores.create({
          ...{ platform: 'jd', name: '京东一店', exportZone: 'Asia/Shanghai' },
        });
        const { id: caseId } = await client.cases.create({
          ...{
            storeId,
            scenarioId: 'jd.third-party-complaint.complaint',
            orderNumbers: [],
            title: '第三方投诉',
          },
        });
        const issuedAt = Math.floor(Date.now() / MINUTE) * MINUTE;
        await client.notices.save({ caseId, text: '投诉通知', issuedAt });
        await showCase(caseId, 'notice');
        const which = page.getByRole('combobox', { name: t('notices:deadline.which') });
        // No countdown, no question.
        await page.getByLabel(t('notices:deadline.words')).waitFor();
        await expect.poll(() => which.count()).toBe(0);
        await page.getByLabel(t('notices:deadline.words')).fill('剩13小时5分');
        const take = page.getByRole('button', { name: t('notices:step.moves.take') });
        await take.click();
        const byPage = async () => {
          const { items } = await client.deadlines.list({ caseId });
          return items.find(({ computed }) => computed.readings.some(({ ruleId }) => ruleId === null))
            ?.specId;
        };
        await expect.poll(byPage).toBe('facts-due');
        const { page: offered } = await client.notices.preview({ caseId });
        const title = (id: string): string => {
          const found = offered.clocks.find((each) => each.id === id);
          return found === undefined ? '' : t.pick(found.title);
        };
        await expect.poll(() => which.inputValue()).toBe(title('facts-due'));
        await which.scrollIntoViewIfNeeded();
        await desk.shot(`c71-page-clock-${language}`);
        await which.click();
        await page.getByRole('option', { name: title('plan-due'), exact: true }).click();
        await take.waitFor();
        await desk.shot(`c72-page-clock-moves-${language}`);
        expect(await findings(desk, `page-clock-${language}`)).toEqual([]);
        await take.click();
        await expect.poll(byPage).toBe('plan-due');
        await expect.poll(() => which.inputValue()).toBe(title('plan-due'));

        // Whoever sits elsewhere reads the platform's own days by their zone's name.
        await client.settings.update({ zone: 'America/Los_Angeles' });
        await page.reload();
        await page.getByText(t('ui:zone-Asia/Shanghai'), { exact: false }).first().waitFor();
        const head = page.locator('.notice-why h2');
        await head.waitFor();
        await expect.poll(() => head.innerText()).toContain(t('ui:zone-Asia/Shanghai'));
        const here = page.locator('.notice-why .ad-ladder-end');
        await here.scrollIntoViewIfNeeded();
        const [shown] = (await client.deadlines.list({ caseId })).items.filter(
          ({ owner }) => owner === 'mine',
        );
        const end = shown?.computed.readings[0]?.latest ?? 0;
        expect(end).toBeGreaterThan(issuedAt - HOUR);
        const when = t.format.deadline(end, 'America/Los_Angeles', Date.now());
        await expect.poll(() => here.innerText()).toContain(t('ui:ladderHere', { when }));
        // The person's own cut-off is told by their own clock.
        const cutOff = t.format.deadline(
          cutOffAt({ startedAt: shown?.startedAt, dueAt: end, plan: null }),
          'America/Los_Angeles',
          Date.now(),
        );
        await page.getByText(t('reminders:cutOffAt', { when: cutOff }), { exact: false }).waitFor();
        await desk.shot(`c73-named-zone-${language}`);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c79-last-${language}`);
        await desk.close();
      }
    },
  );
});
