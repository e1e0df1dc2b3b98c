import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseStage } from '../../shared/cases/index.ts';
import { exportCase, file, MALICIOUS_ORDER, type PreparedCase } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { readMaterial } from '../helpers/packet-folder.ts';
import { pdfFile, screenshot } from './inputs.ts';
import {
  enterPriorAttempt,
  expectChances,
  exportMaterial,
  openStep,
  recordDecision,
  settleAttempt,
  tickEffect,
} from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { instantOf, localOf, ZONE } from './page-models/local-time.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';
import { renameCase } from './page-models/room-pages.ts';

const DAY = 24 * HOUR;
const PROMISED = '该买家造成的不良订单不计入卖家服务等级指标';

const desk = onePreparedDesk({ language: 'zh-CN' });

/** A case that was filed forty days ago, shown where its decision is recorded. */
async function openFiledCase(name: string): Promise<PreparedCase> {
  const prepared = await desk.openReadyCase('packet');
  const packetId = await exportCase(desk.client, prepared.caseId);
  await file(desk.client, prepared, packetId, Date.now() - 40 * DAY);
  await desk.showCase(prepared.caseId, 'decision');
  await renameCase(desk, name);
  await desk.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return prepared;
}

async function expectNext(words: string): Promise<void> {
  const { page, t } = desk;
  await sectionNamed(page, t('cases:side.next')).getByText(words, { exact: true }).waitFor();
}

/** Waits until the list of cases says this of a case, and goes back to the case by it. */
async function expectInList(name: string, stage: CaseStage): Promise<void> {
  const { page, t } = desk;
  await desk.go('/cases');
  const row = page
    .getByRole('grid', { name: t('cases:title') })
    .getByRole('row')
    .filter({ hasText: name });
  await row.getByText(t(`cases:stage.${stage}`), { exact: true }).waitFor();
  // What is decided runs no clock any more.
  await row.getByText(t('cases:due.none'), { exact: true }).waitFor();
  await row.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** The decision as it stands in the list of the step, and no form for another one. */
async function expectRecorded(outcome: string, words: string): Promise<void> {
  const { page, t } = desk;
  const row = page
    .getByRole('list', { name: t('submissions:decision.earlier') })
    .getByRole('listitem')
    .filter({ hasText: outcome });
  await row.getByText(words).waitFor();
  await sectionNamed(page, t('submissions:decision.title')).waitFor({ state: 'detached' });
}

describe('every way a case can end is recorded, and what follows from it is shown', () => {
  test('partly upheld: what was promised is to be looked after, and stands on Today once it is late', async () => {
    const { page, t } = desk;
    const { caseId } = await openFiledCase('部分成立的一件');
    const at = page.getByLabel(t('submissions:decision.at'));
    const save = page.getByRole('button', { name: t('submissions:decision.save') });
    await page.getByRole('radio', { name: t('submissions:outcome.partly-upheld'), exact: true }).check();
    await at.fill(localOf(Date.now() - 50 * DAY));
    await page.getByText(t('submissions:decision.beforeFiling'), { exact: true }).waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await at.fill(localOf(Date.now() - 30 * DAY));
    await recordDecision(desk, 'partly-upheld', '两笔里支持了一笔');
    await expectRecorded(t('submissions:outcome.partly-upheld'), '两笔里支持了一笔');
    await page.getByText(t('submissions:says.partly-upheld')).waitFor();
    await expectNext(t('today:next-check-effects', { left: 1 }));
    await desk.shot('75-partly-upheld');

    await desk.go('/');
    const effects = page.getByRole('list', { name: t('today:effects') });
    const late = effects.getByRole('listitem').filter({ hasText: '部分成立的一件' });
    await late.getByText(PROMISED, { exact: true }).waitFor();
    await expect.poll(() => late.innerText()).toMatch(/逾期/);
    await desk.shot('76-today-effects');
    await late.getByRole('link', { name: t('today:checkCase', { title: '部分成立的一件' }) }).click();

    const promised = page.getByRole('list', { name: t('followThrough:promised') });
    await promised.getByText(t('followThrough:overdue')).waitFor();
    await tickEffect(desk, PROMISED);
    await promised.getByText(t('followThrough:overdue')).waitFor({ state: 'detached' });
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today'), exact: true }).waitFor();
    await effects.waitFor({ state: 'detached' });
    await desk.showCase(caseId, 'follow-through');
    await desk.shot('77-one-seen');
    // The answer was half a no: somebody is to be spoken to, and then nothing is left.
    await expectNext(t('today:next-take-way-on'));
    await desk.client.contacts.record({ caseId, channel: 'support-chat', contactedAt: Date.now() });
    await expectNext(t('today:next-closed'));
    await desk.go('/cases');
    await page
      .getByRole('row')
      .filter({ hasText: '部分成立的一件' })
      .getByText(t('cases:stage.decided'), { exact: true })
      .waitFor();
  });

  test('withdrawn: the chance is gone all the same, and nothing is promised', async () => {
    const { page, t } = desk;
    await openFiledCase('撤回的一件');
    await recordDecision(desk, 'withdrawn', '和买家谈好了');
    await expectRecorded(t('submissions:outcome.withdrawn'), '和买家谈好了');
    await page.getByText(t('submissions:says.withdrawn')).waitFor();
    await expectChances(desk, { spent: 2 });
    await expectNext(t('today:next-closed'));
    await desk.shot('78-withdrawn');
    await expectInList('撤回的一件', 'decided');
    await openStep(desk, 'follow-through');
    await expect.poll(() => page.getByRole('list', { name: t('followThrough:promised') }).count()).toBe(0);
  });

  test('lapsed: a case that was never filed is over, and its chances with it', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('decision');
    await renameCase(desk, '过了时限的一件');
    // Nothing was filed: what only a platform can say is not offered.
    await page.getByText(t('submissions:decision.notSubmitted')).waitFor();
    await expect.poll(() => page.getByRole('radio').count()).toBe(2);
    await recordDecision(desk, 'lapsed', '');
    await expectRecorded(t('submissions:outcome.lapsed'), t('submissions:says.lapsed'));
    await expectChances(desk, { lapsed: 2 });
    await expectNext(t('today:next-closed'));
    await desk.shot('79-lapsed');
    await expectInList('过了时限的一件', 'decided');
  });

  test('not filed: only with its reason, and the chances are kept for a better case', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('decision');
    await renameCase(desk, '不交的一件');
    await page.getByRole('radio', { name: t('submissions:outcome.not-filed'), exact: true }).check();
    await page.getByText(t('submissions:decision.reason.needed')).waitFor();
    const save = page.getByRole('button', { name: t('submissions:decision.save') });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.getByLabel(t('submissions:decision.reason.notFiled')).fill('看不出是同行，先不报');
    await save.click();
    await expectRecorded(t('submissions:outcome.not-filed'), '看不出是同行，先不报');
    await expectChances(desk, { left: 2 });
    await expectNext(t('today:next-closed'));
    await desk.shot('80-not-filed');
    await expectInList('不交的一件', 'decided');

    // Today asks nothing of it any more, and the same orders may go into another case.
    await desk.go('/');
    await page.getByRole('heading', { level: 1, name: t('app:today'), exact: true }).waitFor();
    await page.locator('main .ad-loading').first().waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('main').getByText('不交的一件').count()).toBe(0);
    const again = await desk.client.cases.create({
      storeId: desk.storeId,
      scenarioId: MALICIOUS_ORDER,
      orderNumbers: [...orders],
    });
    await desk.showCase(again.id, 'orders');
    await expectChances(desk, { held: 2 });
  });
});

describe('what was handed in before is kept with everything that is known of it', () => {
  test('the files of an earlier attempt open from the case, and are in nothing that is exported', async () => {
    const { page, t } = desk;
    const { caseId, orders } = await desk.openReadyCase('orders');
    const [picture, paper] = [await screenshot('上次的截图.png', 350, 260), pdfFile('上次的说明.pdf')];
    // As older Chinese programs write a text: GBK.
    const text = {
      name: '上次的聊天.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('c4e3bac3a3acc2f2bcd2', 'hex'),
    };
    await enterPriorAttempt(desk, {
      order: orders[0] ?? '',
      state: 'unknown',
      madeAt: '2026-10-08T09:30',
      madeBy: '前任运营小王',
      platformNumber: 'R-OLD-9',
      sentText: '买家恶意拍下不付款，请处理',
      result: '举报不成立：证据不足',
      files: [picture, paper, text],
    });
    const earlier = sectionNamed(page, t('attempts:title')).locator('details');
    await earlier.locator('summary').click();
    const madeAt = t.format.instant(instantOf('2026-10-08T09:30'), ZONE, Date.now());
    for (const known of [
      `前任运营小王 · ${madeAt}`,
      'R-OLD-9',
      '买家恶意拍下不付款，请处理',
      '举报不成立：证据不足',
    ])
      await earlier.getByText(known, { exact: true }).waitFor();

    await earlier.getByRole('button', { name: picture.name }).click();
    const preview = page.getByRole('dialog', { name: picture.name });
    const shown = await preview.getByRole('img', { name: picture.name }).getAttribute('src');
    const bytes = await page.evaluate(
      async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())],
      shown ?? '',
    );
    expect(Buffer.from(bytes).equals(picture.buffer)).toBe(true);
    await desk.shot('81-earlier-file');
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'hidden' });
    await earlier.getByRole('button', { name: paper.name }).click();
    await page
      .getByRole('dialog', { name: paper.name })
      .getByText(t('requirements:preview.hash', { hash: sha256Of(paper.buffer) }))
      .waitFor();
    await page.keyboard.press('Escape');
    await earlier.getByRole('button', { name: text.name }).click();
    const read = page.getByRole('dialog', { name: text.name });
    await read.getByText('你好，买家', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await read.waitFor({ state: 'hidden' });

    // At once, not only when the page is opened again: they are no exhibits of this case.
    await openStep(desk, 'evidence');
    const exhibits = page.getByRole('list', { name: t('requirements:exhibits') }).getByRole('listitem');
    for (const { name } of [picture, paper, text]) {
      const row = exhibits.filter({ has: page.locator(`input[value="${name}"]`) });
      await row.getByText(t('facts:exhibit.kept'), { exact: true }).waitFor();
    }
    await openStep(desk, 'orders');
    await settleAttempt(desk, 'left', '举报记录里查无此单');
    await openStep(desk, 'packet');
    await exportMaterial(desk, 1);
    // Not even where the originals go along.
    await exportCase(desk.client, caseId, true);
    const packets = await desk.client.packets.list({ caseId });
    expect(packets.length).toBe(2);
    for (const { folder } of packets) {
      const material = await readMaterial(join(desk.host.workspaceDir, 'exports', folder));
      expect(material.paths.length).toBeGreaterThan(3);
      for (const name of ['上次的截图', '上次的说明', '上次的聊天', 'R-OLD-9', '买家恶意拍下不付款，请处理'])
        expect(material.names(name), name).toBe(false);
      for (const { buffer } of [picture, paper, text])
        expect([...material.sha256Of.values()]).not.toContain(sha256Of(buffer));
    }
  });
});

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
