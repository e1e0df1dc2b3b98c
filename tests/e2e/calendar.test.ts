import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, file, MALICIOUS_ORDER, orderNumbers, prepareCase } from '../helpers/case.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { leaveField, pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';

/** The day on which everything is looked at: a Monday before the long holiday. */
const NOW = new Date('2026-09-28T10:00:00+08:00');
const at = (text: string): number => Date.parse(text);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SAYS = {
  'zh-CN': {
    ...{ home: '示例家居店', kids: '示例童装店', midAutumn: '中秋节' },
    ...{ china: '中国大陆', weekdays: '周一至周五（没有节假日资料）', singapore: '新加坡' },
  },
  en: {
    ...{ home: 'Home & Garden', kids: 'Little Stars', midAutumn: 'Mid-Autumn Festival' },
    ...{
      china: 'Mainland China',
      weekdays: 'Monday to Friday (no holidays on record)',
      singapore: 'Singapore',
    },
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('deadlines on their days (%s)', (language) => {
  const says = SAYS[language];
  let desk: PreparedDesk;
  beforeAll(async () => {
    desk = await openPreparedDesk(browser, { language, theme: 'system' }, 4);
    const { client, page } = desk;
    await page.clock.setFixedTime(NOW);
    const home = await noticeStore(client, says.home);
    const kids = await noticeStore(client, says.kids);
    const due = async (storeId: string, number: number, pageDeadline: string): Promise<string> =>
      openFromNotice(client, storeId, flaggedNumbers(2, 100 * number), { pageDeadline: at(pageDeadline) });
    await due(home, 1, '2026-09-27T18:00:00+08:00');
    // The 24:00 of the 30th, and a full day.
    await due(home, 2, '2026-10-01T00:00:00+08:00');
    await due(kids, 3, '2026-10-12T15:07:00+08:00');
    for (let more = 0; more < 11; more += 1)
      await due(
        more % 2 === 0 ? home : kids,
        10 + more,
        `2026-10-12T${String(9 + more).padStart(2, '0')}:30:00+08:00`,
      );
    // Filed on the Saturday before: 48 hours by one reading, fifteen working days by another.
    const filed = await prepareCase(client, desk.files, {
      storeId: desk.storeId,
      orders: orderNumbers(2),
      scenarioId: MALICIOUS_ORDER,
      seed: 9,
    });
    await file(client, filed, await exportCase(client, filed.caseId), at('2026-09-26T15:00:00+08:00'));
    await page.reload();
  });
  afterAll(async () => {
    const { problems } = desk;
    await desk.close();
    expect(problems).toEqual([]);
  });

  const cell = (date: string): Locator => desk.page.locator(`[data-day="${date}"]`);
  const lines = (): Locator => desk.page.locator('.ad-day-line');
  const grid = (name: string): Locator => desk.page.getByRole('grid', { name, exact: true });
  const why = (day: string, time: string): Locator =>
    sectionNamed(desk.page, desk.t('deadlines:whyDay', { day: `${desk.t.format.legalDay(day)} ${time}` }));

  test('a month shows what ends on which day, whose it is, and on which days nobody works', async () => {
    const { page, t } = desk;
    await desk.go('/deadlines');
    await page.getByText(t('deadlines:view-month'), { exact: true }).click();
    await grid(t.format.month('2026-09-28')).waitFor();
    // What ends at midnight stands on the day that is over.
    const ours = cell('2026-09-30').getByRole('button');
    await ours.getByText('24:00', { exact: true }).waitFor();
    await expect.poll(() => ours.innerText()).toContain(says.home);
    await expect.poll(() => ours.innerText()).toContain(t('deadlines:end-mine'));
    await cell('2026-09-27').locator('.ad-seal-late').waitFor();
    await expect.poll(() => page.locator('.ad-calendar .ad-seal-late').count()).toBe(1);
    // The platform's, from its first look on.
    const look = cell('2026-09-28').getByRole('button');
    await expect.poll(() => look.innerText()).toContain(t('deadlines:end-look'));
    await expect.poll(() => look.innerText()).toContain('15:00');
    for (const [date, mark] of [
      ['2026-09-25', 'holiday'],
      ['2026-09-20', 'makeup-day'],
    ] as const)
      await cell(date)
        .getByText(t(`deadlines:mark-${mark}`), { exact: true })
        .waitFor();
    await cell('2026-09-25').getByText(says.midAutumn, { exact: true }).waitFor();
    await expect.poll(() => cell('2026-09-19').innerText()).toContain(t('ui:day-weekend'));
    await expect.poll(() => cell('2026-09-28').getAttribute('aria-current')).toBe('date');
    await desk.shot(`cal-1-month-${language}`);
  });

  test('the page is turned on and back; a full day says how many it leaves out, and reads in full', async () => {
    const { page, t } = desk;
    await page.getByRole('button', { name: t('deadlines:on-month') }).click();
    await grid(t.format.month('2026-10-28')).waitFor();
    await page.getByText(t('deadlines:lateBefore', { count: 1 })).waitFor();
    // The 28th to the 30th are 1 to 3, the 8th to the 10th 4 to 6, then 7 to 11 and 12 to 15.
    await cell('2026-10-22').getByText(t('deadlines:end-theirs'), { exact: true }).waitFor();
    const full = cell('2026-10-12');
    await expect.poll(() => full.locator('.ad-end').count()).toBe(3);
    await desk.shot(`cal-2-october-${language}`);
    await full.getByText(t('deadlines:moreEnds', { count: 9 })).click();
    await expect.poll(() => lines().count()).toBe(12);
    await desk.shot(`cal-3-day-${language}`);
    await lines().filter({ hasText: '15:07' }).click();
    await why('2026-10-12', '15:07').getByText(t('ui:ladderPage')).waitFor();
    await page
      .getByRole('complementary')
      .getByRole('link', { name: /^2026-\d+ · / })
      .waitFor();
    await desk.shot(`cal-4-why-${language}`);
    expect(await findings(desk, `calendar-day-${language}`, { part: '.ad-page' })).toEqual([]);
    await page.getByRole('button', { name: t('deadlines:closeDay') }).click();
    await lines().first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: t('deadlines:back-month') }).click();
    await grid(t.format.month('2026-09-28')).waitFor();
  });

  test('a week shows every item with its time, and an item explains itself', async () => {
    const { t } = desk;
    await desk.go('/deadlines?view=week&day=2026-10-14');
    await grid(t.format.dates('2026-10-12', '2026-10-18')).waitFor();
    const full = cell('2026-10-12').locator('.ad-end');
    await expect.poll(() => full.count()).toBe(12);
    const times = await full.locator('.ad-end-time').allInnerTexts();
    expect(times).toEqual(times.toSorted());
    await desk.shot(`cal-5-week-${language}`);
    await full.filter({ hasText: '15:07' }).click();
    await why('2026-10-12', '15:07').getByText(t('ui:ladderPage')).waitFor();
    await desk.shot(`cal-6-week-why-${language}`);
    // From the foot of a long day the explanation is still in sight.
    await full.last().click();
    await why('2026-10-12', '19:30').getByText(t('ui:ladderPage')).waitFor();
    const inSight = (): Promise<boolean> =>
      desk.page.locator('.ad-day-why').evaluate((reasons) => {
        const { top, bottom } = reasons.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      });
    await expect.poll(inSight).toBe(true);
    await desk.shot(`cal-8-week-foot-${language}`);
    expect(await findings(desk, `calendar-week-${language}`, { part: '.ad-page' })).toEqual([]);
  });

  test('a year without a notice is an estimate, and another calendar has days off of its own', async () => {
    const { page, t } = desk;
    await desk.go('/deadlines?view=month&day=2027-01-12');
    await cell('2027-01-01').getByText(t('deadlines:mark-estimate'), { exact: true }).waitFor();
    // The next year's notice may still give the last days of the one before away, and none further back.
    await cell('2026-12-31').getByText(t('deadlines:mark-estimate'), { exact: true }).waitFor();
    await expect
      .poll(() => cell('2026-12-29').getByText(t('deadlines:mark-estimate'), { exact: true }).count())
      .toBe(0);
    await page
      .getByText(t('deadlines:countKnown', { date: '2026-12-31' }))
      .first()
      .waitFor();
    await desk.shot(`cal-7-estimate-${language}`);
    const calendar = page.locator('.ad-calendar-select').getByRole('combobox');
    await desk.hands.pick(calendar, says.weekdays);
    await cell('2026-12-31').getByText(t('deadlines:mark-estimate'), { exact: true }).waitFor();
    await cell('2027-01-01')
      .getByText(t('deadlines:mark-holiday'), { exact: true })
      .waitFor({ state: 'detached' });
    // Public holidays by a library: the page says so, and each day when it is opened; one that goes by the moon may move.
    await desk.go('/deadlines?view=month&day=2027-03-10');
    await desk.hands.pick(calendar, says.singapore);
    await page
      .getByText(t('deadlines:pageMayMove'), { exact: false })
      .filter({ hasText: '2032-12-31' })
      .waitFor();
    const fasting = cell('2027-03-10');
    await fasting.getByText(t('deadlines:mark-estimate'), { exact: true }).waitFor();
    await fasting.click();
    const words = page.getByRole('complementary').locator('.ad-section-head .ad-hint');
    await expect.poll(() => words.innerText()).toContain(t('deadlines:mayMove'));
    await desk.shot(`cal-9-library-${language}`);
    await cell('2027-03-31').click();
    await expect.poll(() => words.innerText()).toContain(t('deadlines:byLibrary'));
    await expect.poll(() => words.innerText()).not.toContain(t('deadlines:mayMove'));
    await page.keyboard.press('Escape');
    await desk.hands.pick(calendar, says.china);
  });

  test('all of it by keyboard alone, and the room is found again as it was left', async () => {
    const { page, t } = desk;
    const { keyboard } = page;
    const focused = (target: Locator): Promise<void> => target.and(page.locator(':focus')).waitFor();
    await leaveField(desk);
    await pressAct(desk, 'g t');
    await page.getByRole('heading', { level: 1, name: t('app:today') }).waitFor();
    await pressAct(desk, 'g d');
    await grid(t.format.month('2026-09-28')).waitFor();
    await leaveField(desk);
    for (
      let tabs = 0;
      tabs < 60 && !(await cell('2026-09-28').evaluate((day) => day === document.activeElement));
      tabs += 1
    )
      await keyboard.press('Tab');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await focused(cell('2026-10-12'));
    await grid(t.format.month('2026-10-12')).waitFor();
    await keyboard.press('Enter');
    await focused(lines().first());
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await focused(page.locator('.ad-day-line[aria-expanded=true]'));
    await page.locator('.ad-day-why .ad-ladder').waitFor();
    await keyboard.press('Escape');
    await focused(cell('2026-10-12'));
    await pressAct(desk, 'w');
    await grid(t.format.dates('2026-10-12', '2026-10-18')).waitFor();
    await pressAct(desk, '[');
    await grid(t.format.dates('2026-10-05', '2026-10-11')).waitFor();
    await pressAct(desk, 't');
    await grid(t.format.dates('2026-09-28', '2026-10-04')).waitFor();
    await pressAct(desk, 'l');
    await grid(t('app:deadlines')).waitFor();
  });
});
