import type { Client } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { resultOf } from './core.ts';
import { orderExport, putFile, screenshot, type ExportRow } from './files.ts';

export const HARASSMENT = 'aliexpress.report-buyer.malicious-harassment';
export const MALICIOUS_ORDER = 'aliexpress.report-buyer.malicious-order';
export const MALICIOUS_REVIEW = 'aliexpress.report-buyer.malicious-review';
export const MALICIOUS_DISPUTE = 'aliexpress.report-buyer.malicious-dispute';
export const FLAGGED_ORDERS = 'taobao.fake-transaction.goods';
export const DISPUTE = 'taobao.dispute.not-received';
export const ITEM_RETURN = 'walmart.dispute.customer-return';

/** Order numbers that look like the platform's, counted up from `start`. */
export function orderNumbers(count: number, start = 0): string[] {
  return Array.from({ length: count }, (_, place) => String(8_012_345_678_900_123n + BigInt(start + place)));
}

/** Puts every round of back offices off: nothing of them is due while something else is looked at. */
export async function lookNowhere(client: Client): Promise<void> {
  for (const { storeId, kind, off } of await client.lookUps.list({}))
    if (!off) await client.lookUps.plan({ storeId, kind, off: true });
}

/** A store with a zone for its exports already said. */
export async function newStore(client: Client, name = '示例一店'): Promise<string> {
  const { id } = await client.stores.create({ platform: 'aliexpress', name, exportZone: 'Asia/Shanghai' });
  return id;
}

/** Imports rows as the platform's export file and answers with the import's id. */
export async function importRows(
  client: Client,
  files: string,
  storeId: string,
  rows: readonly ExportRow[],
  name = 'orders.csv',
): Promise<string> {
  const path = await putFile(files, name, orderExport(rows));
  const { importId } = await resultOf<{ importId: string }>(
    client,
    await client.orders.startImport({ storeId, file: { path } }),
  );
  return importId;
}

/** Takes files in and answers with the items' ids; any refusal fails the test. */
export async function takeIn(
  client: Client,
  paths: readonly string[],
  caseId: string | null = null,
): Promise<string[]> {
  const taken = await resultOf<{ itemId?: string; error?: { code: string } }[]>(
    client,
    await client.evidence.takeIn({ caseId, files: paths.map((path) => ({ file: { path } })) }),
  );
  return taken.map((each) => {
    if (each.itemId === undefined) throw new Error(`not taken in: ${each.error?.code ?? ''}`);
    return each.itemId;
  });
}

export interface PreparedCase {
  readonly caseId: string;
  readonly orders: readonly string[];
  readonly itemIds: readonly string[];
  readonly factId: string;
}

/** Opens a case and brings it to the point where its material can be exported. */
export async function prepareCase(
  client: Client,
  files: string,
  options: {
    readonly storeId: string;
    readonly orders: readonly string[];
    readonly scenarioId?: string;
    readonly seed: number;
    readonly pictures?: number;
  },
): Promise<PreparedCase> {
  const { storeId, orders, seed, scenarioId = HARASSMENT, pictures = 2 } = options;
  const { id: caseId } = await client.cases.create({ storeId, scenarioId, orderNumbers: [...orders] });
  const paths: string[] = [];
  for (let place = 0; place < pictures; place += 1) {
    paths.push(
      await putFile(files, `截图 ${seed}-${place}.png`, await screenshot(seed * 10 + place, 90, 160)),
    );
  }
  const itemIds = await takeIn(client, paths, caseId);
  const { id: factId } = await client.facts.create({
    caseId,
    text: '买家连拍两单未付款，备注填“asdf”。',
    happened: '2026-11-02',
    citations: [{ itemId: itemIds[0] ?? '' }],
  });
  await client.facts.confirm({ factId, confirmed: true });
  await writeStatement(client, caseId, '买家连拍两单，均未付款。', [factId]);
  return { caseId, orders, itemIds, factId };
}

/** Saves a statement of one sentence over whatever is there. */
export async function writeStatement(
  client: Client,
  caseId: string,
  text: string,
  factIds: readonly string[],
  language: Language = 'zh-CN',
): Promise<void> {
  const { version, title } = await client.drafting.get({ caseId, language });
  await client.drafting.save({
    caseId,
    language,
    baseVersion: version,
    title,
    sections: [{ heading: '事情经过', paragraphs: [{ sentences: [{ text, factIds: [...factIds] }] }] }],
  });
}

/** Exports the material of a case. */
export async function exportCase(client: Client, caseId: string, originals = false): Promise<string> {
  const { packetId } = await resultOf<{ packetId: string }>(
    client,
    await client.packets.export({ caseId, language: 'zh-CN', originals }),
  );
  return packetId;
}

/** Records that a case's material was filed just now. */
export async function file(
  client: Client,
  prepared: Pick<PreparedCase, 'caseId' | 'orders'>,
  packetId: string,
  submittedAt: number,
): Promise<string> {
  const { id } = await client.submissions.record({
    caseId: prepared.caseId,
    packetId,
    submittedAt,
    platformNumber: 'R-1',
    spends: [...prepared.orders],
  });
  return id;
}
