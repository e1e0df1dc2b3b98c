import type { InputFile } from '../inputs.ts';
import type { DeskWindow } from './desk-window.ts';

/** The first question and naming the store. */
export async function answerFirstQuestion(desk: DeskWindow, storeName: string): Promise<void> {
  const { page, t } = desk;
  await page.getByRole('button', { name: t('onboarding:report') }).click();
  await desk.shot('01-first-question');
  await page.getByLabel(t('clients:storeName')).fill(storeName);
  await page.getByRole('button', { name: t('onboarding:goOn') }).click();
  await page.getByRole('heading', { level: 1, name: t('orders:import') }).waitFor();
}

/** Imports an order export and goes on to a new case. */
export async function importOrders(desk: DeskWindow, file: InputFile, taken: number): Promise<void> {
  const { page, t } = desk;
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('radio', { name: t('ui:zone-Asia/Shanghai') }).check();
  await desk.shot('02-import-preview');
  await page.getByRole('button', { name: t('orders:startImport', { count: taken }) }).click();
  await page.getByRole('link', { name: t('orders:thenCase') }).click();
  await page.getByRole('heading', { level: 1, name: t('cases:create.title') }).waitFor();
}

interface NewCaseInput {
  readonly scene: string;
  readonly buyer: string;
  readonly orders: readonly string[];
}

/** Opens a case: the scene, the buyer, the orders. */
export async function openCase(desk: DeskWindow, { scene, buyer, orders }: NewCaseInput): Promise<void> {
  const { page, t } = desk;
  await page.getByRole('radio', { name: scene, exact: true }).check();
  await page.getByRole('textbox', { name: t('cases:create.buyer'), exact: true }).fill(buyer.slice(0, 5));
  await page.getByRole('option', { name: buyer }).click();
  for (const order of orders) {
    await page.getByRole('checkbox', { name: t('ui:tickRow', { row: order }) }).check();
  }
  await desk.shot('03-new-case');
  await page.getByRole('button', { name: t('cases:create.open') }).click();
  await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
}
