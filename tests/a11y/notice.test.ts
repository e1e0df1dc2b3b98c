import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropEvidence, openStep } from '../e2e/page-models/case-pages.ts';
import { notice } from '../e2e/notice-inputs.ts';
import { screenshot } from '../e2e/inputs.ts';
import {
  expectTicked,
  openDocument,
  orderBoard,
  pasteNotice,
  sortTicked,
  tickByKeys,
} from '../e2e/page-models/notice-pages.ts';
import { openPreparedDesk, type PreparedDesk } from '../e2e/page-models/prepared-desk.ts';
import { closeOrder, needOf, openOrder, openView, slotOf } from '../e2e/page-models/voucher-pages.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { importRows } from '../helpers/case.ts';
import {
  CHAT,
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
  SHIPPING,
} from '../helpers/notice-case.ts';
import { findings } from './axe.ts';

const DIALOG = '[role=dialog]';
const CHAT_TOKEN = '旺旺聊天举证号';
const CHAT_TOKEN_EN = 'Wangwang chat token (举证号)';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe.each(['zh-CN', 'en'] as const)('everybody can answer a notice (%s)', (language) => {
  test(
    'axe finds nothing where a notice is pasted, its orders sorted, their vouchers gathered and the appeal written',
    { timeout: 600_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
      const found: string[] = [];
      const see = async (screen: string, part?: string): Promise<void> => {
        if (part !== undefined) await desk.page.locator(part).first().waitFor();
        await desk.page.locator('main .ad-loading').first().waitFor({ state: 'detached' });
        found.push(...(await findings(desk, `notice-${screen}`, { part })));
      };
      try {
        const caseId = await pastedNotice(desk, see);
        await sorting(desk, caseId, see);
        await vouchers(desk, caseId, see);
        await asking(desk, see);
        await writing(desk, see);
        await material(desk, see);
        expect(found).toEqual([]);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});

type See = (screen: string, part?: string) => Promise<void>;

const ORDERS = flaggedNumbers(9, 9700);
const PROVEN = ORDERS.slice(0, 3);

/** Where a notice is pasted, empty and full; and the case that is open with some of its vouchers there. */
async function pastedNotice(desk: PreparedDesk, see: See): Promise<string> {
  const { page, t, client } = desk;
  await desk.go('/cases/new?what=rejected');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await see('no-shop', 'main');
  const storeId = await noticeStore(client);
  await importRows(client, desk.files, storeId, [{ orderNumber: ORDERS[0] ?? '', buyerName: '买家甲' }]);
  await desk.go(`/cases/new?what=appeal&store=${storeId}`);
  await page.getByText(t('notices:found.empty')).waitFor();
  await see('entry-empty');
  await pasteNotice(desk, notice(ORDERS));
  await expectTicked(desk, { ticked: 10, total: 10 });
  await page.locator('.other-numbers summary').click();
  await page.getByLabel(t('notices:byHand.label')).fill('8.01E+15\nx1');
  await see('entry');

  const caseId = await openFromNotice(client, storeId, ORDERS, { issuedAt: Date.now() });
  await proveOrders(client, desk.files, caseId, PROVEN);
  await client.cases.sortOrders({ caseId, orderNumbers: ORDERS.slice(4, 6), class: 'cannot-be-proven' });
  await client.cases.sortOrders({ caseId, orderNumbers: ORDERS.slice(2, 4), class: 'admitted' });
  await desk.showCase(caseId, 'notice');
  await page.getByLabel(t('notices:deadline.words')).fill('快了');
  await see('step');
  return caseId;
}

async function sorting(desk: PreparedDesk, caseId: string, see: See): Promise<void> {
  const { page, t } = desk;
  await desk.showCase(caseId, 'orders');
  await tickByKeys(desk, orderBoard(desk), 0, ORDERS.length);
  await sortTicked(desk, 'documented-genuine', 'keys');
  await page.getByText(t('orderClasses:refused', { count: 6 })).waitFor();
  await see('board');
  await page.getByRole('button', { name: t('orderClasses:refused.rest', { count: 3 }) }).click();
  await see('genuine-again', DIALOG);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: t('attempts:prior.open') }).click();
  await see('prior', DIALOG);
  await page.keyboard.press('Escape');
}

async function vouchers(desk: PreparedDesk, caseId: string, see: See): Promise<void> {
  const { page, t, client } = desk;
  await openStep(desk, 'evidence');
  await openView(desk, 'exhibits');
  await dropEvidence(
    desk,
    [await screenshot(`${ORDERS[4] ?? ''} 签收底单.png`, 210, 170)],
    PROVEN.length + 1,
  );
  await see('exhibits');
  await openView(desk, 'orders');
  await page.getByRole('button', { name: t('requirements:proposals.accept', { count: 1 }) }).waitFor();
  await see('vouchers');
  await page.getByRole('button', { name: t('requirements:batch.all') }).click();
  await page.getByRole('radio', { name: t('requirements:batch.act.unavailable'), exact: true }).check();
  await see('batch', DIALOG);
  await leaveFormAndDialog(desk);

  const [number = ''] = ORDERS;
  await client.requirements.unavailable({
    caseId,
    requirementId: SHIPPING,
    orderNumbers: ORDERS.slice(4, 5),
    reason: '网点已撤',
  });
  await client.requirements.notAsked({
    caseId,
    requirementId: CHAT,
    orderNumbers: ORDERS.slice(4, 5),
    notAsked: true,
  });
  const imported = await openOrder(desk, number);
  await see('order-imported', DIALOG);
  await closeOrder(desk, imported);
  const short = await openOrder(desk, ORDERS[4] ?? '');
  await see('order-short', DIALOG);
  await closeOrder(desk, short);
  const bare = await openOrder(desk, ORDERS[8] ?? '');
  const chat = slotOf(bare, t.language === 'en' ? CHAT_TOKEN_EN : CHAT_TOKEN);
  await chat.getByRole('button', { name: t('requirements:voucher.text') }).click();
  await see('order-text', DIALOG);
  await leaveFormAndDialog(desk);
}

/** The first Escape leaves the form that is open in a dialog, the second the dialog. */
async function leaveFormAndDialog({ page }: PreparedDesk): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator(DIALOG).waitFor({ state: 'hidden' });
}

async function asking(desk: PreparedDesk, see: See): Promise<void> {
  const { page, t } = desk;
  await openView(desk, 'asks');
  const courier = needOf(desk, 'courier');
  await courier.locator('summary').first().click();
  await see('asks');
  await courier.getByRole('button', { name: t('asks:sent') }).click();
  await see('ask-record', DIALOG);
  await page.getByRole('button', { name: t('asks:record.save') }).click();
  await page.getByRole('button', { name: t('asks:answer') }).click();
  await page.getByRole('radio', { name: t('asks:outcome.refused') }).check();
  await see('ask-refused', DIALOG);
  await page.getByRole('radio', { name: t('asks:outcome.answered') }).check();
  await see('ask-answered', DIALOG);
  await page.keyboard.press('Escape');
  await page.locator(DIALOG).waitFor({ state: 'hidden' });
  await see('asked');
}

async function writing(desk: PreparedDesk, see: See): Promise<void> {
  const { page, t } = desk;
  await openStep(desk, 'statement');
  await openDocument(desk, 'plan');
  await page
    .getByRole('textbox', { name: t('drafting:plan.editor') })
    .locator('p')
    .first()
    .click();
  await page.keyboard.insertText(`${ORDERS[3] ?? ''} `);
  await page
    .getByRole('alert')
    .filter({ hasText: ORDERS[3] ?? '' })
    .first()
    .waitFor();
  await see('plan');
  await openDocument(desk, 'campaigns');
  await page.getByText(t('campaigns:empty.title')).waitFor();
  await see('campaigns-empty');
  await page.getByRole('button', { name: t('campaigns:add') }).click();
  await page.getByLabel(t('campaigns:name')).fill('直播');
  await page.getByLabel(t('campaigns:startsOn')).fill('2026-11-03');
  await page.getByLabel(t('campaigns:endsOn')).fill('2026-11-02');
  await see('campaign-form');
  // The day of the imported order is in it.
  await page.getByLabel(t('campaigns:startsOn')).fill('2026-11-02');
  await page.getByRole('button', { name: t('campaigns:save'), exact: true }).click();
  await page.locator('.daily summary').click();
  await see('campaign');
}

async function material(desk: PreparedDesk, see: See): Promise<void> {
  const { page, t } = desk;
  await openStep(desk, 'packet');
  await page.getByRole('checkbox', { name: t('packets:disclosure.unproven', { count: 2 }) }).check();
  await page.getByText(t('packets:disclosure.unproven.shows')).click();
  await see('disclosure');
  await page.getByRole('checkbox', { name: t('packets:disclosure.admitted', { count: 2 }) }).click();
  await see('advice', DIALOG);
  await page.keyboard.press('Escape');
}
