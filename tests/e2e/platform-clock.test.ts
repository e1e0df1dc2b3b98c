import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase } from '../helpers/case.ts';
import { screenshot } from './inputs.ts';
import { recordSubmission } from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

/**
 * Filed on Friday 2025-09-26 at 15:00 in Beijing. By hand, with the published calendar: 48 hours end on Sunday the 28th at
 * 15:00. Working days: the 28th (a worked Sunday) 1, 29th 2, 30th 3, then the holiday until 8 October; 9th 4, 10th 5,
 * 11th (a worked Saturday) 6, 13th 7, 14th–17th 8–11, 20th–23rd 12–15.
 */
const FILED_AT = '2025-09-26T15:00';
/** The day after, on which everything is looked at. */
const LOOKED_AT = new Date('2025-09-27T10:00:00+08:00');

/** What must stand on the screen, written out. */
const SAYS = {
  'zh-CN': {
    hours: '09-28 15:00',
    shortest: { from: '10-10 24:00', to: '10-13 24:00' },
    longest: { from: '10-13 24:00', to: '10-23 24:00' },
    walk: [
      '09-26 五 · 当天不计',
      '09-27 六 – 周末',
      '09-28 日 1 调休上班 · 国庆节、中秋节',
      '10-01 三 – 法定节假日 · 国庆节、中秋节',
      '10-08 三 – 法定节假日 · 国庆节、中秋节',
      '10-11 六 6 调休上班 · 国庆节、中秋节',
      '10-23 四 15 工作日',
    ],
    hoursWalk: '09-26 15:00 → 48 小时连着算，节假日也算，到 09-28 15:00',
    hoursQuote: '“举报结果快速反馈,最晚48小时给到处理结果”',
    daysQuote: '“相关团队一般会在7-15个工作日内完成审核”',
    left: '29 小时',
    leftInRoom: '26 天',
    review: '平台审核',
    gone: '2026-03-26 24:00',
  },
  en: {
    hours: 'Sep 28 15:00',
    shortest: { from: 'Oct 10 24:00', to: 'Oct 13 24:00' },
    longest: { from: 'Oct 13 24:00', to: 'Oct 23 24:00' },
    walk: [
      'Sep 26 Fri · the day itself does not count',
      'Sep 27 Sat – weekend',
      'Sep 28 Sun 1 worked weekend',
      'Oct 1 Wed – public holiday',
      'Oct 8 Wed – public holiday',
      'Oct 11 Sat 6 worked weekend',
      'Oct 23 Thu 15 working day',
    ],
    hoursWalk: 'Sep 26 15:00 → 48 hours, nights and holidays included, to Sep 28 15:00',
    hoursQuote: '“举报结果快速反馈,最晚48小时给到处理结果”',
    daysQuote: '“相关团队一般会在7-15个工作日内完成审核”',
    left: '29 h',
    leftInRoom: '26 days',
    review: 'Platform review',
    gone: 'Mar 26, 2026 24:00',
  },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['zh-CN', 'en'] as const)(
  'when the platform answers is said by its dates, and why (%s)',
  (language) => {
    const says = SAYS[language];
    let desk: PreparedDesk;
    beforeAll(async () => {
      desk = await openPreparedDesk(browser, { language }, 4);
      const { page, t } = desk;
      const { caseId } = await desk.openReadyCase('packet');
      await exportCase(desk.client, caseId);
      await desk.showCase(caseId, 'submission');
      await page.clock.setFixedTime(LOOKED_AT);
      await page.reload();
      await page.getByLabel(t('submissions:at')).fill(FILED_AT);
      await recordSubmission(desk, {
        platformNumber: 'R-48',
        receipt: await screenshot('receipt.png', 600, 400),
        spends: 2,
      });
    });
    afterAll(async () => {
      const { problems } = desk;
      await desk.close();
      expect(problems).toEqual([]);
    });

    test('every reading stands in the case with its own dates, its source and its walk over the days', async () => {
      const { page, t } = desk;
      const clock = sectionNamed(page, t('submissions:clocks'))
        .locator('.clock')
        .filter({ hasText: says.review });
      const readings = clock.locator('details');
      const lines = clock.locator('.clock-by');
      await lines.first().waitFor();
      const ends = [
        t('submissions:clock.by', { when: says.hours }),
        t('submissions:clock.between', { first: says.shortest.from, when: says.shortest.to }),
        t('submissions:clock.between', { first: says.longest.from, when: says.longest.to }),
      ];
      await expect
        .poll(() => lines.allInnerTexts())
        .toEqual(ends.map((end) => `${end} · ${t('ui:certainty-arguable')}`));
      for (const summary of await readings.locator('summary').all()) await summary.click();
      const [hours, , days] = await readings.all();
      if (hours === undefined || days === undefined) throw new Error('readings are missing');
      await hours.getByText(says.hoursQuote).waitFor();
      await hours.getByText(/^S1-11 · .*(未注明日期|undated)/).waitFor();
      expect(await stepsOf(hours)).toEqual([says.hoursWalk]);
      await days.getByText(says.daysQuote).waitFor();
      await days.getByText(/^S1-03 · /).waitFor();
      const walk = await stepsOf(days);
      for (const [place, line] of says.walk.entries())
        expect(
          walk.some((each) => each.startsWith(line)),
          `${place}: ${line} in ${walk.join('\n')}`,
        ).toBe(true);
      await desk.shot(`82-readings-${language}`);

      // In the head of the case: when to look, and until when there is no use in chasing.
      const theirs = t('cases:header.theirs', { when: says.longest.to });
      const lookAt = t('cases:header.lookAt', { when: says.hours });
      await expect
        .poll(() => page.locator('.case-clock-line').innerText())
        .toContain(`${theirs} · ${lookAt}`);
    });

    test('the room of deadlines names whose it is and its day, and explains each reading', async () => {
      const { page, t } = desk;
      await desk.go('/deadlines');
      const row = page
        .getByRole('grid', { name: t('app:deadlines') })
        .getByRole('row')
        .filter({ hasText: says.review });
      for (const cell of [
        says.leftInRoom,
        says.longest.to,
        t('deadlines:owner-theirs'),
        '2026-001 · Ivan Petrov',
      ])
        await row.getByText(cell, { exact: true }).waitFor();
      // What lies in another year is written with it, and in full.
      const gone = page.getByRole('row').filter({ hasText: t('deadlines:owner-vanishing') });
      const due = gone.getByText(says.gone, { exact: true });
      expect(await due.evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBe(0);
      // Beside its case, which is a way to there.
      await row.getByText(says.leftInRoom, { exact: true }).click();
      const why = (day: string): Locator => sectionNamed(page, t('deadlines:whyDay', { day }));
      await why(says.longest.to).getByText(says.daysQuote).waitFor();
      expect((await stepsOf(why(says.longest.to))).some((line) => line.startsWith(says.walk[6]))).toBe(true);
      const choices = page.getByRole('radiogroup', { name: t('deadlines:readings') });
      await choices.getByText(says.hours, { exact: true }).click();
      await why(says.hours).getByText(says.hoursQuote).waitFor();
      await why(says.hours).getByRole('link', { name: 'S1-11' }).waitFor();
      expect(await stepsOf(why(says.hours))).toEqual([says.hoursWalk]);
      await choices.getByText(says.shortest.to, { exact: true }).click();
      await why(says.shortest.to).getByRole('link', { name: 'AE-05' }).waitFor();
      await desk.shot(`83-deadlines-${language}`);
    });

    test('Today says when to look, and why then', async () => {
      const { page, t } = desk;
      await desk.go('/');
      const waiting = page.getByRole('list', { name: t('today:waiting') }).getByRole('listitem');
      await waiting.getByText(t('today:lookIn', { span: says.left }), { exact: true }).waitFor();
      await waiting.getByRole('button', { name: t('today:why') }).click();
      await sectionNamed(page, t('deadlines:whyDay', { day: says.longest.to })).waitFor();
      await desk.shot(`84-today-${language}`);
    });
  },
);

/** The lines of a ladder, each as it is read. */
const stepsOf = async (part: Locator): Promise<string[]> =>
  (await part.locator('.ad-ladder li').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim());
