import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestCore } from '../../helpers/core.ts';
import { putFile } from '../../helpers/files.ts';
import { oneDesk } from '../../helpers/one-desk.ts';

const desk = oneDesk();
const check = async (folder: string) => await desk.client.workspace.checkFolder({ folder });

describe('a folder is looked at before a workspace goes there', () => {
  it('takes an empty one, and one that is still to be made', async () => {
    const empty = join(desk.files, 'empty');
    await mkdir(empty);
    for (const folder of [empty, join(desk.files, 'not', 'there', 'yet')]) {
      expect(await check(folder), folder).toMatchObject({ fit: true, problem: null });
    }
  });

  it('leaves alone one that holds something already', async () => {
    const folder = join(desk.files, 'full');
    await mkdir(folder);
    await putFile(folder, '账单.xlsx', 'x');
    expect(await check(folder)).toMatchObject({ fit: false, problem: 'not-empty' });
  });

  it('takes no file for a folder', async () => {
    const file = await putFile(desk.files, 'file.txt', 'x');
    expect(await check(file)).toMatchObject({ fit: false, problem: 'read-only' });
    expect(await check(join(file, 'inside'))).toMatchObject({ fit: false, problem: 'read-only' });
  });

  it('knows a folder that a cloud service copies by its name, and proposes a local one', async () => {
    const found = await check(join(desk.files, 'OneDrive', 'AppealDesk'));
    expect(found).toMatchObject({ fit: false, problem: 'synced' });
    expect(found.service).not.toBe('');
    expect(found.proposal).toMatch(/AppealDesk$/);
  });

  it('is refused at the start too, with a local one proposed, and nothing is laid into it', async () => {
    for (const name of ['OneDrive', 'Dropbox', '坚果云', '百度网盘', 'WeChat Files']) {
      const folder = join(desk.files, name, 'AppealDesk');
      await expect(openTestCore({ folder }), name).rejects.toMatchObject({
        code: 'SYNCED_FOLDER',
        params: { folder, proposal: expect.stringMatching(/AppealDesk$/) as string },
      });
      expect(existsSync(folder), name).toBe(false);
    }
  });
});
