import type { DeskWindow } from './desk-window.ts';

/** A line of the sheet of keys: an act, and the key that does it. */
export interface KeyLine {
  readonly act: string;
  readonly keys: string;
}

/** Opens the sheet of keys on the screen that is shown, reads its acts, and puts it away. */
export async function readKeys({ page, t }: DeskWindow): Promise<readonly KeyLine[]> {
  await leaveField({ page });
  await pressKeys({ page }, '?');
  const sheet = page.getByRole('dialog', { name: t('app:keys') });
  await sheet.waitFor();
  const lines = await sheet.locator('[data-act]').evaluateAll((all) =>
    all.map((line) => ({
      act: line.getAttribute('data-act') ?? '',
      keys: line.getAttribute('data-keys') ?? '',
    })),
  );
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  return lines;
}

/** Takes the keyboard out of whatever it is in. */
export async function leaveField({ page }: Pick<DeskWindow, 'page'>): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

const NAMES: Readonly<Record<string, string>> = {
  mod: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  escape: 'Escape',
  delete: 'Delete',
  enter: 'Enter',
  f1: 'F1',
};

/** Presses a key as the sheet writes it: `g t` one after the other, `shift+mod+z` together. */
export async function pressKeys({ page }: Pick<DeskWindow, 'page'>, keys: string): Promise<void> {
  for (const press of keys.split(' ')) {
    const parts = press.split('+').map((part) => NAMES[part] ?? part);
    const last = parts.at(-1) ?? '';
    const letter = parts.includes('Shift') && last.length === 1 ? last.toUpperCase() : last;
    await page.keyboard.press([...parts.slice(0, -1), letter].join('+'));
  }
}

/** Buttons of the screen that no key presses: neither their own nor, where they stand in a row, the row's. */
export async function buttonsWithoutKey({ page }: Pick<DeskWindow, 'page'>): Promise<readonly string[]> {
  return page.locator('main').evaluate((main) => {
    // Tabs, fields and the parts of fields are worked as such; a row of a table has its keys on the row; a menu's acts
    // have keys of their own; and what cannot be taken back is pressed by hand alone.
    const otherwise =
      '[role=tab], [role=combobox], [aria-haspopup=menu], .ad-seal-button, [role=grid] *, .mantine-Input-wrapper *, .tiptap *, .mantine-RichTextEditor-root *';
    return [...main.querySelectorAll('button, a.mantine-Button-root')]
      .filter((button) => !button.matches(otherwise) && !button.hasAttribute('aria-keyshortcuts'))
      .map((button) => button.outerHTML.slice(0, 160));
  });
}

/** How long nothing may change for a screen to be at rest, and how long that is waited for, ms. */
const REST = { still: 250, longest: 5000 };

/** Waits until a screen has come to rest: what still comes in by itself would be taken for the work of a key. */
export async function comeToRest({ page }: Pick<DeskWindow, 'page'>): Promise<void> {
  await page.evaluate(async ({ still, longest }) => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        watcher.disconnect();
        resolve();
      };
      let timer = setTimeout(end, still);
      const watcher = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(end, still);
      });
      watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      setTimeout(end, longest);
    });
  }, REST);
}

/**
 * Presses the key of an act once the screen has come to rest, as a person does: a key that is pressed while its row is still
 * coming in does nothing, and nothing tells that it did not.
 */
export async function pressAct(window: Pick<DeskWindow, 'page'>, keys: string): Promise<void> {
  await comeToRest(window);
  await pressKeys(window, keys);
}

/** What a person would see of the window, to tell whether a key did anything. */
export async function sight({ page }: Pick<DeskWindow, 'page'>): Promise<string> {
  return page.evaluate(() => {
    const shown = document.documentElement;
    const place = (element: Element | null): string =>
      element === null
        ? ''
        : `${place(element.parentElement)}/${[...(element.parentElement?.children ?? [])].indexOf(element)}`;
    return [
      location.href,
      shown.lang,
      shown.dataset['mantineColorScheme'],
      place(document.activeElement),
      document.body.innerHTML,
    ].join('\n');
  });
}
