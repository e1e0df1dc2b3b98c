import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PreviewShelf } from '../../../main/workspace/index.ts';
import { HARASSMENT, newStore } from '../../helpers/case.ts';
import { openTestCore, realRandom, TestClock } from '../../helpers/core.ts';

const MINUTE = 60_000;
const page = new TextEncoder().encode('<svg/>');

async function newShelf() {
  const folder = await mkdtemp(join(tmpdir(), 'appealdesk-previews-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const clock = new TestClock('2026-11-12T02:00:00Z');
  return { folder, clock, shelf: new PreviewShelf(folder, clock, realRandom) };
}

describe('pages set for the screen', () => {
  it('stay while a window can still show them, and do not pile up while a seller types all evening', async () => {
    const { folder, clock, shelf } = await newShelf();
    const typing = {};
    for (let stroke = 0; stroke < 400; stroke += 1) {
      const pageIds = await shelf.lay(typing, [page, page]);
      const there = await readdir(folder);
      expect(there).toEqual(expect.arrayContaining(pageIds));
      // One setting a second: a minute of them is kept, for a word that is typed and taken back.
      expect(there.length).toBeLessThanOrEqual(2 * 62);
      clock.pass(1000);
    }
  });

  it('that a window is looking at stay, however long it does and however much another one types', async () => {
    const { folder, clock, shelf } = await newShelf();
    const [reading, typing] = [{}, {}];
    const [old] = await shelf.lay(reading, [page]);
    clock.pass(2 * MINUTE);
    const [read] = await shelf.lay(reading, [page]);
    for (let hour = 0; hour < 8; hour += 1) {
      clock.pass(60 * MINUTE);
      await shelf.lay(typing, [page]);
    }
    const there = await readdir(folder);
    expect(there).toContain(read);
    expect(there).not.toContain(old);
    expect(there).toHaveLength(2);
  });

  it('of windows long gone do not pile up either', async () => {
    const { folder, clock, shelf } = await newShelf();
    for (let window = 0; window < 100; window += 1) {
      await shelf.lay({}, [page]);
      clock.pass(5 * MINUTE);
    }
    expect((await readdir(folder)).length).toBeLessThanOrEqual(16);
  });

  it('of a statement are such pages, and a new start begins without any', { timeout: 60_000 }, async () => {
    const desk = await openTestCore();
    onTestFinished(() => desk.close());
    const { client, clock } = desk;
    const { previews } = desk.core.paths;
    const storeId = await newStore(client);
    const { id: caseId } = await client.cases.create({ storeId, scenarioId: HARASSMENT, orderNumbers: [] });
    const set = async (text: string) => {
      const sections = [{ heading: '经过', paragraphs: [{ sentences: [{ text, factIds: [] }] }] }];
      const pages = await client.drafting.preview({ caseId, language: 'zh-CN', title: '说明', sections });
      return pages.map(({ pageId }) => pageId);
    };
    const first = await set('一');
    const second = await set('二');
    expect((await readdir(previews)).sort()).toEqual([...first, ...second].sort());
    clock.pass(MINUTE + 1);
    const third = await set('三');
    expect(await readdir(previews)).toEqual(third);
    const again = await desk.restart();
    onTestFinished(() => again.core.close());
    expect(await readdir(previews)).toEqual([]);
  });
});
