import type { InputFile } from '../inputs.ts';
import type { DeskWindow } from './desk-window.ts';

const PLATFORM = { zh: '速卖通', en: 'AliExpress' };

/** The first question and naming the store. */
export async function answerFirstQuestion(desk: DeskWindow, storeName: string): Promise<void> {
  const { page, t, hands } = desk;
  await hands.press(page.getByRole('button', { name: t('onboarding:report') }));
  await desk.shot('01-first-question');
  await hands.write(page.getByLabel(t('clients:storeName')), storeName);
  await hands.choose(page.getByRole('radio', { name: t.pick(PLATFORM), exact: true }));
  await hands.press(page.getByRole('button', { name: t('onboarding:goOn') }));
  await page.getByRole('heading', { level: 1, name: t('orders:import') }).waitFor();
}

/** Imports an order export and goes on to a new case. */
export async function importOrders(desk: DeskWindow, file: InputFile, taken: number): Promise<void> {
  const { page, t, hands } = desk;
  await hands.handIn(page.locator('main .ad-drop'), [file]);
  await hands.choose(page.getByRole('radio', { name: t('ui:zone-Asia/Shanghai') }));
  await desk.shot('02-import-preview');
  await hands.press(page.getByRole('button', { name: t('orders:startImport', { count: taken }) }));
  await hands.press(page.getByRole('link', { name: t('orders:thenCase') }));
  await page.getByRole('heading', { level: 1, name: t('cases:create.title') }).waitFor();
}

interface NewCaseInput {
  readonly scene: string;
  readonly buyer: string;
  readonly orders: readonly string[];
}

/** Opens a case: the scene, the buyer, the orders. */
export async function openCase(desk: DeskWindow, { scene, buyer, orders }: NewCaseInput): Promise<void> {
  const { page, t, hands } = desk;
  await hands.choose(page.getByRole('radio', { name: scene, exact: true }));
  const buyerField = page.getByRole('textbox', { name: t('cases:create.buyer'), exact: true });
  await hands.pickTyped(buyerField, buyer.slice(0, 5), buyer);
  const grid = page.getByRole('grid', { name: t('cases:create.orders') });
  await grid.getByText(orders[0] ?? '').waitFor();
  await hands.tickRows(grid, orders);
  await desk.shot('03-new-case');
  await hands.press(page.getByRole('button', { name: t('cases:create.open') }));
  await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
}
