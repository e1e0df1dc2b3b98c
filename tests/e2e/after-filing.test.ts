import { beforeEach, describe, expect, test } from 'vitest';
import { exportCase, file, prepareCase } from '../helpers/case.ts';
import { HOUR } from '../helpers/core.ts';
import { screenshot } from './inputs.ts';
import {
  dropEvidence,
  expectChances,
  exportMaterial,
  openStep,
  recordDecision,
  recordSubmission,
} from './page-models/case-pages.ts';
import { instantOf, localOf, ZONE } from './page-models/local-time.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';

const desk = onePreparedDesk({ language: 'zh-CN' });

/** A case that is filed: its material frozen, both questions answered, two hours ago. */
async function fileCase(platformNumber: string): Promise<void> {
  const { page, t } = desk;
  await desk.openReadyCase('packet');
  await exportMaterial(desk, 1);
  await openStep(desk, 'submission');
  await page.getByLabel(t('submissions:at')).fill(localOf(Date.now() - 2 * HOUR));
  await recordSubmission(desk, { platformNumber, receipt: await screenshot('receipt.png'), spends: 2 });
  await expectChances(desk, { spent: 2 });
}

describe('a screenshot on its way is not left behind', () => {
  test('what it belongs to can be saved once it is in', async () => {
    const { page, t } = desk;
    await fileCase('R-76');
    await openStep(desk, 'decision');
    await page.getByLabel(t('submissions:decision.at')).fill(localOf(Date.now() - HOUR));
    await page.getByRole('radio', { name: t('submissions:outcome.rejected'), exact: true }).check();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/upload', async (route) => {
      await held;
      await route.continue();
    });
    const save = page.getByRole('button', { name: t('submissions:decision.save') });
    await expect.poll(() => save.isEnabled()).toBe(true);
    await page.locator('main input[type=file]').setInputFiles(await screenshot('answer.png', 420, 300));
    await page.getByText(t('ui:waitsForFile')).waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    release();
    await page.locator('.exhibit-chosen').waitFor();
    await save.click();
    await page.getByText(t('submissions:decision.earlier')).first().waitFor();
    await page.unroute('**/upload');
    const [decision] = await desk.client.decisions.list({
      caseId: page.url().split('/cases/')[1]?.split('/')[0] ?? '',
    });
    const item = await desk.client.evidence.get({ itemId: decision?.itemId ?? '' });
    expect(item.fileName).toBe('answer.png');
  });
});

describe('what the platform sends back for more is not lost', () => {
  beforeEach(() => fileCase('R-77'));

  test('the same chance goes on with a clock of its own, and a second round is filed', async () => {
    const { page, t } = desk;
    await openStep(desk, 'decision');
    await page.getByLabel(t('submissions:decision.at')).fill(localOf(Date.now() - HOUR));
    await page.getByRole('radio', { name: t('submissions:outcome.returned'), exact: true }).check();
    const shown = localOf(Date.now() + 72 * HOUR);
    await page.getByLabel(t('notices:deadline.words')).fill(shown.replace('T', ' '));
    await desk.shot('30-returned');
    await recordDecision(desk, 'returned', '请补充聊天截图');

    // Not spent: the draft holds it again, and the page's own countdown runs.
    await expectChances(desk, { held: 2 });
    await page
      .locator('.case-clock')
      .getByText(t('cases:header.mine', { when: deadline(shown) }))
      .waitFor();
    await openStep(desk, 'submission');
    await page.getByText(t('submissions:says.returned')).waitFor();
    await page.getByText(t('submissions:again.unknown')).waitFor();
    await desk.shot('31-second-round');

    await openStep(desk, 'evidence');
    await dropEvidence(desk, [await screenshot('chat-more.png', 400, 800)], 4);
    await openStep(desk, 'packet');
    await exportMaterial(desk, 2);
    await openStep(desk, 'submission');
    await recordSubmission(desk, {
      platformNumber: 'R-78',
      receipt: await screenshot('receipt-2.png', 640, 400),
      spends: 2,
      again: true,
    });

    const filed = page.getByRole('list', { name: t('submissions:earlier') }).getByRole('listitem');
    await expect.poll(() => filed.count()).toBe(2);
    for (const [round, number] of [
      [1, 'R-77'],
      [2, 'R-78'],
    ] as const) {
      await filed
        .filter({ hasText: t('submissions:round', { round }) })
        .getByText(number)
        .waitFor();
    }
    // The platform has answered the first: only the second can still have been recorded by mistake.
    await expect.poll(() => filed.getByRole('button', { name: t('submissions:correct') }).count()).toBe(1);
    await expectChances(desk, { spent: 2 });
    await sectionNamed(page, t('cases:side.next')).getByText(t('today:next-wait')).waitFor();
    await desk.shot('32-both-rounds');
  });
});

describe('what the platform asks for more of, and has, is added to', () => {
  test('without another chance, and counted as a supplement by the rule that says how many there are', async () => {
    const { page, t, client, files } = desk;
    const { id: storeId } = await client.stores.create({ platform: 'shopee', name: '要补材料的店' });
    const scenarioId = 'shopee.penalty-points.points';
    const prepared = await prepareCase(client, files, { storeId, orders: [], scenarioId, seed: 91 });
    const { caseId } = prepared;
    await client.notices.save({ caseId, text: '扣分通知', issuedAt: Date.now() - 24 * HOUR });
    await file(client, prepared, await exportCase(client, caseId), Date.now() - 2 * HOUR);
    await client.events.save({ caseId, event: 'evidence-requested', happenedAt: Date.now() - HOUR });
    await exportCase(client, caseId);

    await desk.showCase(caseId, 'submission');
    await page.getByText(t('submissions:again.supplement', { count: 1, used: 0 })).waitFor();
    await sectionNamed(page, t('cases:side.next')).getByText(t('today:next-supplement')).waitFor();
    // The stamp beside it says the same.
    const chance = sectionNamed(page, t('attempts:title'))
      .locator('.chances > div')
      .getByText(t('attempts:state.spent'), { exact: true });
    await chance.waitFor();
    await desk.shot('33-asked-for-more');
    await recordSubmission(desk, {
      ...{ platformNumber: 'R-79', receipt: await screenshot('receipt-3.png', 640, 400) },
      ...{ spends: 'matter', again: true },
    });
    const filed = page.getByRole('list', { name: t('submissions:earlier') }).getByRole('listitem');
    await expect.poll(() => filed.count()).toBe(2);
    await chance.waitFor();
    await sectionNamed(page, t('cases:side.next')).getByText(t('today:next-wait')).waitFor();
    await expect.poll(() => filed.getByText(t('submissions:spend.done.whole')).count()).toBe(1);
    await filed.getByText(t('submissions:again.title')).waitFor();
    // The first one stands as long as something was added to it.
    await expect.poll(() => filed.getByRole('button', { name: t('submissions:correct') }).count()).toBe(1);
    await desk.shot('34-supplement');
  });
});

describe('a filing recorded by mistake is put right in the open', () => {
  beforeEach(() => fileCase('R-WRONG'));

  test('only a written reason gives the chances back, and both records stay to be seen', async () => {
    const { page, t } = desk;
    // No toast offers to take the filing back: it is none of the acts that undo.
    await page.locator('.ad-toast', { hasText: t('acts:submissions.record') }).waitFor();
    await expect
      .poll(() =>
        page
          .locator('.ad-toast')
          .getByRole('button', { name: t('app:undo') })
          .count(),
      )
      .toBe(0);

    await page.getByRole('button', { name: t('submissions:correct') }).click();
    const dialog = page.getByRole('dialog', { name: t('submissions:correct.title') });
    const save = dialog.getByRole('button', { name: t('submissions:correct.save') });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByLabel(t('submissions:correct.reason')).fill('记错了案件，平台上没有交过');
    await desk.shot('33-correcting');
    await save.click();
    await dialog.waitFor({ state: 'hidden' });

    const filed = page.getByRole('list', { name: t('submissions:earlier') }).getByRole('listitem');
    await filed.getByText('记错了案件，平台上没有交过').waitFor();
    await expectChances(desk, { held: 2 });
    await expect.poll(() => page.locator('.case-clock').count()).toBe(0);
    await desk.shot('34-corrected');

    await recordSubmission(desk, {
      platformNumber: 'R-RIGHT',
      receipt: await screenshot('receipt-3.png', 500, 400),
      spends: 2,
    });
    await filed.getByText('R-RIGHT').waitFor();
    await filed.getByText('R-WRONG').waitFor();
    await expectChances(desk, { spent: 2 });
  });
});

/** A field's date and time as the window writes a deadline. */
function deadline(local: string): string {
  return desk.t.format.deadline(instantOf(local), ZONE, Date.now());
}
