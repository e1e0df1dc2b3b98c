import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { AttemptState } from '../../../shared/attempts/index.ts';
import type { OrderClass } from '../../../shared/cases/index.ts';
import type { DraftDocument } from '../../../shared/drafting/index.ts';
import { expectChosen, savedPattern } from './case-pages.ts';
import { sectionNamed, type DeskWindow } from './desk-window.ts';
import { ZONE } from './local-time.ts';

interface NewShop {
  readonly name: string;
  /** The platform as the list of choices calls it. */
  readonly platform: string;
}

/** Answers the first question with a notice, or with an appeal that was rejected before, and names the shop. */
export async function beginFromNotice(
  { page, t, hands }: DeskWindow,
  what: 'appeal' | 'rejected',
  { name, platform }: NewShop,
): Promise<void> {
  await hands.press(page.getByRole('button', { name: t(`onboarding:${what}`) }));
  await page.getByRole('heading', { level: 1, name: t('cases:create.title') }).waitFor();
  await hands.write(page.getByLabel(t('clients:storeName')), name);
  await hands.choose(page.getByRole('radio', { name: platform, exact: true }));
  await hands.press(page.getByRole('button', { name: t('cases:create.store.add') }));
  await page.getByText(t('notices:found.empty')).waitFor();
}

/** The words of the notice, as they are pasted. */
export const noticeField = ({ page, t }: DeskWindow): Locator =>
  page.getByRole('textbox', { name: t('notices:text.label'), exact: true });

/** Copies a text and pastes it into the field for the notice. */
export async function pasteNotice(desk: DeskWindow, text: string): Promise<void> {
  const { page } = desk;
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await noticeField(desk).focus();
  await page.keyboard.press('Control+V');
}

/** Waits until so many of the numbers found in the notice are ticked. */
export async function expectTicked(
  { page, t }: DeskWindow,
  counts: { readonly ticked: number; readonly total: number },
): Promise<void> {
  await page.getByText(t('notices:found.ticked', counts)).waitFor();
}

/** Opens the case of so many orders in a scene. */
export async function openNoticeCase(
  { page, t, hands }: DeskWindow,
  scene: string,
  count: number,
): Promise<void> {
  await hands.choose(page.getByRole('radio', { name: scene, exact: true }));
  await hands.press(page.getByRole('button', { name: t('notices:openWith', { count }) }));
  await page.getByRole('navigation', { name: t('cases:steps') }).waitFor();
}

/** Waits until the case's clock names this end of the seller's own time, to the minute. */
export async function expectMyDeadline(
  { page, t }: DeskWindow,
  from: number,
  until: number = from,
): Promise<void> {
  const says = [from, until].map((at) =>
    t('cases:header.mine', { when: t.format.deadline(at, ZONE, Date.now()) }),
  );
  const line = page.locator('.case-clock-line');
  await expect
    .poll(async () => {
      const shown = (await line.allInnerTexts()).join();
      return says.some((each) => shown.includes(each)) ? 'as it must be' : shown;
    })
    .toBe('as it must be');
}

/** Whether a part of the page is on the screen without scrolling, from its top to its end, once all of it has come in. */
export async function expectInSight({ page }: DeskWindow, part: Locator): Promise<void> {
  const height = page.viewportSize()?.height ?? 0;
  await expect
    .poll(
      async () => {
        const box = await part.boundingBox();
        if (box === null) return 'not there';
        const { y: top, height: tall } = box;
        return top >= 0 && top + tall <= height ? 'in sight' : `from ${top} to ${top + tall} of ${height}`;
      },
      { message: String(part) },
    )
    .toBe('in sight');
}

/** The orders of the notice, each sorted by what can be shown for it. */
export const orderBoard = ({ page, t }: DeskWindow): Locator =>
  page.getByRole('grid', { name: t('orderClasses:number'), exact: true });

/** What the board can be narrowed to. */
export type Shown = OrderClass | 'all' | 'none';

function filterWords({ t }: DeskWindow, shown: Shown, count: number): string {
  const name = shown === 'all' ? t('orderClasses:filter.all') : t(`orderClasses:class.${shown}`);
  return shown === 'admitted'
    ? t('orderClasses:filter.internal', { name, count })
    : t('orderClasses:filter.of', { name, count });
}

/** Waits until the board counts its orders so. */
export async function expectClasses(
  desk: DeskWindow,
  counts: Readonly<Partial<Record<Shown, number>>>,
): Promise<void> {
  const filter = desk.page.getByRole('radiogroup', { name: desk.t('orderClasses:filter') });
  for (const [shown, count] of Object.entries(counts))
    await filter.getByText(filterWords(desk, shown as Shown, count), { exact: true }).waitFor();
}

/** Narrows the board to one class, which has so many orders. */
export async function showClass(desk: DeskWindow, shown: Shown, count: number): Promise<void> {
  const filter = desk.page.getByRole('radiogroup', { name: desk.t('orderClasses:filter') });
  await filter.getByText(filterWords(desk, shown, count), { exact: true }).click();
}

/**
 * Ticks rows of a table by keys, the first at place `from`. It is one tab stop: where the keyboard is, is its own.
 */
export async function tickByKeys(
  { page }: DeskWindow,
  grid: Locator,
  from: number,
  count: number,
): Promise<void> {
  await grid.focus();
  await page.keyboard.press('Home');
  for (let row = 0; row < from; row += 1) await page.keyboard.press('ArrowDown');
  for (let row = 0; row < count; row += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
}

/** Ticks the rows of these orders with the mouse, from the top of the table down. */
export async function tickByMouse(
  { page, t }: DeskWindow,
  grid: Locator,
  orderNumbers: readonly string[],
): Promise<void> {
  await grid.hover();
  await page.mouse.wheel(0, -10_000);
  for (const row of orderNumbers)
    await grid.getByRole('checkbox', { name: t('ui:tickRow', { row }) }).check();
}

const SORTING_KEYS: Readonly<Record<OrderClass, string>> = {
  'documented-genuine': '1',
  'cannot-be-proven': '2',
  admitted: '3',
};

/** Sorts what is ticked: by its key, or by the button that says what the class means. */
export async function sortTicked(
  { page, t }: DeskWindow,
  to: OrderClass,
  by: 'keys' | 'mouse',
): Promise<void> {
  if (by === 'keys') return await page.keyboard.press(SORTING_KEYS[to]);
  const bar = page.getByRole('group', { name: t('orderClasses:class') });
  await bar.getByRole('button', { name: t(`orderClasses:class.${to}`) }).click();
}

/** Answers what is asked before an order once put down as a violation is called genuine. */
export async function giveNewExhibit(
  desk: DeskWindow,
  file: Parameters<DeskWindow['hands']['handIn']>[1][number],
  reason: string,
): Promise<void> {
  const { page, t, hands } = desk;
  const dialog = page.getByRole('dialog', { name: t('orderClasses:again.title') });
  const save = dialog.getByRole('button', { name: t('orderClasses:again.save') });
  await hands.write(dialog.getByLabel(t('orderClasses:again.reason')), reason);
  // A reason alone is not enough.
  await expect.poll(() => save.isDisabled()).toBe(true);
  await hands.handIn(dialog.locator('.ad-drop'), [file]);
  await expectChosen(desk, t('orderClasses:again.item'));
  await hands.press(save);
  await dialog.waitFor({ state: 'hidden' });
}

/** Waits until the one chance of the notice is in this state, and covers so many orders. */
export async function expectOneChance(
  { page, t }: DeskWindow,
  state: AttemptState,
  covers: number,
): Promise<void> {
  const chances = sectionNamed(page, t('attempts:title')).locator('.chances');
  // The stamp beside it may say the same.
  await chances
    .locator('> div')
    .getByText(t(`attempts:state.${state}`), { exact: true })
    .waitFor();
  await chances.getByText(t('attempts:matter.covers', { count: covers })).waitFor();
}

/** Opens one of the documents of the statement step. */
export async function openDocument(
  { page, t, hands }: DeskWindow,
  document: DraftDocument | 'campaigns',
): Promise<void> {
  const tab = page.getByRole('tab', { name: t(`drafting:document.${document}`) });
  await hands.press(tab);
  await page.locator('[role=tab][aria-selected=true]', { hasText: await tab.innerText() }).waitFor();
}

/** Writes the plan: one paragraph under each of its headings. */
export async function writePlan(
  desk: DeskWindow,
  title: string,
  paragraphs: readonly string[],
): Promise<void> {
  const { page, t, hands } = desk;
  const editor = planEditor(desk);
  await hands.write(page.getByRole('textbox', { name: t('drafting:statementTitle'), exact: true }), title);
  for (const [place, text] of paragraphs.entries()) {
    await editor.locator('p').nth(place).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(text);
  }
  await page.getByText(savedPattern(desk)).waitFor();
}

/** Where the plan is written. */
export const planEditor = ({ page, t }: DeskWindow): Locator =>
  page.getByRole('textbox', { name: t('drafting:plan.editor') });
