import { expect } from 'vitest';
import {
  ADMITTED,
  SCREENSHOT_OF_REQUEST,
  type At,
  CERTIFICATE,
  FLAGGED,
  GENUINE,
  LEFT,
  notice,
  OVER,
  PHONE,
  picture,
  SIGNED_LIST,
  TRACKING_LIST,
  UNPROVEN,
  WAYBILL,
  WORDS,
} from './notice-inputs.ts';
import { openStep } from './page-models/case-pages.ts';
import { sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import {
  beginFromNotice,
  expectClasses,
  expectInSight,
  expectMyDeadline,
  expectOneChance,
  expectTicked,
  giveNewExhibit,
  noticeField,
  openNoticeCase,
  orderBoard,
  pasteNotice,
  showClass,
  sortTicked,
  tickByKeys,
  tickByMouse,
} from './page-models/notice-pages.ts';
import {
  askCourier,
  batch,
  closeOrder,
  dropNamed,
  expectReady,
  fileOnSlot,
  needOf,
  notAskedOnSlot,
  openedOrder,
  openOrder,
  openView,
  previewProposal,
  recordRefusal,
  slotOf,
  textOnSlot,
  voucherList,
} from './page-models/voucher-pages.ts';

/** From the first question to the case: nothing is there but the pasted notice. */
export async function openFromThePastedNotice(desk: DeskWindow, at: At): Promise<void> {
  const { page, t, hands } = desk;
  const words = WORDS[t.language];
  await beginFromNotice(desk, 'appeal', { name: words.shop, platform: words.platform });
  await at('n01-notice-empty');
  const pastedFrom = Date.now();
  await pasteNotice(desk, notice(FLAGGED));
  await expectTicked(desk, { ticked: 41, total: 41 });
  const pastedUntil = Date.now();
  // What is no order of this matter is told apart beside the words: by the text itself, or by a person.
  const others = page.locator('.other-numbers');
  for (const number of [PHONE, WAYBILL])
    await others.getByText(number, { exact: true }).waitFor({ state: 'attached' });
  const found = page.getByRole('grid', { name: t('notices:found') });
  await found.focus();
  await page.keyboard.press('End');
  await found.getByRole('checkbox', { name: t('ui:tickRow', { row: OVER }) }).uncheck();
  await expectTicked(desk, { ticked: 40, total: 41 });
  await expect
    .poll(() => page.locator('.notice-ground mark[data-kind=order]').allInnerTexts())
    .toEqual(FLAGGED);
  await expect
    .poll(() => page.locator('.notice-ground mark[data-kind=left-out]').allInnerTexts())
    .toEqual([OVER]);
  await expect.poll(() => page.getByLabel(t('notices:deadline.words')).inputValue()).toBe(LEFT.words);
  await at('n02-notice');
  await openNoticeCase(desk, words.scene, FLAGGED.length);

  // The first screen, without scrolling: by when, which orders, what to ask of whom.
  await expectMyDeadline(desk, pastedFrom + LEFT.milliseconds, pastedUntil + LEFT.milliseconds);
  await expectInSight(desk, page.locator('.case-clock'));
  await expectClasses(desk, { all: 40, none: 40, 'documented-genuine': 0 });
  await expectInSight(desk, orderBoard(desk).getByText(FLAGGED[0] ?? '', { exact: true }));
  const shortlist = page.getByRole('list', { name: t('asks:title') });
  for (const who of ['courier', 'own-records'] as const)
    await shortlist.getByText(t(`asks:addressee.${who}`), { exact: true }).waitFor();
  await expect.poll(() => shortlist.getByText(t('asks:orders', { count: 40 })).count()).toBe(4);
  await expectInSight(desk, shortlist);
  await expectOneChance(desk, 'held', 40);
  await at('n03-first-screen');

  await openStep(desk, 'notice');
  await expect.poll(() => noticeField(desk).inputValue()).toBe(notice(FLAGGED));
  // Its number was in the text, and what it cites is written down by hand.
  const number = page.getByLabel(t('notices:step.platformNumber'));
  await expect.poll(() => number.inputValue()).toBe('WG20261120001');
  await hands.write(page.getByLabel(t('notices:step.ruleCited')), '淘宝网市场管理与违规处理规范');
  await sectionNamed(page, t('notices:text')).getByText(savedWords(desk)).waitFor();
  await at('n04-notice-step');
}

/** "Saved …" of the notice, whatever the hour. */
function savedWords({ t }: DeskWindow): RegExp {
  return new RegExp(t('ui:savedAt', { time: '\u0000' }).replace('\u0000', '.+'));
}

/** Asks the courier, drops in what there is, says what the page does not ask for. */
export async function gatherVouchers(desk: DeskWindow, at: At): Promise<void> {
  const { page, t, hands } = desk;
  const { vouchers, branch } = WORDS[t.language];
  await openStep(desk, 'orders');
  await hands.press(page.getByRole('link', { name: t('asks:go') }));
  const message = await askCourier(desk, {
    name: branch,
    channel: t('asks:channel.wechat'),
    screenshot: await picture(SCREENSHOT_OF_REQUEST),
  });
  for (const number of FLAGGED) expect(message).toContain(number);
  await needOf(desk, 'courier')
    .getByText(t('asks:askedFor', { count: 40 }))
    .first()
    .waitFor();
  await at('n05-asked');

  await openView(desk, 'orders');
  const [first = '', second = ''] = GENUINE;
  const named = await Promise.all(
    GENUINE.slice(0, 3).flatMap((number) =>
      ['发货底单', '签收底单', '内部跟踪'].map((what) => picture(`${number} ${what}.png`)),
    ),
  );
  const wrong = `${GENUINE[3] ?? ''} 签收底单 别家的.png`;
  const lists = await Promise.all([wrong, SIGNED_LIST, TRACKING_LIST].map(picture));
  const proposals = await dropNamed(desk, [...named, ...lists, CERTIFICATE], 10);
  await previewProposal(desk, proposals, wrong);
  await proposals.getByRole('row').filter({ hasText: wrong }).getByRole('checkbox').uncheck();
  await at('n06-proposals');
  await hands.press(
    proposals.getByRole('button', { name: t('requirements:proposals.accept', { count: 9 }) }),
  );
  // The one that was refused by the eye stays a proposal until it is put off.
  await hands.press(proposals.getByRole('button', { name: t('requirements:proposals.later') }));
  await proposals.waitFor({ state: 'hidden' });

  await voucherList(desk).getByRole('row').filter({ hasText: first }).click();
  await textOnSlot(desk, slotOf(await openedOrder(desk, first), vouchers.chat), '20261123-0001');
  await hands.press(page.getByRole('button', { name: t('requirements:order.next'), exact: true }));
  const next = await openedOrder(desk, second);
  await notAskedOnSlot(desk, slotOf(next, vouchers.chat));
  await at('n07-order');
  await closeOrder(desk, next);
  await expectReady(desk, { ready: 2, total: 40 });

  await tickByKeys(desk, voucherList(desk), 0, 23);
  const said = (voucher: string, reaches: number) => ({ ticked: 23, voucher, reaches });
  await batch(desk, { ...said(vouchers.certificate, 23), act: 'meet', exhibit: CERTIFICATE.name });
  await batch(desk, { ...said(vouchers.delivery, 20), act: 'meet', exhibit: SIGNED_LIST });
  await batch(desk, { ...said(vouchers.tracking, 20), act: 'meet', exhibit: TRACKING_LIST });
  await batch(desk, { ...said(vouchers.chat, 21), act: 'not-asked' });
  await expectReady(desk, { ready: 23, total: 40 });

  const last = GENUINE[23] ?? '';
  const drawer = await openOrder(desk, last);
  await fileOnSlot(desk, slotOf(drawer, vouchers.shipping), await picture('最后一单 底单.png'));
  await fileOnSlot(desk, slotOf(drawer, vouchers.tracking), await picture('最后一单 跟踪.png'));
  await notAskedOnSlot(desk, slotOf(drawer, vouchers.chat));
  await closeOrder(desk, drawer);
}

/** Sorts the forty orders: 24 that can be shown, 12 that cannot be proven, 4 that are admitted among ourselves. */
export async function sortTheOrders(desk: DeskWindow, by: 'keys' | 'mouse', at: At): Promise<void> {
  const { page, t, hands } = desk;
  const { vouchers, wasAdmitted } = WORDS[t.language];
  const last = GENUINE[23] ?? '';
  const tick = async (from: number, orderNumbers: readonly string[]): Promise<void> =>
    by === 'keys'
      ? await tickByKeys(desk, orderBoard(desk), from, orderNumbers.length)
      : await tickByMouse(desk, orderBoard(desk), orderNumbers);
  await openStep(desk, 'orders');
  await tick(22, GENUINE.slice(22, 23));
  await sortTicked(desk, 'admitted', by);
  await expectClasses(desk, { admitted: 1, none: 39 });

  // One lacks a voucher: it is named with what it lacks, and the others go on. One was admitted: not without more.
  await tick(0, GENUINE);
  await sortTicked(desk, 'documented-genuine', by);
  const refused = page.getByRole('alert').getByText(t('orderClasses:refused', { count: 1 }));
  await refused.waitFor();
  await page.getByText(t('orderClasses:refused.lacks', { count: 1, missing: vouchers.delivery })).waitFor();
  await page.locator('.refused-orders').getByRole('link', { name: last }).waitFor();
  await at('n09-refused');
  await hands.press(page.getByRole('button', { name: t('orderClasses:refused.rest', { count: 23 }) }));
  await page.getByText(t('orderClasses:again.teach', { count: 1 })).waitFor();
  await at('n10-again');
  await giveNewExhibit(desk, await picture('网点找到的签收底单.png'), wasAdmitted);
  await expectClasses(desk, { 'documented-genuine': 23, admitted: 0, none: 17 });

  await showClass(desk, 'none', 17);
  await hands.press(
    page.getByRole('link', { name: t('orderClasses:coverage.open', { number: last, met: 2, total: 3 }) }),
  );
  const drawer = await openedOrder(desk, last);
  await fileOnSlot(desk, slotOf(drawer, vouchers.delivery), await picture('最后一单 签收联.png'));
  await openStepFromOrder(desk, drawer);

  await showClass(desk, 'none', 17);
  await tick(0, [last]);
  await sortTicked(desk, 'documented-genuine', by);
  await showClass(desk, 'none', 16);
  await tick(0, UNPROVEN);
  await sortTicked(desk, 'cannot-be-proven', by);
  await showClass(desk, 'none', 4);
  await tick(0, ADMITTED);
  await sortTicked(desk, 'admitted', by);
  await expectClasses(desk, { 'documented-genuine': 24, 'cannot-be-proven': 12, admitted: 4, none: 0 });
  await showClass(desk, 'all', 40);
  await at('n11-sorted');
}

async function openStepFromOrder(desk: DeskWindow, drawer: Awaited<ReturnType<typeof openedOrder>>) {
  await closeOrder(desk, drawer);
  await openStep(desk, 'orders');
}

/** What the courier cannot give is written down: the refusal, and for each order that the voucher cannot be had. */
export async function giveUpVouchers(
  desk: DeskWindow,
  how: 'voucher by voucher' | 'in one answer',
  at: At,
): Promise<void> {
  const { t } = desk;
  const { vouchers, refusal } = WORDS[t.language];
  await openStep(desk, 'evidence');
  await openView(desk, 'asks');
  await recordRefusal(desk, { note: refusal, givesUp: how === 'in one answer' ? 16 : null });
  await openView(desk, 'orders');
  if (how === 'voucher by voucher') {
    await tickByKeys(desk, voucherList(desk), 24, UNPROVEN.length);
    await batch(desk, {
      ticked: 12,
      voucher: vouchers.delivery,
      reaches: 12,
      act: 'unavailable',
      reason: refusal,
      request: SCREENSHOT_OF_REQUEST,
    });
  }
  const drawer = await openOrder(desk, UNPROVEN[0] ?? '');
  const slot = slotOf(drawer, vouchers.delivery);
  await slot.getByText(t('requirements:unavailable.reason', { reason: refusal })).waitFor();
  await slot.getByText(SCREENSHOT_OF_REQUEST).waitFor();
  await at('n08-unavailable');
  await closeOrder(desk, drawer);
}
