import type { Language } from '../kernel/fields.ts';
import type { Addressee, Bilingual } from '../rulebook/index.ts';

/** What one addressee is to be asked for. */
export interface AskNeed {
  readonly addressee: Addressee;
  /** The number of the item it is about, where the matter is one item of an order. */
  readonly itemNumber?: string | undefined;
  readonly needs: readonly {
    readonly title: Bilingual;
    /** Said only to those who look on our behalf: it speaks from the seller's desk. */
    readonly whereFound: Bilingual;
    /** Kept when goods come back, not only when they leave. */
    readonly ofReturn: boolean;
    /** Empty: one for the whole matter. */
    readonly orderNumbers: readonly string[];
    /** Of one for the whole matter: the orders that it is about. */
    readonly aboutOrders?: readonly string[] | undefined;
  }[];
}

/** What a message says around the list; `{count}` is how many orders, `{by}` an instant as text. */
interface Words {
  /** To a warehouse that is to look for what it kept of goods that came back. */
  readonly returned: string;
  readonly item: string;
  readonly greeting: Readonly<Record<Addressee, string>>;
  readonly ordersOne: string;
  readonly orders: string;
  readonly case: string;
  readonly about: string;
  readonly numbers: string;
  readonly where: string;
  readonly by: string;
  readonly legible: string;
  readonly honest: Readonly<Record<Addressee, string>>;
}

const SAY_SO_ZH = '有的先发；没有留存的也请直接说一声，不要补做，也不要改日期。谢谢！';
const SAY_SO_EN =
  'Please send what you have first. If something was not kept, just tell me: please make nothing up afterwards ' +
  'and change no dates. Thank you!';

const WORDS: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    returned: '您好，平台要核实店铺的订单，麻烦找一下出库和收退货时留的照片、序列号：',
    item: '商品编号：{item}',
    greeting: {
      'own-records': '店铺收到平台通知，下面这些凭证要从自己的记录里找：',
      courier: '您好，我是寄件的店铺。平台要核实下面的订单，麻烦帮忙调一下寄递凭证：',
      warehouse: '您好，平台要核实店铺的订单，麻烦仓库帮忙找一下发货时留的凭证：',
      factory: '您好，平台要核实店铺的订单，麻烦贵厂帮忙找一下当时留的凭证：',
      buyer: '您好，打扰了。平台要核实您在本店的订单，想请您在方便的时候帮忙提供：',
      platform: '您好，我是本店商家。店铺正在准备申诉，想查询或调取下面这些记录：',
      client: '您好，贵店的申诉需要补下面这些凭证，麻烦安排找一下：',
    },
    ordersOne: '这 1 笔订单要：',
    orders: '这 {count} 笔订单，每笔都要：',
    case: '不分订单，提供一份就行：',
    about: '说的是这些订单：',
    numbers: '订单号：',
    where: '（{where}）',
    by: '{by} 前要用，再晚就赶不上提交了。',
    legible: '请发原图、原件照片或原文件，拍完整，字、单号、日期、印章都要看得清，不要裁剪、涂改。',
    honest: {
      'own-records': '找到的先传，找不到的如实记下来，不要补做，也不要改日期。',
      courier: SAY_SO_ZH,
      warehouse: SAY_SO_ZH,
      factory: SAY_SO_ZH,
      buyer: '如实提供就好，没有留着或不方便给都没关系，直接说一声就行。谢谢您！',
      platform: '查不到或调不了的，也请告知原因。谢谢！',
      client: SAY_SO_ZH,
    },
  },
  en: {
    returned:
      'Hello, the platform is checking orders of the shop. Could you please look for the photos and serial numbers kept ' +
      'at dispatch and when the return came in:',
    item: 'Item number: {item}',
    greeting: {
      'own-records':
        'The shop has a notice from the platform. These vouchers are to be found in our own records:',
      courier:
        'Hello, this is the shop that sent these parcels. The platform is checking the orders below; ' +
        'could you please look up the delivery records:',
      warehouse:
        'Hello, the platform is checking orders of the shop. Could the warehouse please look for the vouchers kept at dispatch:',
      factory:
        'Hello, the platform is checking orders of the shop. Could you please look for the vouchers kept at the time:',
      buyer:
        'Hello, sorry to trouble you. The platform is checking your order with our shop. ' +
        'When it suits you, could you please provide:',
      platform:
        'Hello, I am the seller of this shop. We are preparing an appeal and would like to look up or obtain these records:',
      client: "Hello, your shop's appeal still needs these vouchers. Could you please have them looked for:",
    },
    ordersOne: 'For this 1 order:',
    orders: 'For each of these {count} orders:',
    case: 'One for the whole matter, whatever the order:',
    about: 'It is about these orders:',
    numbers: 'Order numbers:',
    where: ' ({where})',
    by: 'It is needed before {by}: later would be too late for filing.',
    legible:
      'Please send the original picture, a photo of the original or the original file: all of it, with the words, ' +
      'numbers, dates and stamps legible, not cropped and not altered.',
    honest: {
      'own-records':
        'Hand in first what is found. What cannot be found is written down as it is: make nothing up afterwards and change no dates.',
      courier: SAY_SO_EN,
      warehouse: SAY_SO_EN,
      factory: SAY_SO_EN,
      buyer: 'Only what is so, please. If you did not keep it or would rather not, just say so. Thank you!',
      platform: 'If a record cannot be found or given out, please tell us why. Thank you!',
      client: SAY_SO_EN,
    },
  },
};

/** Those who look on the seller's behalf and may be told where it usually lies. */
const TOLD_WHERE: ReadonlySet<Addressee> = new Set(['own-records', 'warehouse', 'factory', 'client']);

/**
 * One message to one addressee, to be pasted into a chat: what is needed of which orders (their numbers one a line), what
 * must be legible, by when. It asks for what there is and never says what the answer should be.
 *
 * @param by until when, as text in that language (the formatters' `deadline`); left out where no clock runs.
 * @returns lines parted by `\n`; empty where nothing is needed.
 */
export function askMessage(need: AskNeed, language: Language, by?: string): string {
  if (need.needs.length === 0) return '';
  const tongue = language === 'en' ? 'en' : 'zh';
  const words = WORDS[tongue];
  const blocks = groupsOf(need).map(({ orderNumbers, aboutOrders, needs }) => {
    const what = needs.map(({ title, whereFound }, place) => {
      const where = TOLD_WHERE.has(need.addressee) ? whereFound[tongue].trim() : '';
      return `${place + 1}. ${title[tongue]}${where === '' ? '' : fill(words.where, { where })}`;
    });
    if (orderNumbers.length === 0)
      return [words.case, ...what, ...(aboutOrders.length === 0 ? [] : [words.about, ...aboutOrders])];
    const head = orderNumbers.length === 1 ? words.ordersOne : words.orders;
    return [fill(head, { count: String(orderNumbers.length) }), ...what, words.numbers, ...orderNumbers];
  });
  const until = by === undefined || by.trim() === '' ? [] : [fill(words.by, { by: by.trim() })];
  const last = [words.legible, ...until, words.honest[need.addressee]];
  const itemNumber = need.itemNumber?.trim() ?? '';
  const item =
    itemNumber === '' || !TOLD_WHERE.has(need.addressee) ? [] : [[fill(words.item, { item: itemNumber })]];
  const greeting =
    need.addressee === 'warehouse' && need.needs.some(({ ofReturn }) => ofReturn)
      ? words.returned
      : words.greeting[need.addressee];
  return [[greeting], ...item, ...blocks, last].map((lines) => lines.join('\n')).join('\n\n');
}

/** The message in both languages; see `askMessage`. */
export function askMessages(need: AskNeed, by?: Bilingual): Bilingual {
  return { zh: askMessage(need, 'zh-CN', by?.zh), en: askMessage(need, 'en', by?.en) };
}

interface Group {
  readonly orderNumbers: readonly string[];
  readonly aboutOrders: readonly string[];
  readonly needs: AskNeed['needs'][number][];
}

/** What is needed of the very same orders is said together, so that forty numbers are not listed twice. */
function groupsOf(need: AskNeed): Group[] {
  const groups = new Map<string, Group>();
  for (const each of need.needs) {
    const orderNumbers = [...new Set(each.orderNumbers)];
    const aboutOrders = [...new Set(each.aboutOrders ?? [])];
    const key = JSON.stringify([orderNumbers.toSorted(), aboutOrders.toSorted()]);
    const group = groups.get(key) ?? { orderNumbers, aboutOrders, needs: [] };
    const isSaid = group.needs.some(
      ({ title, whereFound }) => title.zh === each.title.zh && whereFound.zh === each.whereFound.zh,
    );
    if (!isSaid) group.needs.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Fills blanks without reading what is filled in: a title may hold braces or dollar signs. */
function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
}
