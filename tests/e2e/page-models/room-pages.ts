import type { DeskWindow } from './desk-window.ts';

/** Gives the case that is open another name. */
export async function renameCase({ page, t, hands }: DeskWindow, title: string): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('cases:header.more') }));
  await hands.press(page.getByRole('menuitem', { name: t('cases:header.rename') }));
  const dialog = page.getByRole('dialog', { name: t('cases:header.rename') });
  await hands.write(dialog.getByLabel(t('cases:header.title')), title);
  await hands.press(dialog.getByRole('button', { name: t('ui:save') }));
}

/** Puts the case that is open away, or brings it back. */
export async function archiveCase(
  { page, t, hands }: DeskWindow,
  way: 'put away' | 'bring back' = 'put away',
): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('cases:header.more') }));
  const name = t(way === 'put away' ? 'cases:header.archive' : 'cases:header.unarchive');
  await hands.press(page.getByRole('menuitem', { name, exact: true }));
}

/** Takes an act back by the toast that names it. */
export async function takeBack({ page, t, hands }: DeskWindow, act: string): Promise<void> {
  const toast = page.locator('.ad-toast').filter({ hasText: act });
  await hands.press(toast.getByRole('button', { name: t('app:undo') }).first());
  await page.locator('.ad-toast').getByText(t('app:undone', { act })).waitFor();
}

/** Picks who acts: one press opens the list, a second picks. */
export async function pickOperator({ page, t, hands }: DeskWindow, name: string): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('operators:switch') }));
  await hands.press(page.getByRole('menuitem', { name }));
}

/** Answers the question who acts, in a window that asks everybody. */
export async function signInAs({ page, t, hands }: DeskWindow, name: string): Promise<void> {
  const gate = page.getByRole('dialog', { name: t('operators:whoActs') });
  await hands.press(gate.getByRole('button', { name }));
  await gate.waitFor({ state: 'hidden' });
}

/** Waits until the window says that this person is on duty. */
export async function expectOnDuty({ page, t }: DeskWindow, name: string): Promise<void> {
  await page.locator('.ad-duty', { hasText: t('app:onDuty', { name }) }).waitFor();
}

/** Lets the window's clock run on with nobody touching it; `page.clock` must be installed. */
export async function idleFor({ page }: DeskWindow, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * 60_000);
}
