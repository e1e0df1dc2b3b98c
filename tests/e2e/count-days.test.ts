import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { chinaYear, yearFile } from '../helpers/calendar-year.ts';
import { HOUR } from '../helpers/core.ts';
import { withDatabase } from '../helpers/database.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk } from './page-models/prepared-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)('somebody who only wants to know a day (%s)', (language) => {
  test(
    'counts working days over a holiday, and is told what lies beyond the notices',
    { timeout: 60_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language }, 0);
      try {
        const { page, t } = desk;
        await desk.go('/deadlines');
        const count = sectionNamed(page, t('deadlines:count'));
        await count.getByLabel(t('deadlines:countFrom')).fill('2026-09-24');
        await count.getByLabel(t('deadlines:countDays')).fill('15');
        // Both days off of the autumn, and both worked weekends, lie between.
        await count.locator('.ad-ladder-end').getByText(t('ui:certainty-exact'), { exact: false }).waitFor();
        await expect
          .poll(() => count.locator('.ad-ladder-end').innerText())
          .toContain(t.format.legalDay('2026-10-22'));
        await expect.poll(() => count.locator('.ad-ladder').innerText()).toContain(t('ui:day-makeup-day'));
        const numbered = count.locator('.ad-ladder-counted', { has: page.getByText('2', { exact: true }) });
        await numbered.getByText(t('ui:daysCounted-working-day', { count: 2 }), { exact: true }).waitFor();
        await desk.shot(`c01-count-${language}`);
        await count.getByLabel(t('deadlines:countFrom')).fill('2027-02-03');
        await count
          .locator('.ad-ladder-end')
          .getByText(t('ui:certainty-estimate'), { exact: false })
          .waitFor();
        await desk.shot(`c02-estimate-${language}`);
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c-last-${language}`);
        await desk.close();
      }
    },
  );

  test(
    "brings a new year's working days in by a file, after its days were shown",
    { timeout: 60_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language }, 0);
      try {
        const { page, t } = desk;
        await desk.go('/deadlines');
        const calendars = sectionNamed(page, t('deadlines:calendars'));
        await calendars.getByText('2026-12-31', { exact: true }).waitFor();
        await calendars.scrollIntoViewIfNeeded();
        await desk.shot(`c05-calendars-${language}`);
        const drop = calendars.locator('input[type=file]');
        await drop.setInputFiles(await yearFile(chinaYear(2028)));
        await calendars
          .getByText(t('errors:INVALID_FILE-gap-in-years', { last: 2026, year: 2028 }))
          .waitFor();
        await drop.setInputFiles(await yearFile(chinaYear(2027)));
        const shown = page.getByRole('region', { name: t('deadlines:yearShown') });
        await shown.getByText(t.format.legalDay('2027-02-04'), { exact: false }).waitFor();
        await shown.scrollIntoViewIfNeeded();
        await desk.shot(`c06-year-${language}`);
        await shown.getByRole('button', { name: t('deadlines:yearAdd') }).click();
        await calendars
          .getByText(t('deadlines:yearAdded', { year: 2027, notices: '测试〔2026〕1号' }))
          .waitFor();
        const count = sectionNamed(page, t('deadlines:count'));
        await count.getByLabel(t('deadlines:countFrom')).fill('2027-01-28');
        await count.locator('.ad-ladder-end').getByText(t('ui:certainty-exact'), { exact: false }).waitFor();
        await count.getByRole('combobox', { name: t('deadlines:countCalendar') }).click();
        await page.getByRole('option', { name: language === 'en' ? /United States/ : /美国/ }).click();
        await count.locator('.ad-ladder-end').getByText(t('ui:certainty-library')).waitFor();
        await desk.shot(`c07-library-${language}`);
        await calendars.getByRole('button', { name: t('deadlines:yearRemove'), exact: false }).click();
        await calendars
          .getByText(t('deadlines:yearAdded', { year: 2027, notices: '测试〔2026〕1号' }))
          .waitFor({ state: 'detached' });
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c-last3-${language}`);
        await desk.close();
      }
    },
  );

  test(
    'sees on Today what it was reminded of, puts one off and is done with it',
    { timeout: 60_000 },
    async () => {
      const desk = await openPreparedDesk(browser, { language }, 0);
      try {
        const { page, t, hands, client } = desk;
        const storeId = await noticeStore(client, 'Harbour');
        for (const number of [1, 2])
          await openFromNotice(client, storeId, flaggedNumbers(1, 8000 + number), {
            // It ends within the hour, so that the next step is only seconds away.
            pageDeadline: Date.now() + HOUR + 3_000 * number,
          });
        await desk.go('/');
        const list = page.getByRole('list', { name: t('reminders:title') });
        await expect.poll(() => list.getByRole('listitem').count(), { timeout: 40_000 }).toBe(2);
        // How much is left stands in front and moves by itself; the line says what is to be done by then.
        const [first] = await client.reminders.list({});
        await list
          .getByText(t.pick(first?.title ?? { zh: '', en: '' }), { exact: true })
          .first()
          .waitFor();
        await expect.poll(() => list.getByText(t('reminders:step.1h'), { exact: false }).count()).toBe(0);
        await desk.shot(`c03-reminders-${language}`);
        // An older step of the same line was about to ring when the program stopped: the line says so.
        await expect.poll(() => list.getByText(t('reminders:unconfirmed'), { exact: false }).count()).toBe(0);
        withDatabase(
          desk.host.workspaceDir,
          (database) =>
            database
              .prepare(
                `INSERT INTO reminders (id, clock_id, step, due_at, planned_at, fires_at, appeared_at, claimed_at)
                   VALUES ('01890000-0000-7000-8000-000000000000', ?, '4h', ?, 1, 1, 1, 1)`,
              )
              .run(first?.clockId, first?.dueAt),
          { write: true },
        );
        await page.reload();
        await list.getByText(t('reminders:unconfirmed'), { exact: false }).waitFor();
        await desk.shot(`c03-reminders-unsure-${language}`);
        await hands.press(
          list.getByRole('button', { name: new RegExp(t('reminders:snooze', { span: '.+' })) }).first(),
        );
        await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
        await hands.press(list.getByRole('button', { name: t('reminders:seen') }).first());
        await list.waitFor({ state: 'detached' });
        expect(desk.problems).toEqual([]);
      } finally {
        await desk.shot(`c-last2-${language}`);
        await desk.close();
      }
    },
  );
});
