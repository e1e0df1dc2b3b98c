import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, takeIn } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { putFile, screenshot } from '../helpers/files.ts';
import { stateFact } from '../helpers/notice-case.ts';
import { screenshot as picture } from './inputs.ts';
import { expectChances, openStep, recordSubmission } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { pressAct } from './page-models/key-pages.ts';
import { ZONE } from './page-models/local-time.ts';
import { expectMyDeadline, noticeField } from './page-models/notice-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

const STORE_ZONE = 'America/Los_Angeles';
const ORDER = '113-4567890-1234567';
const MAIL = `A-to-z Guarantee claim on order ${ORDER}: please provide the delivery record.`;
const SAYS = {
  'zh-CN': { scene: '回复 A-to-z 索赔', event: '平台要求举证', clock: '回复亚马逊索要的信息' },
  en: {
    scene: 'Answer an A-to-z claim',
    event: 'Evidence requested',
    clock: "Answer Amazon's information request",
  },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** An instant as the clock on the store's wall shows it, as a date-and-time field takes it. */
function onStoresWall(instant: number): string {
  const [day = '', time = ''] = new Date(instant)
    .toLocaleString('sv-SE', { timeZone: STORE_ZONE })
    .split(' ');
  return `${day}T${time.slice(0, 5)}`;
}

/** What the steps in between bring, put in by script: they are walked elsewhere. */
async function prepareMaterial({ client, files }: PreparedDesk, caseId: string): Promise<void> {
  const [itemId = ''] = await takeIn(
    client,
    [await putFile(files, 'delivery.png', await screenshot(71, 90, 70))],
    caseId,
  );
  await client.requirements.meet({ caseId, requirementId: 'delivery-record', itemIds: [itemId] });
  await stateFact(client, caseId, itemId, '包裹已签收。');
  await exportCase(client, caseId);
}

describe.each(['zh-CN', 'en'] as const)(
  'a matter that begins with a message and no list of orders (%s)',
  (language) => {
    test(
      'the mail is kept, what it asks for starts a clock with both readings, and the answer is filed',
      { timeout: 120_000 },
      async () => {
        const desk = await openPreparedDesk(browser, { language }, 0);
        try {
          const { page, t, hands, client } = desk;
          const says = SAYS[language];
          const store = await client.stores.create({
            platform: 'amazon',
            name: 'Harbour goods',
            zone: STORE_ZONE,
          });
          await desk.go(`/cases/new?what=dispute&store=${store.id}&orders=${ORDER}`);
          await hands.choose(page.getByRole('radio', { name: says.scene, exact: true }));
          await hands.press(page.getByRole('button', { name: t('cases:create.open') }));
          await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
          await openStep(desk, 'notice');
          await sectionNamed(page, t('cases:side.next')).getByText(t('today:next-record-event')).waitFor();
          const [, caseId = ''] = /cases\/([^/]+)/.exec(page.url()) ?? [];

          await hands.write(noticeField(desk), MAIL);
          await page.getByText(t('notices:step.inText', { count: 1, inCase: 1 })).waitFor();
          const clocks = sectionNamed(page, t('notices:step.clocks'));
          await clocks.getByText(t('notices:step.clocks.onlyEvents')).waitFor();
          await desk.shot(`h01-mail-${language}`);

          const happened = sectionNamed(page, t('events:title'));
          const minute = Math.floor(Date.now() / 60_000) * 60_000;
          const asked = minute - 5 * HOUR;
          await hands.press(happened.getByRole('button', { name: t('events:add') }));
          const save = happened.getByRole('button', { name: t('events:save') });
          await hands.choose(happened.getByRole('radio', { name: says.event, exact: true }));
          await expect.poll(() => save.isDisabled()).toBe(true);
          await happened.getByLabel(t('events:at')).fill(onStoresWall(asked));
          const here = t.format.instant(asked, ZONE, Date.now());
          await happened
            .getByText(t('events:at.here', { zone: t('ui:zone-America/Los_Angeles'), when: here }))
            .waitFor();
          await hands.write(happened.getByLabel(t('events:note')), 'Re: claim');
          await desk.shot(`h02-event-${language}`);
          await hands.press(save);
          await expectMyDeadline(desk, asked + 48 * HOUR);

          // Both readings stand there, the earlier first, explained in the platform's own time, which is named.
          const inStoresZone = (at: number): string =>
            t('ui:inZone', {
              when: t.format.deadline(at, STORE_ZONE, Date.now()),
              zone: t('ui:zone-America/Los_Angeles'),
            });
          await clocks.getByText(says.clock, { exact: true }).waitFor();
          const readings = page.getByRole('radiogroup', { name: t('deadlines:readings') });
          await expect
            .poll(() => readings.locator('label').allInnerTexts())
            .toEqual([48, 72].map((hours) => inStoresZone(asked + hours * HOUR)));
          await desk.shot(`h03-clock-${language}`);

          // The mail was read once more: an hour earlier.
          const line = happened.getByRole('listitem').filter({ hasText: says.event });
          await hands.press(line.getByRole('button', { name: t('events:edit') }));
          await happened.getByLabel(t('events:at')).fill(onStoresWall(asked - HOUR));
          const [was, willBe] = [48, 47].map((hours) => inStoresZone(asked + hours * HOUR));
          await happened.getByText(`${was} → ${willBe}`, { exact: false }).waitFor();
          await desk.shot(`h03b-moves-${language}`);
          await hands.press(happened.getByRole('button', { name: t('events:save.again') }));
          await expectMyDeadline(desk, asked + 47 * HOUR);

          // Taken away, nothing runs; taken back, it runs again.
          await hands.press(line.getByRole('button', { name: t('events:remove') }));
          await page.locator('.case-clock-line').waitFor({ state: 'detached' });
          await pressAct(desk, 'mod+z');
          await expectMyDeadline(desk, asked + 47 * HOUR);
          await desk.shot(`h04-again-${language}`);

          await prepareMaterial(desk, caseId);
          await page.reload();
          await openStep(desk, 'submission');
          // Anything that happens later is told from every step.
          await hands.press(page.getByRole('button', { name: t('events:open') }));
          const dialog = page.getByRole('dialog', { name: t('events:title') });
          await dialog.getByRole('listitem').filter({ hasText: says.event }).waitFor();
          await desk.shot(`h05-dialog-${language}`);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
          await recordSubmission(desk, {
            platformNumber: 'AZ-1',
            receipt: await picture('receipt.png', 300, 200),
            spends: 1,
            uncounted: true,
          });
          await expectChances(desk, { spent: 1 });
          await expect.poll(() => page.locator('.case-clock-line').count()).toBe(0);
          await desk.shot(`h06-filed-${language}`);
          expect(desk.problems).toEqual([]);
        } finally {
          await desk.shot(`h-last-${language}`);
          await desk.close();
        }
      },
    );
  },
);
