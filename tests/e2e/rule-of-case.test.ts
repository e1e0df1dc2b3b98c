import { describe, expect, test } from 'vitest';
import { findings } from '../a11y/axe.ts';
import { FLAGGED_ORDERS } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { flaggedNumbers, noticeStore, noticeText } from '../helpers/notice-case.ts';
import { installUpdate, SAID_BEFORE, SHORTER, signedUpdate, WINDOW } from '../helpers/pack-update.ts';
import { pasteNotice } from './page-models/notice-pages.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';
import { expectRuleOpen } from './page-models/rulebook-pages.ts';

const APPEAL_WINDOW = 'AE-15';

describe.each(['zh-CN', 'en'] as const)('a rule that is opened from a case (%s)', (language) => {
  const desk = onePreparedDesk({ language, theme: 'system' }, 0);
  const figures = () => desk.page.locator('.ad-rule-facts > dd').first();
  const has = (words: string) => expect.poll(() => figures().innerText()).toContain(words);

  test('stands as the case keeps it, says so, and leads to today and back', async () => {
    const { page, t, hands, client, showCase } = desk;
    const storeId = await noticeStore(client);
    const orders = flaggedNumbers(1, 9800);
    const { id: caseId, number } = await client.cases.create({
      ...{ storeId, scenarioId: FLAGGED_ORDERS, orderNumbers: orders },
      notice: { text: noticeText(orders), issuedAt: Date.now() - HOUR },
    });
    await installUpdate(client, await signedUpdate('taobao', [SHORTER]));
    await showCase(caseId, 'check');
    await hands.press(page.getByRole('link', { name: WINDOW, exact: true }).first());
    await expectRuleOpen(desk, WINDOW);
    const note = page.getByRole('note').filter({ hasText: t('rulebook:ofCase') });
    await note.waitFor();
    await has('72');
    const found = await client.cases.rule({ caseId, ruleId: WINDOW });
    const which = t('rulebook:ofCase.instant', {
      which: t('rulebook:instant-notice'),
      day: found?.day ?? '',
    });
    await note.getByText(which, { exact: true }).waitFor();
    const { version = '', versionToday = '' } = found ?? {};
    await note
      .getByText(t('rulebook:ofCase.edition', { version, today: versionToday }), { exact: true })
      .waitFor();
    await desk.shot(`k1-rule-of-case-${language}`);
    expect(await findings(desk, `rule-of-case-${language}`)).toEqual([]);
    await hands.press(note.getByRole('link', { name: t('rulebook:ofCase.today') }));
    await note.waitFor({ state: 'hidden' });
    await has('48');
    await expect.poll(() => figures().innerText()).not.toContain('72');
    await page.goBack();
    await note.waitFor();
    await has('72');
    await hands.press(note.getByRole('link', { name: t('rulebook:conflictCase', { number }) }));
    await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
    await expect.poll(() => page.url()).toContain(caseId);
  });

  test('stands as its day chose it, and a day that is asked for goes before', async () => {
    const { page, t, client, storeId } = desk;
    const [scenarioId = ''] = (await client.rulebook.rule({ ruleId: APPEAL_WINDOW })).scenarios;
    const { id: caseId } = await client.cases.create({ storeId, scenarioId, noticeDate: '2020-09-01' });
    await desk.go(`/rulebook?rule=${APPEAL_WINDOW}&case=${caseId}`);
    const days = (count: number) =>
      page
        .locator('.ad-rule-facts > dd')
        .first()
        .getByText(new RegExp(`(?<!\\d)${count}(?!\\d)`));
    await days(5).waitFor();
    await desk.shot(`k2-rule-of-day-${language}`);
    await page.getByLabel(t('rulebook:onDay'), { exact: true }).fill('2024-03-01');
    await page.getByText(t('rulebook:onDayRule', { date: '2024-03-01' }), { exact: true }).waitFor();
    await days(7).waitFor();
    // A link can name the day itself.
    await desk.go(`/rulebook?rule=${APPEAL_WINDOW}&on=2020-09-01`);
    await page.getByText(t('rulebook:onDayRule', { date: '2020-09-01' }), { exact: true }).waitFor();
    await days(5).waitFor();
  });

  test('before there is a case both readings are those of the day of its notice', async () => {
    const { page, t, client } = desk;
    await installUpdate(client, await signedUpdate('pinduoduo', SAID_BEFORE));
    const { id: storeId } = await client.stores.create({
      ...{ platform: 'pinduoduo', name: '多多小店', exportZone: 'Asia/Shanghai' },
    });
    const scenarioId = 'pinduoduo.violation.fake-transaction';
    const order = '230815-776688990011';
    await client.cases.create({ storeId, scenarioId, orderNumbers: [order] });
    await desk.go(`/cases/new?what=appeal&store=${storeId}&scenario=${scenarioId}`);
    await page.getByText(t('notices:found.empty')).waitFor();
    await pasteNotice(desk, `虚假交易通知：订单 ${order}，2026-09-10 10:00 发出。`);
    const panel = page.locator('.both-readings');
    await panel.waitFor();
    const { readings } = await client.rulebook.rule({ ruleId: 'PD-05N' });
    const source = (id: string): string => {
      const reading = readings.find((each) => each.id === id);
      return reading === undefined ? '' : t.pick(reading.source.title);
    };
    await expect.poll(() => panel.innerText()).toContain(source('before'));
    await expect.poll(() => panel.innerText()).not.toContain(source('stated'));
    await expect
      .poll(() => panel.getByRole('link', { name: 'PD-05N', exact: true }).first().getAttribute('href'))
      .toContain('on=2026-09-10');
    await panel.scrollIntoViewIfNeeded();
    await desk.shot(`k3-readings-before-${language}`);
    expect(await findings(desk, `readings-before-${language}`)).toEqual([]);
    // Nobody knows the day any more: the rules of today count.
    await page.getByLabel(t('notices:deadline.issuedAt')).fill('');
    await expect.poll(() => panel.innerText()).toContain(source('stated'));
  });
});
