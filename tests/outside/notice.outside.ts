import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportCase } from '../helpers/case.ts';
import { openTestCore } from '../helpers/core.ts';
import { testFolder } from '../helpers/files.ts';
import {
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
  stateFact,
} from '../helpers/notice-case.ts';
import { squeeze } from '../helpers/pdf.ts';

export const name = 'a notice of 40 orders: what is contested is there, what is not is nowhere';
export const tools = ['qpdf', 'pdftotext', 'sha256sum', 'grep'];
export const aptPackages = ['qpdf', 'poppler-utils', 'coreutils', 'grep'];

const tool = promisify(execFile);
const CLAIM = '以下订单均为真实交易，发货、签收和聊天记录齐全。';

/** Exports the material of a real case and reads it back with tools that are not ours. */
export async function run(): Promise<void> {
  const desk = await openTestCore({ settings: { idleMinutes: 0 } });
  const files = await testFolder();
  try {
    const { client, clock } = desk;
    const orders = flaggedNumbers(40);
    const genuine = orders.slice(0, 24);
    const unproven = orders.slice(24, 36);
    const admitted = orders.slice(36);
    const storeId = await noticeStore(client);
    const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
    const itemIds = await proveOrders(client, files, caseId, genuine);
    await client.cases.sortOrders({ caseId, orderNumbers: genuine, class: 'documented-genuine' });
    await client.cases.sortOrders({ caseId, orderNumbers: unproven, class: 'cannot-be-proven' });
    await client.cases.sortOrders({ caseId, orderNumbers: admitted, class: 'admitted' });
    await stateFact(client, caseId, itemIds[0] ?? '', CLAIM);
    await exportCase(client, caseId);
    const [packet] = await client.packets.list({ caseId });
    const folder = join(desk.folder, 'exports', ...(packet?.folder ?? '').split('/'));

    const archive = join(folder, '存档');
    await tool('qpdf', ['--check', join(archive, '存档.pdf')]);
    const printed = await tool('pdftotext', ['-layout', join(archive, '存档.pdf'), '-'], { maxBuffer: 1e8 });
    const words = squeeze(printed.stdout);
    assert.ok(words.includes(squeeze(CLAIM)), 'the statement is not in the PDF');
    for (const [place, number] of genuine.entries()) {
      assert.ok(words.includes(number), `${number} is not in the PDF`);
      assert.ok(words.includes(`证据${place + 1}`), `证据${place + 1} is not in the PDF`);
    }
    await tool('sha256sum', ['--check', '--strict', '校验清单.sha256'], { cwd: archive });

    const kit = await readdir(join(folder, '上传包'));
    assert.equal(kit.filter((entry) => entry.includes('订单')).length, genuine.length);
    const names = (await readdir(folder, { recursive: true })).join('\n');
    for (const number of [...unproven, ...admitted]) {
      assert.ok(!words.includes(number), `${number} is in the PDF`);
      assert.ok(!names.includes(number), `${number} is in a file's name`);
      // grep ends with 1 where it finds nothing.
      await assert.rejects(tool('grep', ['-r', '-a', '-l', number, folder]), { code: 1 });
    }
  } finally {
    await desk.close();
    await rm(files, { recursive: true, force: true });
  }
}
