import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { InputFile } from '../inputs.ts';

/** Drags files from the computer's desktop onto a place of the page and lets them go there. */
export async function dropFiles(page: Page, target: Locator, files: readonly InputFile[]): Promise<void> {
  await drag(page, target, files, ['dragEnter', 'dragOver', 'drop']);
}

/** Drags files over a place of the page: whether the page takes them, refuses them, or leaves them to the browser. */
export async function hoverFiles(
  page: Page,
  target: Locator,
  files: readonly InputFile[],
): Promise<'taken' | 'refused' | 'left to the browser'> {
  const answer = page.evaluate(
    () =>
      new Promise<'taken' | 'refused' | 'left to the browser'>((resolve) => {
        const look = (event: DragEvent): void => {
          if (!event.defaultPrevented) resolve('left to the browser');
          else resolve(event.dataTransfer?.dropEffect === 'none' ? 'refused' : 'taken');
        };
        window.addEventListener('dragover', look, { once: true });
      }),
  );
  await drag(page, target, files, ['dragEnter', 'dragOver', 'dragCancel']);
  return await answer;
}

async function drag(
  page: Page,
  target: Locator,
  files: readonly InputFile[],
  steps: readonly ('dragEnter' | 'dragOver' | 'drop' | 'dragCancel')[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'appealdesk-drag-'));
  const paths = files.map(({ name }) => join(folder, name));
  for (const [at, { buffer }] of files.entries()) await writeFile(paths[at] ?? '', buffer);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is no place to drop files on');
  const cdp = await page.context().newCDPSession(page);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of steps) await cdp.send('Input.dispatchDragEvent', { type, ...place, data });
  await cdp.detach();
}
