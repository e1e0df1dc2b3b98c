import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** A folder for a test's own files. */
export async function testFolder(): Promise<string> {
  return await mkdtemp(join(tmpdir(), 'appealdesk-files-'));
}

const HEADERS =
  '订单号,订单状态,负责人(业务员),买家名称,买家邮箱,下单时间,付款时间,产品总金额,物流费用,订单金额,满立减,产品信息（双击单元格展开所有产品信息！）,订单备注,收货地址,收货人名称,收货国家,州/省,城市,地址,邮编,联系电话,手机,买家选择物流,发货期限,实际发货物流:运单号,发货时间,确认收货时间';

export interface ExportRow {
  readonly orderNumber: string;
  readonly buyerName?: string;
  readonly orderedAt?: string;
  readonly paidAt?: string;
  /** When it has to be shipped by; empty where the export does not say. */
  readonly shipBy?: string;
  readonly shippedAt?: string;
  readonly receivedAt?: string;
  readonly amount?: string;
  readonly remark?: string;
}

/** The text of an order export as the platform's Chinese back office writes it. */
export function orderExport(rows: readonly ExportRow[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) =>
    [
      row.orderNumber,
      row.paidAt === undefined ? '等待买家付款' : '等待您发货',
      '运营甲',
      row.buyerName ?? 'Ivan Petrov',
      '',
      row.orderedAt ?? '2026-11-02 20:14',
      row.paidAt ?? '',
      row.amount ?? 'US $12.34',
      'US $0.00',
      row.amount ?? 'US $12.34',
      '',
      'Phone case\nblack x1',
      row.remark ?? '',
      'Lenina 1, Moscow',
      'Ivan Petrov',
      'Russian Federation',
      'Moscow',
      'Moscow',
      'Lenina 1',
      '101000',
      '+7 495 1234567',
      '+7 916 1234567',
      'AliExpress Standard Shipping',
      row.shipBy ?? '2026-11-09 20:14',
      '',
      row.shippedAt ?? '',
      row.receivedAt ?? '',
    ]
      .map(cell)
      .join(','),
  );
  return [HEADERS, ...lines].join('\r\n') + '\r\n';
}

/** Writes text (UTF-8) or bytes to a file of the folder and answers with its path. */
export async function putFile(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** A screenshot-like picture whose bytes depend on `seed`. */
export async function screenshot(seed: number, width = 720, height = 1280): Promise<Uint8Array> {
  return await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: { r: (seed * 37) % 256, g: (seed * 91) % 256, b: 200 },
    },
  })
    .png()
    .toBuffer();
}

/** Changes one byte of a file in place, as a failing disk does: its size stays what it was. */
export async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await chmod(path, 0o644);
  await writeFile(path, bytes);
}
