import type { Client } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { FLAGGED_ORDERS, takeIn, writeStatement } from './case.ts';
import { putFile, screenshot } from './files.ts';

export const SHIPPING = 'shipping-waybill';
export const SHIPPING_CERTIFICATE = 'shipping-certificate';
export const DELIVERY = 'delivery-waybill';
export const TRACKING = 'courier-tracking';
export const CHAT = 'chat-token';

/** Order numbers as the platform of the notice writes them, counted up from `start`. */
export function flaggedNumbers(count: number, start = 0): string[] {
  return Array.from({ length: count }, (_, place) =>
    String(2_314_567_890_123_456_700n + BigInt(start + place)),
  );
}

/** A notice as it is copied out of a back office. */
export function noticeText(orderNumbers: readonly string[]): string {
  return [
    '【违规通知】您的店铺有订单涉嫌虚假交易，请在 72 小时内申诉，逾期入口关闭。',
    '违规编号：WG20261112001',
    ...orderNumbers.map((number) => `订单编号：${number}`),
    '如有疑问请联系官方客服 13800000000',
  ].join('\n');
}

/** A shop that the notice came to. */
export async function noticeStore(client: Client, name = '示例淘宝店'): Promise<string> {
  return (await client.stores.create({ platform: 'taobao', name, exportZone: 'Asia/Shanghai' })).id;
}

/** Opens a case from nothing but the pasted notice. */
export async function openFromNotice(
  client: Client,
  storeId: string,
  orderNumbers: readonly string[],
  notice: {
    readonly issuedAt?: number | null;
    readonly seenAt?: number;
    readonly pageDeadline?: number | null;
  } = {},
): Promise<string> {
  const { id } = await client.cases.create({
    storeId,
    scenarioId: FLAGGED_ORDERS,
    orderNumbers: [...orderNumbers],
    notice: { text: noticeText(orderNumbers), ...notice },
  });
  return id;
}

/** Takes one picture in for each order and ticks it for every voucher the form asks of it. */
export async function proveOrders(
  client: Client,
  files: string,
  caseId: string,
  orderNumbers: readonly string[],
): Promise<string[]> {
  const paths = [];
  for (const [place, number] of orderNumbers.entries())
    paths.push(await putFile(files, `${number}.png`, await screenshot(place, 40 + (place % 7), 41 + place)));
  const itemIds = await takeIn(client, paths, caseId);
  await client.requirements.acceptProposals({
    caseId,
    proposals: orderNumbers.flatMap((orderNumber, place) =>
      [SHIPPING, DELIVERY, TRACKING, CHAT].map((requirementId) => ({
        itemId: itemIds[place] ?? '',
        orderNumber,
        requirementId,
      })),
    ),
  });
  return itemIds;
}

/** A statement of one sentence on one confirmed fact that cites the item. */
export async function stateFact(
  client: Client,
  caseId: string,
  itemId: string,
  text: string,
  language: Language = 'zh-CN',
): Promise<void> {
  const { id } = await client.facts.create({ caseId, text, citations: [{ itemId }] });
  await client.facts.confirm({ factId: id, confirmed: true });
  await writeStatement(client, caseId, text, [id], language);
}
