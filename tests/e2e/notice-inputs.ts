import type { Language } from '../../shared/i18n/index.ts';
import { flaggedNumbers } from '../helpers/notice-case.ts';
import { pdfFile, screenshot, type InputFile } from './inputs.ts';
import type { SentenceInput } from './page-models/case-pages.ts';

/** Forty orders that a notice names, as they are sorted in the end; the last but one genuine was once put down wrongly. */
export const FLAGGED = flaggedNumbers(40, 9000);
export const GENUINE = FLAGGED.slice(0, 24);
export const UNPROVEN = FLAGGED.slice(24, 36);
export const ADMITTED = FLAGGED.slice(36);
/** In the notice too, but of a matter that is over. */
export const OVER = flaggedNumbers(1, 9900)[0] ?? '';
export const PHONE = '13800000000';
export const WAYBILL = 'YT8812345678901';
const HOUR = 3_600_000;
/** What the page's own countdown leaves. */
export const LEFT = { words: '剩2天21小时13分', milliseconds: 69 * HOUR + 13 * 60_000 } as const;

/** A notice as it is copied out of a back office, in the platform's language whatever the window's is. */
export function notice(orderNumbers: readonly string[]): string {
  return [
    '【违规通知】您的店铺有订单涉嫌虚假交易，请在 72 小时内发起申诉，逾期入口关闭。',
    `违规编号：WG20261120001　申诉倒计时：${LEFT.words}`,
    ...orderNumbers.map((number) => `订单编号：${number}`),
    `抽查包裹运单号：${WAYBILL}`,
    `（上一次已处理的订单 ${OVER} 不在此列）`,
    `如有疑问请联系官方客服 ${PHONE}`,
  ].join('\n');
}

/** Small pictures, no two alike: what is taken in twice is one item. */
let made = 0;
export async function picture(name: string): Promise<InputFile> {
  made += 1;
  return await screenshot(name, 160 + made, 110 + made);
}

/** The courier's lists, one paper for many orders. */
export const CERTIFICATE = pdfFile('快递盖章证明.pdf');
export const SIGNED_LIST = '网点签收联汇总.png';
export const TRACKING_LIST = '网点内部跟踪汇总.png';

/** Shows that the courier was asked for what could not be had. */
export const SCREENSHOT_OF_REQUEST = '问网点要签收联.png';

/** Called at every screen on the way. */
export type At = (screen: string) => Promise<void>;

interface Words {
  readonly platform: string;
  readonly shop: string;
  readonly scene: string;
  readonly vouchers: {
    readonly shipping: string;
    readonly certificate: string;
    readonly delivery: string;
    readonly tracking: string;
    readonly chat: string;
  };
  readonly questions: readonly string[];
  readonly branch: string;
  readonly refusal: string;
  readonly wasAdmitted: string;
  readonly facts: readonly [string, string];
  readonly title: string;
  readonly sentences: readonly SentenceInput[];
  readonly planTitle: string;
  readonly plan: readonly [string, string, string];
  readonly planHeadings: readonly [string, string, string];
  readonly remains: string;
}

/** What is typed and looked for in each language; rulebook texts are those of the pack. */
export const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    platform: '淘宝/天猫',
    shop: '海港百货旗舰店',
    scene: '虚假交易申诉·实物订单',
    vouchers: {
      shipping: '发货物流底单',
      certificate: '快递公司盖章证明（底单没留时代替）',
      delivery: '签收物流底单',
      tracking: '快递公司内部跟踪截图',
      chat: '旺旺聊天举证号',
    },
    questions: ['页面上的申诉场景，选的是和这次情况对得上的那个吗？'],
    branch: '城东网点小李',
    refusal: '签收联只留三个月，已经销毁',
    wasAdmitted: '运营记错了，网点找到了签收底单',
    facts: ['24 笔订单都由城东网点揽收并派送签收。', '网点内部跟踪与订单的收件人、运单号一致。'],
    title: '虚假交易申诉说明',
    sentences: [
      { text: '这 24 笔订单都有真实的揽收和签收。', facts: [1] },
      { text: '网点内部跟踪与订单逐笔对得上。', facts: [2] },
    ],
    planTitle: '店铺整改方案',
    plan: [
      '发货交接没有逐单留底，事后补不齐。',
      '已安排专人当天扫描底单并归档。',
      '每周抽查一次归档，缺一张当天补。',
    ],
    planHeadings: ['原因', '已采取措施', '预防措施'],
    remains: '没有找到第二次申诉的官方办法',
  },
  en: {
    platform: 'Taobao/Tmall',
    shop: 'Harbour Goods',
    scene: 'Fake-transaction appeal: physical goods',
    vouchers: {
      shipping: 'Shipping slip (发货物流底单)',
      certificate: "The courier's stamped certificate (in place of the slip)",
      delivery: 'Signed delivery slip (签收物流底单)',
      tracking: "Screenshot of the courier's internal tracking",
      chat: 'Wangwang chat token (举证号)',
    },
    questions: ['Is the appeal scene chosen on the page the one that fits this matter?'],
    branch: 'East branch, Mr Li',
    refusal: 'Signed slips are kept for three months only',
    wasAdmitted: 'Noted by mistake; the branch found the signed slip',
    facts: [
      'All 24 orders were picked up and delivered by the east branch.',
      "The branch's internal tracking agrees with each order's recipient and waybill.",
    ],
    title: 'Appeal: the orders are genuine',
    sentences: [
      { text: 'All of these orders were really picked up and signed for.', facts: [1] },
      { text: "The courier's internal tracking agrees with each of them.", facts: [2] },
    ],
    planTitle: 'What the shop changes',
    plan: [
      'Slips were not filed order by order at hand-over.',
      'One person now scans each slip on the same day.',
      'A weekly spot check finds what is missing.',
    ],
    planHeadings: ['Causes', 'What we have done', 'How we prevent it'],
    remains: 'No official second appeal was found',
  },
};

/** Two days of a campaign, and the two before: an export of the platform's back office with orders of each. */
export const CAMPAIGN = { name: '周末直播专场', startsOn: '2026-11-14', endsOn: '2026-11-15' } as const;

/** Six orders of a shop in the columns of the platform's export, two of them named by the notice. */
export function shopExport(shop: string): InputFile {
  const head =
    '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,物流单号,物流公司,订单备注,店铺名称';
  const others = flaggedNumbers(4, 9500);
  const rows = [
    [others[0], '2026-11-12 09:10:00', '73100000000001'],
    [others[1], '2026-11-14 10:00:00', '73100000000002'],
    [GENUINE[0], '2026-11-14 20:01:12', '73100000000003'],
    [GENUINE[1], '2026-11-14 20:02:40', '73100000000004'],
    [others[2], '2026-11-15 20:03:00', '73100000000005'],
    [others[3], '2026-11-15 21:30:00', '73100000000006'],
  ].map(
    ([number, at, waybill]) =>
      `"=""${number ?? ''}""",tb买家,59.00,59.00,交易成功,张三,浙江省杭州市西湖区,13900000000,${at ?? ''},${at ?? ''},保温杯,"=""${waybill ?? ''}""",圆通速递,,${shop}`,
  );
  return {
    name: 'ExportOrderList.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}\r\n`, 'utf8'),
  };
}
