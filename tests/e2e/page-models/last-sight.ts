import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';

/** More than this would bury what failed. What stands in front of a room comes last. */
const MOST_CHARACTERS = 6000;

const open = new Set<Page>();
const closed: string[] = [];

async function sightOf(page: Page): Promise<string> {
  const words = await page.locator('body').ariaSnapshot({ timeout: 2000 });
  return `${page.url()}\n${words.slice(-MOST_CHARACTERS)}`;
}

/** From now on, a test that fails says what this window shows. */
export function watchSight(page: Page): void {
  open.add(page);
}

/** Remembers what a window shows just before it closes: a test closes its window before anybody knows that it failed. */
export async function keepLastSight(page: Page): Promise<void> {
  open.delete(page);
  closed.push(await sightOf(page).catch(String));
}

/**
 * Set up for every walk: one that fails where nobody can look, on a machine of the CI, says what its windows showed last
 * beside what it waited for in vain.
 */
afterEach(async ({ task }) => {
  const sights = closed.splice(0);
  const errors = task.result?.errors ?? [];
  if (errors.length === 0) return;
  for (const page of open) sights.push(await sightOf(page).catch(String));
  for (const error of errors) error.message = [error.message, ...sights].join('\n\nThe window showed: ');
});
