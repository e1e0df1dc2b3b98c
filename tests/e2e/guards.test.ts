import { describe, expect, test } from 'vitest';
import { orderNumbers } from '../helpers/case.ts';
import {
  enterPriorAttempt,
  expectChances,
  openStep,
  savedPattern,
  settleAttempt,
} from './page-models/case-pages.ts';
import { sectionNamed } from './page-models/desk-window.ts';
import { pressAct } from './page-models/key-pages.ts';
import { onePreparedDesk } from './page-models/prepared-desk.ts';

const desk = onePreparedDesk({ language: 'zh-CN' });

/** Starts another case for typed order numbers. */
async function typeOrders(scene: string, numbers: string): Promise<void> {
  const { page, t } = desk;
  await desk.go('/cases/new?what=report');
  await page.getByRole('radio', { name: scene, exact: true }).check();
  await page.getByText(t('cases:create.orders.typed'), { exact: true }).click();
  await page.getByRole('textbox', { name: t('cases:create.typed') }).fill(numbers);
}

describe('the one chance is guarded before anything opens', () => {
  test('the same order in the same scene is refused, with the way to the first case', async () => {
    const { page, t } = desk;
    const { caseId, orders } = await desk.openReadyCase('orders');
    const [order = ''] = orders;
    const { record } = await desk.client.cases.get({ caseId });
    await typeOrders('恶拍下单', order);
    await page.getByText(t('cases:duplicate.refused', { number: order })).waitFor();
    const open = page.getByRole('button', { name: t('cases:create.open') });
    await expect.poll(() => open.isDisabled()).toBe(true);
    await desk.shot('20-refused');
    await page.getByRole('link', { name: t('cases:duplicate.open', { number: record.number }) }).click();
    await page.locator(`[aria-current=step][href^="/cases/${caseId}/"]`).waitFor();
  });

  test('in another scene it warns with both readings and waits until they were read', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('orders');
    const [order = ''] = orders;
    await typeOrders('恶意骚扰', order);
    await page.getByText(t('cases:duplicate.warn', { number: order, scene: '恶拍下单' })).waitFor();
    await expect.poll(() => page.locator('.both-readings .ad-quote').count()).toBeGreaterThanOrEqual(2);
    const open = page.getByRole('button', { name: t('cases:create.open') });
    await expect.poll(() => open.isDisabled()).toBe(true);
    await desk.shot('21-warned');
    await page.getByRole('checkbox', { name: t('cases:duplicate.accept') }).check();
    await open.click();
    await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
  });

  test('a violation has its one chance whichever order is named of it, and its number tells which it is', async () => {
    const { page, t, client } = desk;
    const scenarioId = 'kuaishou.violation.violation';
    const { id: storeId } = await client.stores.create({ platform: 'kuaishou', name: '快手店' });
    const [first = '', second = ''] = orderNumbers(2, 8000);
    const { number } = await client.cases.create({
      ...{ storeId, scenarioId, orderNumbers: [first], notice: { platformNumber: 'V-77' } },
    });
    await desk.go(`/cases/new?what=dispute&store=${storeId}&scenario=${scenarioId}&orders=${second}`);
    const open = page.getByRole('button', { name: t('cases:create.open') });
    // As long as nobody says its number, it may be the first one.
    await page.getByText(t('cases:duplicate.warn.matter')).waitFor();
    await expect.poll(() => open.isDisabled()).toBe(true);
    await desk.shot('22-perhaps-the-same');
    const field = page.getByRole('textbox', { name: t('cases:duplicate.matter') });
    await field.fill('V-77');
    const refused = page.getByText(t('cases:duplicate.refused.number', { number: 'V-77', first: number }));
    await refused.waitFor();
    await page.getByText(t('cases:duplicate.by-matter.same')).waitFor();
    await page.getByRole('link', { name: t('cases:duplicate.open', { number }) }).waitFor();
    await expect.poll(() => open.isDisabled()).toBe(true);
    await desk.shot('23-same-violation');
    await field.fill('V-78');
    await refused.waitFor({ state: 'detached' });
    await open.click();
    await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
    const caseId = /cases\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await expect.poll(async () => (await client.notices.get({ caseId }))?.platformNumber).toBe('V-78');
  });

  test('an order number that a spreadsheet rounded is named and not taken', async () => {
    const { page, t } = desk;
    await typeOrders('恶意骚扰', '8.01235E+15');
    await page.getByText(t('cases:create.typed.scientific', { number: '8.01235E+15' })).waitFor();
    await page.getByText(t('cases:create.selected', { count: 0 })).waitFor();
  });

  test('an attempt nobody is sure of blocks until somebody has looked', async () => {
    const { orders } = await desk.openReadyCase('orders');
    await enterPriorAttempt(desk, { order: orders[0] ?? '', state: 'unknown' });
    await settleAttempt(desk, 'left', '举报中心查无此单');
  });

  test('one entered by mistake is free again by a correction with a reason, which everybody sees', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('orders');
    const [order = ''] = orders;
    await enterPriorAttempt(desk, { order, state: 'spent', madeBy: '小王' });
    await expectChances(desk, { held: 1, spent: 1 });
    const earlier = sectionNamed(page, t('attempts:title')).locator('details');
    await earlier.locator('summary').click();
    await earlier.getByRole('button', { name: t('attempts:correct.open') }).click();
    const dialog = page.getByRole('dialog', { name: t('attempts:correct.title') });
    await dialog.getByLabel(t('attempts:correct.reason')).fill('小王交的是另一家店');
    await desk.shot('23-correct');
    await dialog.getByRole('button', { name: t('attempts:correct.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await earlier.getByText(t('attempts:corrected', { reason: '小王交的是另一家店' })).waitFor();
    await expectChances(desk, { held: 2 });
    const inTable = page.getByRole('grid', { name: t('cases:orders.title') });
    await expect.poll(() => inTable.getByText(t('attempts:state.held'), { exact: true }).count()).toBe(2);
    await desk.shot('24-corrected');
  });
});

describe('what is written is never lost', () => {
  test('two windows on one statement: the later one sees both and chooses', async () => {
    const { page, t } = desk;
    await desk.openReadyCase('statement');
    const mine = page.getByRole('textbox', { name: t('drafting:editor') });
    await mine.waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    const theirs = other.getByRole('textbox', { name: t('drafting:editor') });
    await theirs.click();
    // The first window is busy writing while the other one saves.
    await mine.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('我写的一句。');
    await other.keyboard.press('Control+End');
    await other.keyboard.insertText('那边写的一句。');
    const inFirst = sectionNamed(page, t('drafting:conflict.title'));
    const inOther = sectionNamed(other, t('drafting:conflict.title'));
    await Promise.race([inFirst.waitFor(), inOther.waitFor()]);
    const late = (await inFirst.isVisible()) ? page : other;
    await late.getByText(late === page ? '那边写的一句。' : '我写的一句。').waitFor();
    await late
      .getByText(late === page ? '我写的一句。' : '那边写的一句。')
      .first()
      .waitFor();
    await desk.shot('24-conflict');
    await late.getByRole('button', { name: t('drafting:conflict.mine') }).click();
    await late.getByText(savedPattern(desk)).waitFor();
    await other.close();
  });

  test('Ctrl+Z in the editor takes back what was written there, and nothing else', async () => {
    const { page, t } = desk;
    const { orders } = await desk.openReadyCase('statement');
    const editor = page.getByRole('textbox', { name: t('drafting:editor') });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('先写这一句。');
    await editor.getByText('先写这一句。').waitFor();
    await pressAct(desk, 'mod+z');
    await editor.getByText('先写这一句。').waitFor({ state: 'hidden' });
    await openStep(desk, 'orders');
    await page
      .getByRole('grid', { name: t('cases:orders.title') })
      .getByText(orders[0] ?? '')
      .waitFor();
  });
});
