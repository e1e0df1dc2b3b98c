import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { launchBrowser } from '../helpers/browser.ts';
import { exportCase, file, MALICIOUS_ORDER, orderNumbers, prepareCase } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, openFromNotice } from '../helpers/notice-case.ts';
import { pdfText, squeeze } from '../helpers/pdf.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { leaveField, pressAct } from './page-models/key-pages.ts';
import { openPreparedDesk, type PreparedDesk } from './page-models/prepared-desk.ts';
import { expectOnDuty, pickOperator, takeBack } from './page-models/room-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SAYS = {
  'zh-CN': {
    ...{ home: '示例家居店', next: '小林', secret: '王小姐的案子', site: '城东网点小李', wechat: '微信' },
    note: '答应家居店 10 点前回话。\n快递早上会回电。',
    answer: '看过了，先打快递电话。',
  },
  en: {
    ...{
      home: 'Home & Garden',
      next: 'Lynn',
      secret: 'The case of Ms Wang',
      site: 'Mr Li',
      wechat: 'WeChat',
    },
    note: 'Promised Home & Garden an answer by 10.\nThe courier calls back in the morning.',
    answer: 'Read. I call the courier first.',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('a shift goes from one operator to the next (%s)', (language) => {
  const says = SAYS[language];
  let desk: PreparedDesk;
  let late = '';
  let filed = '';
  const numberOf = async (caseId: string): Promise<string> =>
    (await desk.client.cases.get({ caseId })).record.number;

  beforeAll(async () => {
    desk = await openPreparedDesk(browser, { language, theme: 'system' }, 4);
    const { client, files } = desk;
    const home = await noticeStore(client, says.home);
    const now = Date.now();
    late = await openFromNotice(client, home, flaggedNumbers(2, 100), { pageDeadline: now - 2 * HOUR });
    await client.cases.update({ caseId: late, title: says.secret });
    await openFromNotice(client, home, flaggedNumbers(3, 200), { pageDeadline: now + 5 * HOUR });
    await openFromNotice(client, home, flaggedNumbers(1, 300), { pageDeadline: now + 70 * HOUR });
    const [need] = await client.asks.needs({ caseId: late });
    await client.asks.record({
      caseId: late,
      addressee: 'courier',
      addresseeName: says.site,
      requirementIds: need?.needs.map(({ requirementId }) => requirementId) ?? [],
      orderNumbers: flaggedNumbers(2, 100),
      channel: says.wechat,
      askedAt: now - HOUR,
    });
    const report = await prepareCase(client, files, {
      storeId: desk.storeId,
      orders: orderNumbers(2),
      scenarioId: MALICIOUS_ORDER,
      seed: 5,
    });
    filed = report.caseId;
    await file(client, report, await exportCase(client, filed), now - HOUR);
    await desk.page.reload();
    await desk.page.getByRole('heading', { level: 1, name: desk.t('app:today') }).waitFor();
  });
  afterAll(async () => {
    const { problems } = desk;
    await desk.close();
    expect(problems).toEqual([]);
  });

  const lines = (part: 'due' | 'changes' | 'asks' | 'held' | 'spent'): Locator =>
    sectionNamed(desk.page, desk.t(`handovers:part.${part}`)).getByRole('listitem');
  const act = (name: string): Locator => desk.page.getByRole('button', { name, exact: true });

  test('who works alone has the page all the same, and nothing waits for anybody', async () => {
    const { page, t } = desk;
    await page.getByRole('link', { name: t('handovers:act') }).click();
    await expect.poll(() => lines('due').count()).toBeGreaterThanOrEqual(2);
    await act(t('handovers:makeAlone')).waitFor();
    await expect.poll(() => page.getByLabel(t('handovers:to.label')).count()).toBe(0);
    await desk.shot(`handover-1-alone-${language}`);
    await act(t('handovers:makeAlone')).click();
    await page.getByRole('heading', { level: 1, name: t('handovers:sheet') }).waitFor();
    await expect.poll(() => act(t('handovers:take')).count()).toBe(0);
    await takeBack(desk, t('acts:handovers.make'));
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today') }).waitFor();
    await expect.poll(() => page.getByText(t('handovers:waiting.title')).count()).toBe(0);
  });

  test('the page says what ends, what was done, who was asked and whose drafts hold a chance', async () => {
    const { page, t, client } = desk;
    const { id: operatorId } = await client.operators.create({ name: says.next });
    await client.operators.setPin({ operatorId, pin: '2468' });
    await leaveField(desk);
    await pressAct(desk, 'g h');
    await page.getByRole('heading', { level: 1, name: t('handovers:title') }).waitFor();
    const [first, second] = [lines('due').nth(0), lines('due').nth(1)];
    await first.getByText(says.secret).waitFor();
    await first.locator('.ad-seal-late').waitFor();
    await second.getByText(says.home).waitFor();
    await lines('changes')
      .filter({ hasText: t('acts:submissions.record') })
      .waitFor();
    await lines('asks').filter({ hasText: says.site }).waitFor();
    await lines('held')
      .filter({ hasText: t('handovers:orders', { count: 3 }) })
      .waitFor();
    await lines('spent')
      .filter({ hasText: await numberOf(filed) })
      .waitFor();
    await page.getByLabel(t('handovers:note.label')).fill(says.note);
    await desk.hands.pick(page.getByRole('combobox', { name: t('handovers:to.label') }), says.next);
    await desk.shot(`handover-2-page-${language}`);
    expect(await findings(desk, `handover-page-${language}`, { part: '.ad-page' })).toEqual([]);
  });

  test('the choices change the page: a shorter look ahead, one person, a time that is over', async () => {
    const { page, t } = desk;
    const next = page.getByLabel(t('handovers:fact.next'), { exact: true });
    const kept = await next.inputValue();
    await next.fill('2020-01-01T08:00');
    await page.getByText(t('handovers:next.wrong')).waitFor();
    await expect.poll(() => act(t('handovers:make')).isDisabled()).toBe(true);
    await page.getByText(t('handovers:next.12'), { exact: true }).click();
    await expect.poll(() => next.inputValue()).toBe(kept);
    await lines('held').first().waitFor();
    const before = await lines('held').count();
    await desk.hands.pick(page.getByRole('combobox', { name: t('handovers:whose.label') }), says.next);
    await sectionNamed(page, t('handovers:part.changes'))
      .getByText(t('handovers:part.changes.none'))
      .waitFor();
    await desk.hands.pick(
      page.getByRole('combobox', { name: t('handovers:whose.label') }),
      t('handovers:everybody'),
    );
    await expect.poll(() => lines('held').count()).toBe(before);
  });

  test('it is copied for colleagues without the name of the case, and handed over', async () => {
    const { page, t } = desk;
    // The page itself may not read the clipboard: that it was copied is what its button says.
    await act(t('handovers:copy')).click();
    await act(t('ui:copied')).waitFor();
    await act(t('handovers:make')).click();
    await page.getByRole('heading', { level: 1, name: t('handovers:sheet') }).waitFor();
    const [made] = (await desk.client.handovers.list({ limit: 1 })).items;
    const { text } = await desk.client.handovers.text({ handoverId: made?.id ?? '', language });
    for (const said of [await numberOf(late), says.home, says.site, ...says.note.split('\n')])
      expect(text).toContain(said);
    expect(text).not.toContain(says.secret);
    await page.getByText(t('handovers:state.waiting')).waitFor();
    await desk.shot(`handover-3-made-${language}`);
    expect(await findings(desk, `handover-made-${language}`, { part: '.ad-page' })).toEqual([]);
    const download = page.waitForEvent('download');
    await act(t('handovers:print')).click();
    const printed = await download;
    expect(printed.suggestedFilename()).toMatch(/\.pdf$/);
    const pdf = squeeze(await pdfText(await readFile(await printed.path())));
    expect(pdf).toContain(squeeze(says.note.split('\n')[1] ?? ''));
    expect(pdf).toContain(await numberOf(late));
    expect(pdf).not.toContain(squeeze(says.secret));
    await desk.go('/');
    await page.getByRole('link', { name: t('handovers:open'), exact: true }).waitFor();
    await desk.shot(`handover-4-own-${language}`);
  });

  test('the next operator finds it on Today, reads it, and takes over by name and PIN', async () => {
    const { page, t } = desk;
    await desk.go('/');
    await pickOperator(desk, says.next);
    const gate = page.getByRole('dialog', { name: t('operators:whoActs') });
    await gate.getByLabel(t('operators:pinOf', { name: says.next })).fill('2468');
    await page.keyboard.press('Enter');
    await gate.waitFor({ state: 'hidden' });
    await page.getByText(t('handovers:waiting.title')).waitFor();
    await desk.shot(`handover-5-today-${language}`);
    expect(await findings(desk, `handover-today-${language}`, { part: '.ad-page' })).toEqual([]);
    // Whoever handed it over still sits at the desk: the next one says who they are where they take over.
    const [{ name: owner } = { name: '' }] = await desk.client.operators.list({});
    await pickOperator(desk, owner);
    await expectOnDuty(desk, owner);
    await page.getByRole('link', { name: t('handovers:open') }).click();
    await act(t('handovers:take')).click();
    const dialog = page.getByRole('dialog', { name: t('handovers:take.title') });
    const pin = dialog.getByLabel(t('operators:pinOf', { name: says.next }));
    await pin.fill('1357');
    await dialog.getByLabel(t('handovers:take.answer')).fill(says.answer);
    await dialog.getByRole('button', { name: t('handovers:take.do') }).click();
    await dialog.getByText(t('errors:WRONG_PIN')).waitFor();
    await desk.shot(`handover-6-take-${language}`);
    await pin.fill('2468');
    await dialog.getByRole('button', { name: t('handovers:take.do') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(t('handovers:state.taken', { name: says.next })).waitFor();
    await page.getByText(says.answer).waitFor();
    await expectOnDuty(desk, says.next);
    await desk.shot(`handover-7-taken-${language}`);
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today') }).waitFor();
    await expect.poll(() => page.getByText(t('handovers:waiting.title')).count()).toBe(0);
  });

  test('all of it by keyboard: the past ones are found, and taking over can be taken back', async () => {
    const { page, t } = desk;
    await leaveField(desk);
    await pressAct(desk, 'g h');
    await page.getByRole('heading', { level: 1, name: t('handovers:title') }).waitFor();
    await leaveField(desk);
    await pressAct(desk, 'v');
    const table = page.getByRole('grid', { name: t('handovers:past') });
    await table.getByText(t('handovers:state.taken', { name: says.next })).waitFor();
    await desk.shot(`handover-8-past-${language}`);
    expect(await findings(desk, `handover-past-${language}`, { part: '.ad-page' })).toEqual([]);
    await pressAct(desk, 'mod+z');
    await table.getByText(t('handovers:state.waiting')).waitFor();
  });
});
