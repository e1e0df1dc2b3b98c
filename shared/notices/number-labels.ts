/** What the words before a number say it is; null where they say nothing. */
export type Label = 'order' | 'other' | null;

/** The number before, and whether it has the shape of the one that is asked about. */
interface NumberBefore {
  readonly label: Label;
  readonly alike: boolean;
}

const NUMBER_WORD = '(?:单号|编号|号码|号|单|ID|No\\.?)';
const POINTS_AT = '[ \\t]{0,2}(?:为|是)?[ \\t]{0,2}(?::\\s{0,3}|#|[(【\\["\'“「]){0,2}[ \\t]{0,2}$';
/** Words that alone say that it is no order: what carries parcels, and what rings. */
const OTHER_THINGS =
  '(?:运单|面单|底单|快递|物流|快件|包裹|手机|电话|热线|座机|联系方式|QQ|微信|tel|phone|mobile|tracking|waybill)';
/** Words that say so only with "number" behind them: 违规：8012… names an order, 违规编号：2026… does not. */
const OTHER_MATTERS =
  '(?:违规|违约|处罚|纠纷|争议|举报|申诉|投诉|工单|通知|案件|案|商品|宝贝|产品|店铺|会员|买家|卖家|流水|支付|case|ticket|item|product|store|shop|violation|dispute|penalty)';
const SAYS_OTHER = new RegExp(
  `(?:${OTHER_THINGS}(?: ?(?:numbers?|${NUMBER_WORD}))?|${OTHER_MATTERS} ?(?:记录)?(?:numbers?|${NUMBER_WORD}))${POINTS_AT}`,
  'i',
);
const ORDER_WORD = /订单|交易(?:号|编号|单号)|(?<![a-z])orders?(?![a-z])|order_?(?:id|no)/i;
/** How far before a number a word for "order" still speaks of it. */
const CLOSE = 16;
/** Between two numbers of one list on one line. */
const LIST = /^[ \t、,;，；/|和与及]+$/;

/**
 * What the text right before a number calls it. A label on the line above counts only with its colon (订单号：), so that
 * the last heading of a table is not taken for the first cell's. In a list on one line the first number's label holds for
 * those of the same shape.
 *
 * @param gap the folded text between the number before, or the beginning, and this one.
 */
export function labelBefore(gap: string, before: NumberBefore | null): Label {
  if (before !== null && LIST.test(gap)) return before.alike ? before.label : null;
  if (SAYS_OTHER.test(gap.slice(-40))) return 'other';
  const near = gap.slice(-CLOSE);
  const line = near.slice(near.trimEnd().endsWith(':') ? 0 : near.lastIndexOf('\n') + 1);
  return ORDER_WORD.test(line) ? 'order' : null;
}

/** What a text calls the number of its matter. */
export interface MatterLabel {
  /** As it stands in the text, e.g. 违规编号. */
  readonly words: string;
  /** Whether it names the violation or dispute itself, and not a notice, ticket or complaint about it. */
  readonly isOwn: boolean;
}

const MATTERS = '违规|违约|处罚|扣分|案件|纠纷|争议|violation|infraction|penalty|dispute|case';
const ABOUT_MATTERS = '通知|工单|申诉|投诉|举报|notice|notification|ticket|appeal|complaint';
const MATTER_LABEL = new RegExp(
  `((?:(?<![a-z])(?:${MATTERS})(?:记录|事件| record| case)?|((?<![a-z])(?:${ABOUT_MATTERS}))) ?(?:numbers?|(?:reference )?${NUMBER_WORD}))${POINTS_AT}`,
  'i',
);

/**
 * What the text right before a number calls it, where that is a violation, a dispute or what the platform wrote about one;
 * null where it calls it something else or nothing. In a list on one line the first number's label holds for those of the
 * same shape.
 *
 * @param gap the folded text between the number before, or the beginning, and this one.
 */
export function matterLabelBefore(
  gap: string,
  before: { readonly label: MatterLabel | null; readonly alike: boolean } | null,
): MatterLabel | null {
  if (before !== null && LIST.test(gap)) return before.alike ? before.label : null;
  const [, words, about] = MATTER_LABEL.exec(gap.slice(-40)) ?? [];
  return words === undefined ? null : { words, isOwn: about === undefined };
}
