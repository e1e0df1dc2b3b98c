import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, file } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { openStep, recordDecision } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const ANSWER = '您好，系统判定证据不足，请补充同行关系的证明。';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const waysOf = ({ page }: PreparedDesk): Locator => page.locator('.ways-on');

describe.each(['zh-CN', 'en'] as const)(
  'a rejected report goes on with the platform itself (%s)',
  (language) => {
    let desk: PreparedDesk;
    beforeAll(async () => {
      desk = await openPreparedDesk(browser, { language, theme: 'system' });
    });
    afterAll(async () => {
      const { problems } = desk;
      await desk.close();
      expect(problems).toEqual([]);
    });

    test('the way is shown, its words are filled in, what was said is kept, and the answer is an exhibit', async () => {
      const { page, t, client } = desk;
      // The back office of this store shows another clock than this computer does.
      await client.stores.update({ storeId: desk.storeId, zone: 'America/Los_Angeles' });
      const prepared = await desk.openReadyCase('packet');
      const { caseId, orders } = prepared;
      await file(client, prepared, await exportCase(client, caseId), Date.now() - 2 * HOUR);

      // Before the answer it stands on the check, closed: it is not what comes next.
      await openStep(desk, 'check');
      const ways = waysOf(desk);
      await ways.locator('summary').first().waitFor();
      await expect.poll(() => ways.getAttribute('open')).toBeNull();

      await openStep(desk, 'decision');
      await recordDecision(desk, 'rejected', '证据不足');
      const list = ways.getByRole('list', { name: t('contacts:title') });
      const first = list.locator('.way-on').first();
      await first.getByText(t('contacts:turn.first')).waitFor();
      await first.getByText('速卖通小何').first().waitFor();
      const script = (await first.locator('blockquote').innerText()).trim();
      for (const number of orders) expect(script).toContain(number);
      expect(script).toContain('证据不足');
      expect(script).not.toMatch(/[{}]/);
      await list
        .getByText(language === 'en' ? 'File it yourself' : '自己在举报工具中心提交')
        .waitFor({ state: 'detached' });
      // Whether there is anything new decides between asking again and only asking why.
      await first.getByRole('radio', { name: t('cases:check.answer.yes') }).check();
      await expect.poll(() => list.locator('.way-on').count()).toBe(2);
      expect(await findings(desk, `ways-on-${language}`)).toEqual([]);
      await ways.scrollIntoViewIfNeeded();

      await first.getByRole('button', { name: new RegExp(`^${escaped(t('contacts:sent'))}`) }).click();
      const dialog = page.getByRole('dialog', { name: t('contacts:form.new') });
      await expect.poll(() => dialog.getByLabel(t('contacts:asked')).inputValue()).toBe(script);
      await dialog.getByLabel(t('contacts:withWhom')).fill('客服 07 号');
      await dialog.getByLabel(t('contacts:ticket')).fill('T-88');
      await dialog.getByText(t('contacts:at.zone', { zone: 'America/Los_Angeles' })).waitFor();
      await dialog.getByLabel(t('contacts:at')).fill('2026-11-12T05:14');
      await dialog.getByLabel(t('contacts:answer')).fill(ANSWER);
      expect(await findings(desk, `contact-form-${language}`, { part: '[role=dialog]' })).toEqual([]);
      await dialog.getByRole('button', { name: t('contacts:save') }).click();
      await dialog.waitFor({ state: 'hidden' });

      const log = sectionNamed(page, t('contacts:log'));
      const row = log.getByRole('listitem').filter({ hasText: '客服 07 号' });
      await row.getByText(ANSWER, { exact: true }).waitFor();
      await row.getByText(t('contacts:ticket.is', { number: 'T-88' })).waitFor();
      const [kept] = await client.contacts.list({ caseId });
      expect(kept).toMatchObject({ asked: script, answer: ANSWER, channel: 'support-chat' });
      expect(new Date(kept?.contactedAt ?? 0).toISOString()).toBe('2026-11-12T13:14:00.000Z');

      await row.getByRole('button', { name: new RegExp(`^${escaped(t('contacts:exhibit'))}`) }).click();
      await row.getByText(t('facts:exhibit', { number: 3 })).waitFor();
      expect(await findings(desk, `contact-log-${language}`)).toEqual([]);
      await row.scrollIntoViewIfNeeded();
      await desk.shot(`90-contact-log-${language}`);
      const exhibits = await client.evidence.exhibits({ caseId });
      expect(exhibits.at(-1)).toMatchObject({ exhibitNumber: 3, item: { kind: 'text' } });

      // The case's menu leads here from every step, with the log open.
      await openStep(desk, 'orders');
      await page.getByRole('button', { name: t('cases:header.more') }).click();
      await page.getByRole('menuitem', { name: t('cases:header.ways') }).click();
      await row.getByText(ANSWER, { exact: true }).waitFor();

      await row.getByRole('button', { name: new RegExp(`^${escaped(t('contacts:remove'))}`) }).click();
      await log.getByText(t('contacts:log.none')).waitFor();
      await client.journal.undo({});
      await row.getByText(ANSWER, { exact: true }).waitFor();
    });
  },
);

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
