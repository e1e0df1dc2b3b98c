/** Languages in which material is set. */
export type PacketLanguage = 'zh-CN' | 'en';

/**
 * Words that the archive prints around the user's own text.
 *
 * `{page}`, `{total}`, `{label}`, `{count}`, `{from}` and `{to}` are filled in while typesetting; every other word is
 * printed as it stands. The caller may hand over its own words (a destination with a fixed vocabulary, say).
 */
export interface ArchiveLabels {
  readonly archive: string;
  readonly platform: string;
  readonly store: string;
  readonly scenario: string;
  readonly caseNumber: string;
  readonly orderCount: string;
  readonly orderCountValue: string;
  readonly date: string;
  readonly contents: string;
  readonly statement: string;
  readonly exhibitList: string;
  readonly exhibits: string;
  readonly checklist: string;
  readonly checklistNote: string;
  readonly exhibit: string;
  readonly description: string;
  readonly shows: string;
  readonly orders: string;
  readonly pages: string;
  readonly pagesValue: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: string;
  readonly sha256: string;
  /** `{label}`, `{page}`, `{total}`: the stamp in the margin of an exhibit page. */
  readonly stamp: string;
  /** `{page}`, `{total}`: the foot of every page. */
  readonly pageOf: string;
  /** `{label}`: a citation of a whole exhibit. */
  readonly citation: string;
  /** `{label}`, `{page}`: a citation of one page of an exhibit. */
  readonly citationPage: string;
  /** `{page}`, `{total}`: which cut of a tall picture this is. */
  readonly cut: string;
  readonly cutNote: string;
  /** Says that characters without a glyph are shown as codes, e.g. [U+1F600]. */
  readonly codesNote: string;
  readonly keptAsOriginal: string;
  readonly reasonVideo: string;
  readonly reasonAudio: string;
  readonly reasonHtml: string;
  readonly reasonEncrypted: string;
  readonly reasonDamaged: string;
  readonly reasonTooLong: string;
  readonly reasonUnsupported: string;
  readonly noOrders: string;
  readonly contestedOrders: string;
  readonly unprovenOrders: string;
  /** Never an admission: says only that a voucher can no longer be had, and what was done to get it. */
  readonly unprovenNote: string;
  readonly admittedOrders: string;
  readonly voucher: string;
  readonly orderNumber: string;
}

const CHINESE: ArchiveLabels = {
  archive: '存档材料',
  platform: '平台',
  store: '店铺',
  scenario: '场景',
  caseNumber: '案件编号',
  orderCount: '涉及订单',
  orderCountValue: '{count} 笔',
  date: '定稿日期',
  contents: '目录',
  statement: '申诉说明',
  exhibitList: '材料目录',
  exhibits: '证据',
  checklist: '校验清单',
  checklistNote:
    '下面是每份原始文件的 SHA-256。拿到原始文件后重新计算，结果一字不差，说明文件从定稿起没有动过。',
  exhibit: '编号',
  description: '名称',
  shows: '说明什么',
  orders: '订单号',
  pages: '页数',
  pagesValue: '{count} 页',
  fileName: '文件名',
  mediaType: '类型',
  size: '大小',
  sha256: 'SHA-256',
  stamp: '{label} · 第{page}页 / 共{total}页',
  pageOf: '第 {page} 页 / 共 {total} 页',
  citation: '{label}',
  citationPage: '{label} 第{page}页',
  cut: '长图第 {page} 段，共 {total} 段',
  cutNote: '相邻两段有少量重叠，内容没有删减。',
  codesNote: '字体里没有的字符以编码标出，例如 [U+1F600]；原始文件未改动。',
  keptAsOriginal: '本文件不能放进 PDF 页面，按原样保存，内容没有改动。',
  reasonVideo: '视频文件',
  reasonAudio: '录音文件',
  reasonHtml: '网页文件',
  reasonEncrypted: '加了密码的文件，无法逐页放入',
  reasonDamaged: '文件损坏，无法逐页放入',
  reasonTooLong: '内容太长，没有逐页放入',
  reasonUnsupported: '这种格式无法排进页面',
  noOrders: '—',
  contestedOrders: '逐单凭证',
  unprovenOrders: '凭证已无法取得的订单',
  unprovenNote: '下列订单的凭证现在已无法取得，为取得凭证提出的要求见所列证据。',
  admittedOrders: '店铺自查确认有问题的订单',
  voucher: '凭证',
  orderNumber: '订单号',
};

const ENGLISH: ArchiveLabels = {
  archive: 'Archive',
  platform: 'Platform',
  store: 'Store',
  scenario: 'Scenario',
  caseNumber: 'Case number',
  orderCount: 'Orders',
  orderCountValue: '{count}',
  date: 'Closed on',
  contents: 'Contents',
  statement: 'Statement',
  exhibitList: 'List of exhibits',
  exhibits: 'Exhibits',
  checklist: 'Checksums',
  checklistNote:
    'The SHA-256 of every original file. Work it out again from the original: if it is the same to the last ' +
    'character, the file has not changed since this archive was closed.',
  exhibit: 'No.',
  description: 'What it is',
  shows: 'What it shows',
  orders: 'Orders',
  pages: 'Pages',
  pagesValue: '{count}',
  fileName: 'File name',
  mediaType: 'Type',
  size: 'Size',
  sha256: 'SHA-256',
  stamp: '{label} · page {page} of {total}',
  pageOf: 'Page {page} of {total}',
  citation: '{label}',
  citationPage: '{label}, page {page}',
  cut: 'Part {page} of {total} of one tall picture',
  cutNote: 'Neighbouring parts overlap a little; nothing is left out.',
  codesNote:
    'Characters that the font lacks are shown as codes, such as [U+1F600]; the original is untouched.',
  keptAsOriginal: 'This file cannot be placed on a page. It is kept as untouched original.',
  reasonVideo: 'Video file',
  reasonAudio: 'Sound recording',
  reasonHtml: 'Web page file',
  reasonEncrypted: 'Locked with a password, so its pages cannot be placed',
  reasonDamaged: 'Damaged, so its pages cannot be placed',
  reasonTooLong: 'Too long to be set page by page',
  reasonUnsupported: 'A format that cannot be set on a page',
  noOrders: '—',
  contestedOrders: 'Vouchers, order by order',
  unprovenOrders: 'Orders whose vouchers can no longer be obtained',
  unprovenNote:
    'The vouchers of these orders can no longer be obtained. What was asked to obtain them is in the exhibits listed.',
  admittedOrders: 'Orders the shop itself found to be at fault',
  voucher: 'Voucher',
  orderNumber: 'Order',
};

/** The words of an archive in one language; a caller may replace single ones. */
export function archiveLabels(language: PacketLanguage): ArchiveLabels {
  return language === 'zh-CN' ? CHINESE : ENGLISH;
}

/**
 * Fills `{name}` blanks of a label.
 *
 * @returns the text; a blank without a value stays as it is.
 */
export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (blank, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : blank,
  );
}
