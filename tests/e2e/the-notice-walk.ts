import { expect } from 'vitest';
import { readMaterial, type ReadMaterial } from '../helpers/packet-folder.ts';
import {
  ADMITTED,
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
import {
  answerQuestion,
  expectWord,
  exportMaterial,
  openStep,
  recordDecision,
  recordFact,
  recordSubmission,
  writeStatement,
} from './page-models/case-pages.ts';
import { sectionNamed, type DeskWindow } from './page-models/desk-window.ts';
import { localOf } from './page-models/local-time.ts';
import {
  beginFromNotice,
  expectClasses,
  expectInSight,
  expectMyDeadline,
  expectOneChance,
  expectTicked,
  giveNewExhibit,
  noticeField,
  openDocument,
  openNoticeCase,
  orderBoard,
  pasteNotice,
  planEditor,
  showClass,
  sortTicked,
  tickByKeys,
  tickByMouse,
  writePlan,
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

const HOUR = 3_600_000;
const SCREENSHOT_OF_REQUEST = '问网点要签收联.png';

type At = (screen: string) => Promise<void>;

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
  expect(await page.locator('.notice-ground mark[data-kind=order]').allInnerTexts()).toEqual(FLAGGED);
  expect(await page.locator('.notice-ground mark[data-kind=left-out]').allInnerTexts()).toEqual([OVER]);
  expect(await page.getByLabel(t('notices:deadline.words')).inputValue()).toBe(LEFT.words);
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
  expect(await shortlist.getByText(t('asks:orders', { count: 40 })).count()).toBe(4);
  await expectInSight(desk, shortlist);
  await expectOneChance(desk, 'held', 40);
  await at('n03-first-screen');

  await openStep(desk, 'notice');
  expect(await noticeField(desk).inputValue()).toBe(notice(FLAGGED));
  await hands.write(page.getByLabel(t('notices:step.platformNumber')), 'WG20261120001');
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

/** Answers the check, states the facts, writes the statement and the plan. */
export async function writeTheAppeal(desk: DeskWindow, at: At): Promise<void> {
  const { page, t } = desk;
  const words = WORDS[t.language];
  await openStep(desk, 'check');
  await expectWord(desk, 'fact-missing');
  for (const question of words.questions) await answerQuestion(desk, question, t('cases:check.answer.yes'));
  await expectWord(desk, 'eligible');
  await at('n12-check');

  await openStep(desk, 'facts');
  await recordFact(desk, { text: words.facts[0], happened: '2026-11', exhibit: CERTIFICATE.name });
  await recordFact(desk, { text: words.facts[1], happened: '2026-11', exhibit: TRACKING_LIST });
  await openStep(desk, 'statement');
  await writeStatement(desk, words.title, words.sentences);
  await page.getByText(t('drafting:cited.all')).waitFor();
  await at('n13-statement');

  await openDocument(desk, 'plan');
  for (const heading of words.planHeadings)
    await planEditor(desk).getByRole('heading', { name: heading, exact: true }).waitFor();
  await writePlan(desk, words.planTitle, words.plan);
  // A slip of the pen that would hand an admitted order over is said where it is written.
  const [admitted = ''] = ADMITTED;
  await page.keyboard.insertText(admitted);
  const warning = page.getByRole('alert').filter({ hasText: admitted });
  await warning.first().waitFor();
  await at('n14-plan-names-order');
  for (const _digit of admitted) await page.keyboard.press('Backspace');
  await warning.first().waitFor({ state: 'hidden' });
  await planEditor(desk).getByText(words.plan[2]).waitFor();
  await at('n14-plan');
}

/** Looks through the material, lists what cannot be had, names no admitted order, and exports. */
export async function exportTheAppeal(desk: DeskWindow, at: At): Promise<void> {
  const { page, t, hands } = desk;
  const { planHeadings, plan, refusal } = WORDS[t.language];
  await openStep(desk, 'packet');
  const lists = page.getByRole('checkbox', { name: t('packets:disclosure.unproven', { count: 12 }) });
  await hands.tick(lists);
  await hands.press(page.getByText(t('packets:disclosure.unproven.shows')));
  const shown = page.getByRole('grid', { name: t('packets:disclosure.unproven.shows') });
  await shown.getByText(UNPROVEN[0] ?? '').waitFor();
  expect(await shown.getByText(t('packets:unproven.none')).count()).toBe(0);

  const names = page.getByRole('checkbox', { name: t('packets:disclosure.admitted', { count: 4 }) });
  await names.click();
  const advice = page.getByRole('dialog', { name: t('packets:advice.title') });
  const name = advice.getByRole('button', { name: t('packets:advice.name') });
  expect(await name.isDisabled()).toBe(true);
  await at('n15-advice');
  await hands.press(advice.getByRole('button', { name: t('packets:advice.keep') }));
  await advice.waitFor({ state: 'hidden' });
  expect(await names.isChecked()).toBe(false);
  expect(await lists.isChecked()).toBe(true);
  await at('n15-readiness');

  await exportMaterial(desk, 1);
  await at('n16-packet');
  const material = await readMaterial(await folderOf(desk, 1));
  for (const number of GENUINE) {
    expect(folderCount(material, number), number).toBeGreaterThan(0);
    expect(material.pdf).toContain(number);
  }
  for (const number of UNPROVEN) {
    expect(folderCount(material, number), number).toBe(0);
    expect(rowOf(material, number)).toContain(squeezed(refusal));
  }
  for (const number of [...ADMITTED, OVER]) expect(material.names(number), number).toBe(false);
  for (const word of ['确有违规', '承认', 'admitted']) expect(material.names(word), word).toBe(false);
  for (const text of [...planHeadings, ...plan]) expect(material.pdf).toContain(squeezed(text));
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

/** Folders of the upload kit that are an order's own. */
const folderCount = ({ paths }: ReadMaterial, orderNumber: string): number =>
  new Set(paths.filter((path) => path.split('/').slice(1, -1).join('/').includes(orderNumber))).size;

/** What the archive prints behind an order number, up to the next one. */
function rowOf({ pdf }: ReadMaterial, orderNumber: string): string {
  const from = pdf.indexOf(orderNumber) + orderNumber.length;
  const until = /\d{19}/.exec(pdf.slice(from))?.index ?? pdf.length;
  return pdf.slice(from, from + until);
}

async function folderOf({ page, t }: DeskWindow, number: number): Promise<string> {
  return await sectionNamed(page, t('packets:packet', { number })).locator('.packet-folder').innerText();
}

/** Files it, gets it back for more, files it again, and loses: what is left of the one chance, and what remains. */
export async function fileTwiceAndLose(desk: DeskWindow, at: At): Promise<void> {
  const { page, t } = desk;
  const { vouchers, remains } = WORDS[t.language];
  await openStep(desk, 'submission');
  await page.getByLabel(t('submissions:at')).fill(localOf(Date.now() - 2 * HOUR));
  await recordSubmission(desk, {
    platformNumber: 'SS-1',
    receipt: await picture('提交成功 一.png'),
    spends: { covers: 40, contested: 24 },
  });
  await expectOneChance(desk, 'spent', 40);
  await at('n17-filed');

  await openStep(desk, 'decision');
  const returnedAt = Math.floor((Date.now() - HOUR) / 60_000) * 60_000;
  await page.getByLabel(t('submissions:decision.at')).fill(localOf(returnedAt));
  await recordDecision(desk, 'returned', '请补充清晰的签收底单');
  await expectOneChance(desk, 'held', 40);
  await expectMyDeadline(desk, returnedAt + 72 * HOUR);
  await at('n18-returned');

  await openStep(desk, 'evidence');
  const drawer = await openOrder(desk, GENUINE[0] ?? '');
  await fileOnSlot(desk, slotOf(drawer, vouchers.delivery), await picture('签收底单 重拍.png'), 2);
  await closeOrder(desk, drawer);
  await openStep(desk, 'packet');
  await exportMaterial(desk, 2);
  await openStep(desk, 'submission');
  await recordSubmission(desk, {
    platformNumber: 'SS-2',
    receipt: await picture('提交成功 二.png'),
    spends: { covers: 40, contested: 24 },
    again: true,
  });
  await expectOneChance(desk, 'spent', 40);

  await openStep(desk, 'decision');
  await recordDecision(desk, 'rejected', '凭证不足');
  await page.getByText(t('submissions:says.rejected')).first().waitFor();
  await expectOneChance(desk, 'spent', 40);
  expect(await page.locator('.case-clock').count()).toBe(0);
  await openStep(desk, 'follow-through');
  await page.getByText(remains).first().waitFor();
  await at('n19-rejected');

  // The same order again opens nothing: its chance was the notice's, and that is gone.
  const [first = ''] = GENUINE;
  await desk.go('/cases/new?what=appeal');
  await pasteNotice(desk, first);
  await expectTicked(desk, { ticked: 1, total: 1 });
  await page.getByRole('radio', { name: WORDS[t.language].scene, exact: true }).check();
  await page.getByText(t('cases:duplicate.refused', { number: first })).waitFor();
  expect(await page.getByRole('button', { name: t('notices:openWith', { count: 1 }) }).isDisabled()).toBe(
    true,
  );
  await at('n20-refused-again');
}
