import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../shared/contract/index.ts';
import { openTestCore, resultOf, TestClock } from '../helpers/core.ts';
import { orderExport, screenshot, type ExportRow } from '../helpers/files.ts';
import type { ActInput } from './kill-acts.ts';

/** A workspace in which every act can be done, closed in order, to be copied. */
export interface PreparedWorkspace {
  /** Holds everything; remove it when done. */
  readonly root: string;
  readonly workspace: string;
  readonly input: ActInput;
  readonly inputFile: string;
}

const FIRST = 8_012_345_678_900_000;

/** Bytes that no compression or hash table finds alike, the same for the same name. */
export function noise(name: string, size: number): Uint8Array {
  const parts: Buffer[] = [];
  for (let block = 0; block * 32 < size; block += 1)
    parts.push(createHash('sha256').update(`${name}/${block}`).digest());
  return Buffer.concat(parts).subarray(0, size);
}

/**
 * Makes a workspace with imported orders, evidence and a case that is ready for export, and beside it the files of the
 * acts: an export of 3,000 orders of which 1,000 are known and half of those changed, and 24 files of 20 MB together.
 *
 * @param backedUp makes a backup at the end, so that no daily one is due when a copy is opened
 */
export async function prepareWorkspace({ backedUp = false } = {}): Promise<PreparedWorkspace> {
  const root = await mkdtemp(join(tmpdir(), 'appealdesk-kill-'));
  const workspace = join(root, 'workspace');
  const filesFolder = join(root, 'files');
  await mkdir(filesFolder);
  const put = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(filesFolder, name), content);
    return join(filesFolder, name);
  };
  const clock = new TestClock(new Date(Date.now() - 3_600_000).toISOString());
  const { client, core } = await openTestCore({ folder: workspace, clock });
  const store = await client.stores.create({ platform: 'aliexpress', name: '示例二店' });
  const first = await put('first.csv', orderExport(orders(0, 1_500, 'asdf')));
  await resultOf(
    client,
    await client.orders.startImport({ storeId: store.id, file: { path: first }, zone: 'Asia/Shanghai' }),
  );
  const exhibits = [
    await put('chat.txt', '2026-11-02 20:15 buyer: asdf\n2026-11-02 20:16 buyer: 1111\n'),
    await put('1.png', await screenshot(1)),
    await put('2.png', await screenshot(2)),
    await put('recording.bin', noise('recording', 1_500_000)),
  ];
  const caseId = await prepareCase(client, store.id, exhibits);
  if (backedUp) await resultOf(client, await client.workspace.backUp({}));
  await core.close();

  const files = [exhibits[0] ?? ''];
  for (let place = 0; place < 24; place += 1)
    files.push(
      await put(`evidence-${place}.bin`, noise(`evidence-${place}`, 200_000 + ((place * 7) % 24) * 55_000)),
    );
  const known = orders(500, 1_000, 'asdf').map((row, place) =>
    place % 2 === 0 ? row : { ...row, remark: `changed ${place}` },
  );
  const table = await put('second.csv', orderExport([...known, ...orders(1_500, 2_000, 'new')]));
  const input: ActInput = { storeId: store.id, caseId, table, files };
  const inputFile = await put('input.json', JSON.stringify(input));
  return { root, workspace, input, inputFile };
}

function orders(from: number, count: number, remark: string): ExportRow[] {
  return Array.from({ length: count }, (_, place) => ({
    orderNumber: String(FIRST + from + place),
    buyerName: `Buyer ${(from + place) % 97}`,
    remark,
  }));
}

async function prepareCase(client: Client, storeId: string, paths: readonly string[]): Promise<string> {
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId: 'aliexpress.report-buyer.malicious-harassment',
    orderNumbers: [String(FIRST), String(FIRST + 97)],
  });
  const taken = await resultOf<readonly { itemId: string }[]>(
    client,
    await client.evidence.takeIn({ caseId, files: paths.map((path) => ({ file: { path } })) }),
  );
  const fact = await client.facts.create({
    caseId,
    text: '买家连拍 2 单未付款，备注填“asdf”。',
    citations: [{ itemId: taken[0]?.itemId ?? '', page: null, note: '' }],
  });
  await client.facts.confirm({ factId: fact.id, confirmed: true });
  const { version } = await client.drafting.get({ caseId, language: 'zh-CN' });
  await client.drafting.save({
    caseId,
    language: 'zh-CN',
    baseVersion: version,
    title: '举报买家恶意骚扰',
    sections: [
      {
        heading: '事情经过',
        paragraphs: [{ sentences: [{ text: '买家连续拍下 2 单，均未付款。', factIds: [fact.id] }] }],
      },
    ],
  });
  return caseId;
}
