import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { InputFile } from '../inputs.ts';
import { expectChosen } from './case-pages.ts';
import { sectionNamed, type DeskWindow } from './desk-window.ts';

/** The orders of the notice, each with what it still lacks. */
export const voucherList = ({ page, t }: DeskWindow): Locator =>
  page.getByRole('grid', { name: t('requirements:orders'), exact: true });

/** Opens one of the three views of the evidence step. */
export async function openView(
  { page, t, hands }: DeskWindow,
  view: 'orders' | 'asks' | 'exhibits',
): Promise<void> {
  const tab = page.getByRole('tab', { name: t(`requirements:view.${view}`) });
  await hands.press(tab);
  await page.locator('[role=tab][aria-selected=true]', { hasText: await tab.innerText() }).waitFor();
}

/** Waits until so many orders have every voucher. */
export async function expectReady(
  { page, t }: DeskWindow,
  counts: { readonly ready: number; readonly total: number },
): Promise<void> {
  await sectionNamed(page, t('requirements:orders'))
    .getByText(t('requirements:orders.ready', counts))
    .waitFor();
}

/** Drops files whose names say what they are; so many of them are recognised, and what is proposed is shown. */
export async function dropNamed(
  { page, t, hands }: DeskWindow,
  files: readonly InputFile[],
  recognised: number,
): Promise<Locator> {
  await hands.handIn(page.locator('main .ad-drop').first(), files);
  const proposals = sectionNamed(page, t('requirements:proposals'));
  await proposals
    .getByRole('button', { name: t('requirements:proposals.accept', { count: recognised }) })
    .waitFor({ timeout: 30_000 });
  return proposals;
}

/** Looks at a proposed file, and closes it again. */
export async function previewProposal({ page }: DeskWindow, proposals: Locator, name: string): Promise<void> {
  await proposals.getByRole('row').filter({ hasText: name }).click();
  const preview = page.getByRole('dialog', { name });
  await preview.getByRole('img', { name }).waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'hidden' });
}

/** Opens the vouchers of one order from the list. */
export async function openOrder(desk: DeskWindow, orderNumber: string): Promise<Locator> {
  const { page, t } = desk;
  const search = page.getByLabel(t('requirements:orders.search'));
  await search.fill(orderNumber);
  await voucherList(desk).getByRole('row').filter({ hasText: orderNumber }).click();
  return await openedOrder(desk, orderNumber);
}

/** The vouchers of the order that is open. */
export async function openedOrder({ page, t }: DeskWindow, orderNumber: string): Promise<Locator> {
  const drawer = page.getByRole('dialog', { name: t('requirements:order.title', { number: orderNumber }) });
  await drawer.waitFor();
  return drawer;
}

/** Goes back from an order to the whole list. */
export async function closeOrder(desk: DeskWindow, drawer: Locator): Promise<void> {
  const { page, t } = desk;
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.getByLabel(t('requirements:orders.search')).fill('');
}

/** One voucher of the order that is open. */
export const slotOf = (drawer: Locator, voucher: string): Locator =>
  drawer.getByRole('region', { name: voucher, exact: true });

/** Chooses a file straight onto a voucher, which then has so many. */
export async function fileOnSlot({ t }: DeskWindow, slot: Locator, file: InputFile, has = 1): Promise<void> {
  await slot.locator('input[type=file]').setInputFiles([file]);
  await slot.getByRole('button', { name: file.name }).first().waitFor({ timeout: 30_000 });
  await slot.getByText(t('requirements:ticked', { count: has })).waitFor();
}

/** Writes down a voucher that is nothing but text. */
export async function textOnSlot({ t, hands }: DeskWindow, slot: Locator, text: string): Promise<void> {
  await hands.press(slot.getByRole('button', { name: t('requirements:voucher.text') }));
  await hands.write(slot.getByLabel(t('requirements:voucher.text.label')), text);
  await hands.press(slot.getByRole('button', { name: t('requirements:text.save') }));
  await slot.getByText(t('requirements:ticked', { count: 1 })).waitFor();
}

/** Says that the page does not ask for this voucher of this order. */
export async function notAskedOnSlot({ t, hands }: DeskWindow, slot: Locator): Promise<void> {
  await hands.tick(slot.getByRole('checkbox', { name: t('requirements:notAsked') }));
  await slot.getByText(t('requirements:voucher.not-asked'), { exact: true }).waitFor();
}

interface BatchInput {
  /** How many orders are ticked. */
  readonly ticked: number;
  readonly voucher: string;
  /** How many of them nothing was said of yet: the others stay as they are. */
  readonly reaches: number;
}

type BatchAct =
  | { readonly act: 'not-asked' }
  | { readonly act: 'meet'; readonly exhibit: string }
  | { readonly act: 'unavailable'; readonly reason: string; readonly request: string };

/** Says the same of one voucher for all orders that are ticked in the list. */
export async function batch(desk: DeskWindow, input: BatchInput & BatchAct): Promise<void> {
  const { page, t, hands } = desk;
  const { ticked, voucher, reaches } = input;
  await hands.press(page.getByRole('button', { name: t('requirements:batch.selected', { count: ticked }) }));
  const dialog = page.getByRole('dialog', { name: t('requirements:batch.title', { count: ticked }) });
  await hands.pick(dialog.getByRole('combobox', { name: t('requirements:batch.voucher') }), voucher);
  await hands.choose(
    dialog.getByRole('radio', { name: t(`requirements:batch.act.${input.act}`), exact: true }),
  );
  await dialog
    .getByText(t('requirements:batch.reached', { count: reaches, rest: ticked - reaches }))
    .waitFor();
  if (input.act === 'meet')
    await hands.pick(dialog.getByRole('combobox', { name: t('requirements:voucher.pick') }), input.exhibit);
  if (input.act === 'unavailable') {
    // The screenshot of the request that was recorded is proposed by itself.
    await dialog.getByText(input.request).waitFor();
    await hands.write(dialog.getByLabel(t('requirements:unavailable.title')), input.reason);
    await desk.shot(`n08-batch-${t.language}`);
    await hands.press(dialog.getByRole('button', { name: t('requirements:unavailable.save') }));
  } else
    await hands.press(dialog.getByRole('button', { name: t('requirements:batch.save', { count: reaches }) }));
  await dialog.waitFor({ state: 'hidden' });
}

/** What one addressee is asked for. */
export const needOf = ({ page, t }: DeskWindow, addressee: 'courier' | 'own-records'): Locator =>
  page
    .getByRole('list', { name: t('asks:title') })
    .getByRole('listitem', { name: t(`asks:addressee.${addressee}`), exact: true });

interface RequestInput {
  readonly name: string;
  readonly channel: string;
  readonly screenshot: InputFile;
}

/** Copies the message to the courier, and writes down that it was sent, with the screenshot that shows it. */
export async function askCourier(desk: DeskWindow, request: RequestInput): Promise<string> {
  const { page, t, hands } = desk;
  const who = t('asks:addressee.courier');
  const card = needOf(desk, 'courier');
  await hands.press(card.getByRole('button', { name: `${t('asks:copy')} · ${who}` }));
  // The page itself may not read the clipboard: that it was copied is what its button says.
  await card.getByText(t('ui:copied'), { exact: true }).waitFor();
  const message = await card.getByLabel(`${t('asks:message')} · ${who}`, { exact: true }).innerText();
  await hands.press(card.getByRole('button', { name: `${t('asks:sent')} · ${who}` }));
  const dialog = page.getByRole('dialog', { name: t('asks:record.title', { who }) });
  await hands.write(dialog.getByLabel(t('asks:record.name')), request.name);
  const channel = dialog.getByRole('combobox', { name: t('asks:record.channel'), exact: true });
  await hands.pickTyped(channel, request.channel, request.channel);
  await hands.handIn(dialog.locator('.ad-drop'), [request.screenshot]);
  await expectChosen(desk, t('asks:record.item'));
  await desk.shot(`n05-ask-${t.language}`);
  await hands.press(dialog.getByRole('button', { name: t('asks:record.save') }));
  await dialog.waitFor({ state: 'hidden' });
  await sectionNamed(page, t('asks:asked')).getByText(request.name).waitFor();
  return message;
}

/** Writes down that the request was refused. */
export async function recordRefusal(
  { page, t, hands }: DeskWindow,
  { note, givesUp }: { readonly note: string; readonly givesUp: number | null },
): Promise<void> {
  const asked = sectionNamed(page, t('asks:asked'));
  await hands.press(asked.getByRole('button', { name: t('asks:answer') }));
  const dialog = page.getByRole('dialog', { name: t('asks:answer.title') });
  await hands.choose(dialog.getByRole('radio', { name: t('asks:outcome.refused') }));
  await hands.write(dialog.getByLabel(t('asks:answer.note')), note);
  if (givesUp !== null)
    await hands.tick(dialog.getByRole('checkbox', { name: t('asks:answer.giveUp', { count: givesUp }) }));
  await hands.press(dialog.getByRole('button', { name: t('asks:answer.save') }));
  await dialog.waitFor({ state: 'hidden' });
  await asked.getByText(t('asks:state.refused')).waitFor();
  await expect.poll(() => asked.getByRole('button', { name: t('asks:answer') }).count()).toBe(0);
}
