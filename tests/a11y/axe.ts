import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { DeskWindow } from '../e2e/page-models/desk-window.ts';

type Theme = 'light' | 'dark';
const BOTH: readonly Theme[] = ['light', 'dark'];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Waits until nothing fades or slides any more: axe would measure the contrast of half a fade. Not for ever: an animation
 * that is taken away with its element never says that it has ended.
 */
async function settled(page: DeskWindow['page']): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    const ended = Promise.allSettled(passing.map((animation) => animation.finished));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
  });
}

/** What is given to the builder in place of axe itself, which it would send to the page twice for every look. */
const AXE_IS_THERE = 'void 0';

/** Puts axe into the page, once for as long as the page is not loaded anew: it is one and a half megabytes of program. */
async function bringAxe(page: DeskWindow['page']): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
}

async function show({ page }: DeskWindow, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await settled(page);
}

/**
 * What axe finds in light and in dark, each finding in one line. The window follows the system's theme.
 *
 * @param part the part of the screen that is new, e.g. a dialog over a room that was seen before; the whole without one
 */
export async function findings(
  desk: DeskWindow,
  screen: string,
  {
    part,
    themes = BOTH,
  }: { readonly part?: string | undefined; readonly themes?: readonly Theme[] | undefined } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of themes) {
    await show(desk, colorScheme);
    await bringAxe(desk.page);
    // No frames here: without them axe needs no second page, which costs more than the looking. And only what it objects to
    // is asked for: listing everything it is content with takes longer still.
    const builder = new AxeBuilder({ page: desk.page, axeSource: AXE_IS_THERE })
      .options({ resultTypes: ['violations'] })
      .withTags(RULES)
      .setLegacyMode();
    const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes)
        found.push(`${screen} ${colorScheme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`);
    }
    await desk.shot(`a11y-${screen}-${colorScheme}`);
  }
  await show(desk, 'light');
  return found;
}
