import type { Page } from 'playwright-core';

/** The least that words are given where their row has room for more: about so many Chinese characters. */
const LEAST_EM = 12;
/** Words in so many lines are read, not glanced at; a date or a figure may stand in as little room as it likes. */
const MANY_LINES = 4;

/**
 * What a window as narrow as this does badly: it scrolls sideways, an act's words are cut, or words stand in a column of a few
 * characters though the row that holds them is wide. Tables and calendars scroll by themselves, and are left out.
 */
export async function badlyFitting(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ least, lines }) => {
      const found: string[] = [];
      const saying = (element: Element): string => (element.textContent ?? '').trim().slice(0, 40);
      for (const scroller of [document.scrollingElement, document.querySelector('.ad-content')])
        if (scroller !== null && scroller.scrollWidth > scroller.clientWidth)
          found.push(`sideways: ${scroller.scrollWidth} of ${scroller.clientWidth}`);
      const main = document.querySelector('main');
      for (const label of main?.querySelectorAll(
        '.mantine-Button-label, .mantine-SegmentedControl-label, .mantine-SegmentedControl-root',
      ) ?? [])
        if (label.scrollWidth > label.clientWidth + 1) found.push(`cut: ${saying(label)}`);
      for (const act of main?.querySelectorAll('button, [role=radiogroup]') ?? []) {
        const { right, width } = act.getBoundingClientRect();
        if (width > 1 && act.closest('[role=grid], .step-rail') === null && right > window.innerWidth + 1)
          found.push(`outside: ${saying(act)}`);
      }
      for (const block of main?.querySelectorAll(
        'p, dd, blockquote, .ad-entry-main, .ad-entry-detail, .exhibit-main, .ad-grow',
      ) ?? []) {
        if (block.closest('[role=grid], [role=gridcell]') !== null) continue;
        const { width, height } = block.getBoundingClientRect();
        const style = getComputedStyle(block);
        const size = Number.parseFloat(style.fontSize);
        const row = block.closest('li, dl, section, .ad-sheet, main')?.getBoundingClientRect().width ?? 0;
        const many = height > lines * (Number.parseFloat(style.lineHeight) || size * 1.5);
        if (width > 1 && many && width < least * size && row > 1.5 * least * size)
          found.push(`squeezed: ${Math.round(width)} px of ${Math.round(row)}: ${saying(block)}`);
      }
      return found;
    },
    { least: LEAST_EM, lines: MANY_LINES },
  );
}
