import type { DeskWindow } from './desk-window.ts';

/** Gives the case that is open another name. */
export async function renameCase({ page, t, hands }: DeskWindow, title: string): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('cases:header.more') }));
  await hands.press(page.getByRole('menuitem', { name: t('cases:header.rename') }));
  const dialog = page.getByRole('dialog', { name: t('cases:header.rename') });
  await hands.write(dialog.getByLabel(t('cases:header.title')), title);
  await hands.press(dialog.getByRole('button', { name: t('ui:save') }));
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
