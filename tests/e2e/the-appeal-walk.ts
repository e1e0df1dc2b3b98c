import { expect } from 'vitest';
import { readMaterial, type ReadMaterial } from '../helpers/packet-folder.ts';
import { expectRise, expectWritten } from './exported-appeal.ts';
import {
  ADMITTED,
  SCREENSHOT_OF_REQUEST,
  type At,
  CERTIFICATE,
  GENUINE,
  OVER,
  picture,
  TRACKING_LIST,
  UNPROVEN,
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
  expectMyDeadline,
  expectOneChance,
  expectTicked,
  openDocument,
  pasteNotice,
  planEditor,
  writePlan,
} from './page-models/notice-pages.ts';
import { closeOrder, fileOnSlot, openOrder, slotOf } from './page-models/voucher-pages.ts';

const HOUR = 3_600_000;

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
  for (let left = admitted.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
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
  await expect.poll(() => shown.getByText(t('packets:unproven.none')).count()).toBe(0);

  const names = page.getByRole('checkbox', { name: t('packets:disclosure.admitted', { count: 4 }) });
  await names.click();
  const advice = page.getByRole('dialog', { name: t('packets:advice.title') });
  const name = advice.getByRole('button', { name: t('packets:advice.name') });
  await expect.poll(() => name.isDisabled()).toBe(true);
  await at('n15-advice');
  await hands.press(advice.getByRole('button', { name: t('packets:advice.keep') }));
  await advice.waitFor({ state: 'hidden' });
  await expect.poll(() => names.isChecked()).toBe(false);
  await expect.poll(() => lists.isChecked()).toBe(true);
  await page.getByText(t('packets:readiness.clear')).waitFor();
  await sectionNamed(page, t('cases:side.next')).getByText(t('today:next-export')).waitFor();
  await at('n15-readiness');

  await exportMaterial(desk, 1);
  await at('n16-packet');
  const material = await readMaterial(await folderOf(desk, 1));
  for (const number of GENUINE) {
    expect(folderCount(material, number), number).toBeGreaterThan(0);
    // A paper in another's place is no lack: nothing beside what is contested says that something cannot be had.
    expect(rowOf(material, number)).not.toContain(squeezed(refusal));
  }
  const request = exhibitOf(material, SCREENSHOT_OF_REQUEST);
  for (const number of UNPROVEN) {
    expect(folderCount(material, number), number).toBe(0);
    expect(rowOf(material, number)).toContain(squeezed(refusal));
    expect(rowOf(material, number)).toContain(squeezed(request));
  }
  for (const number of [...ADMITTED, OVER]) expect(material.names(number), number).toBe(false);
  for (const word of ['确有违规', '承认', 'admitted']) expect(material.names(word), word).toBe(false);
  for (const text of [...planHeadings, ...plan]) expect(material.pdf).toContain(squeezed(text));
  expectWritten(material, t.language);
  expectRise(material, t.language);
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

/** Folders of the upload kit that are an order's own. */
const folderCount = ({ paths }: ReadMaterial, orderNumber: string): number =>
  new Set(paths.filter((path) => path.split('/').slice(1, -1).join('/').includes(orderNumber))).size;

/** Under which label a file stands in the list of exhibits. */
function exhibitOf({ texts }: ReadMaterial, fileName: string): string {
  const row = texts.split(/\r?\n/).find((line) => line.includes(`,${fileName},`));
  expect(row, fileName).toBeDefined();
  return row?.split(',')[0] ?? '';
}

/** What the archive prints behind an order number, up to the next one. */
function rowOf({ pdf }: ReadMaterial, orderNumber: string): string {
  expect(pdf).toContain(orderNumber);
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
  await page.locator('.case-clock').waitFor({ state: 'detached' });
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
  await expect
    .poll(() => page.getByRole('button', { name: t('notices:openWith', { count: 1 }) }).isDisabled())
    .toBe(true);
  await at('n20-refused-again');
}
