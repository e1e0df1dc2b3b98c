import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sectionNamed } from '../e2e/page-models/desk-window.ts';
import { openPreparedDesk } from '../e2e/page-models/prepared-desk.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { HOUR } from '../helpers/core.ts';
import { findings } from './axe.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('everybody can say what happened in a case (%s)', (language) => {
  test('axe finds nothing in the record, the form or the dialog, in light and in dark', async () => {
    const desk = await openPreparedDesk(browser, { language, theme: 'system' }, 0);
    const { page, t, client } = desk;
    const found: string[] = [];
    try {
      const { id: storeId } = await client.stores.create({ platform: 'amazon', name: 'Harbour goods' });
      const { id: caseId } = await client.cases.create({
        storeId,
        scenarioId: 'amazon.a-to-z.claim-response',
        orderNumbers: ['113-4567890-1234567'],
      });
      await client.events.save({
        caseId,
        event: 'evidence-requested',
        happenedAt: Date.now() - HOUR,
        note: 'Re: claim',
      });
      await desk.showCase(caseId, 'notice');
      const happened = sectionNamed(page, t('events:title'));
      await happened.getByRole('listitem').waitFor();
      found.push(...(await findings(desk, 'events-recorded')));
      await happened.getByRole('button', { name: t('events:add') }).click();
      await happened.getByLabel(t('events:at')).waitFor();
      found.push(...(await findings(desk, 'events-form')));
      await desk.showCase(caseId, 'evidence');
      await page.getByRole('button', { name: t('events:open') }).click();
      await page.getByRole('dialog', { name: t('events:title') }).waitFor();
      found.push(...(await findings(desk, 'events-dialog')));
      expect(found).toEqual([]);
      expect(desk.problems).toEqual([]);
    } finally {
      await desk.close();
    }
  });
});
