import type { Locator, Page } from 'playwright-core';
import type { InputFile } from '../inputs.ts';

/** How a person works the window: with a mouse, or with nothing but keys. */
export interface Hands {
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** A tick that must be on afterwards. */
  tick(target: Locator): Promise<void>;
  /** One of several. */
  choose(radio: Locator): Promise<void>;
  /** Replaces what a field holds. */
  write(field: Locator, text: string): Promise<void>;
  /** Types into a field that offers a list, and takes the option. */
  pickTyped(field: Locator, text: string, option: string): Promise<void>;
  /** Opens a list and takes the option. */
  pick(field: Locator, option: string): Promise<void>;
  /** Ticks the rows of a table that hold these words. */
  tickRows(grid: Locator, words: readonly string[]): Promise<void>;
  /** Hands files in at a place for files. */
  handIn(drop: Locator, files: readonly InputFile[]): Promise<void>;
  /** Puts the caret into a text. */
  enter(text: Locator): Promise<void>;
}

/** An option of a list; one that is still being narrowed to what was typed is about to be another one. */
const settledOption = (page: Page, option: string): Locator =>
  page.locator('[role=listbox]:not([aria-busy=true])').getByRole('option', { name: option });

/** With a mouse, and keys only for letters. */
export function mouse(page: Page): Hands {
  return {
    press: (target) => target.click(),
    // Some ticks are on once they are saved: the click alone changes nothing yet.
    async tick(target) {
      if (!(await target.isChecked())) await target.click();
      await target.and(page.locator(':checked')).waitFor({ state: 'attached' });
    },
    choose: (radio) => radio.click(),
    write: (field, text) => field.fill(text),
    async pickTyped(field, text, option) {
      await field.fill(text);
      await settledOption(page, option).click();
    },
    async pick(field, option) {
      await field.click();
      await settledOption(page, option).click();
    },
    async tickRows(grid, words) {
      for (const word of words) {
        await grid.getByRole('row').filter({ hasText: word }).getByRole('checkbox').check();
      }
    },
    handIn: (drop, files) => drop.locator('input[type=file]').setInputFiles([...files]),
    enter: (text) => text.click(),
  };
}

const MOST_TABS = 250;

/** With keys alone: every place is reached by Tab from where the keyboard is, as a person would. */
export function keyboard(page: Page): Hands {
  const { keyboard: keys } = page;
  // Listening from the start: the browser hands dialogs over only while somebody listens, and is told so in its own time.
  page.on('filechooser', () => undefined);
  const isOn = (target: Locator): Promise<boolean> =>
    target.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement),
    );
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await isOn(target)) return;
      await keys.press('Tab');
    }
    throw new Error(`no number of tabs reaches ${String(target)}`);
  };
  const takeOption = async (option: string): Promise<void> => {
    const wanted = settledOption(page, option);
    await wanted.waitFor();
    for (let moves = 0; moves < 40; moves += 1) {
      if ((await wanted.getAttribute('data-combobox-selected')) !== null) {
        await keys.press('Enter');
        return;
      }
      await keys.press('ArrowDown');
    }
    throw new Error(`no number of arrows reaches the option ${option}`);
  };
  return {
    async press(target) {
      await reach(target);
      await keys.press('Enter');
    },
    async tick(target) {
      await reach(target);
      if (!(await target.isChecked())) await keys.press('Space');
    },
    async choose(radio) {
      await reach(radio.locator('xpath=ancestor::*[@role="radiogroup"][1]'));
      for (let moves = 0; moves < 12; moves += 1) {
        if (await radio.evaluate((element) => element === document.activeElement)) {
          if (!(await radio.isChecked())) await keys.press('Space');
          return;
        }
        await keys.press('ArrowDown');
      }
      throw new Error(`no number of arrows reaches ${String(radio)}`);
    },
    async write(field, text) {
      await reach(field);
      await keys.press('Control+A');
      await keys.insertText(text);
    },
    async pickTyped(field, text, option) {
      await reach(field);
      await keys.insertText(text);
      await takeOption(option);
    },
    async pick(field, option) {
      await reach(field);
      await keys.press('ArrowDown');
      await takeOption(option);
    },
    async tickRows(grid, words) {
      await reach(grid);
      await keys.press('Home');
      for (let row = 0; row < (await grid.getByRole('row').count()) - 1; row += 1) {
        const id = await grid.getAttribute('aria-activedescendant');
        const text = await page.locator(`[id="${id ?? ''}"]`).innerText();
        if (words.some((word) => text.includes(word))) await keys.press('Space');
        await keys.press('ArrowDown');
      }
    },
    async handIn(drop, files) {
      await reach(drop);
      const chosen = new Promise<void>((resolve) => {
        page.once('filechooser', (chooser) => void chooser.setFiles([...files]).then(resolve));
      });
      await keys.press('Enter');
      await chosen;
    },
    enter: reach,
  };
}
