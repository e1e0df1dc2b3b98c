import { expect } from 'vitest';
import type { Language } from '../../shared/i18n/index.ts';
import { checkedByManifest, readMaterial, sha256 } from '../helpers/packet-folder.ts';
import { squeeze } from '../helpers/pdf.ts';
import { BUYER, chatLog, ORDERS, pdfFile, screenshot } from './inputs.ts';

/** What its parts are called, as they lie in the folder. */
const NAMES = {
  'zh-CN': {
    archive: '存档/存档.pdf',
    list: '存档/材料目录.csv',
    kit: '上传包/',
    fields: '上传包/00_填写内容/',
    order: (number: string) => `_订单${number}/`,
    exhibit: (number: number) => `证据${number}`,
    stamp: (number: number) => `证据${number}·第1页/共1页`,
    unpublished: '我们的资料里没有公布',
  },
  en: {
    archive: 'archive/archive.pdf',
    list: 'archive/exhibits.csv',
    kit: 'upload-kit/',
    fields: 'upload-kit/00_form fields/',
    order: (number: string) => `_order ${number}/`,
    exhibit: (number: number) => `Exhibit ${number}`,
    stamp: (number: number) => `Exhibit${number}·page1of1`,
    unpublished: 'not published in our sources',
  },
} as const;

/** Of whom the order export tells more than the form asks for. */
const NOBODYS_BUSINESS = [BUYER, 'M. Orlov', 'Lenina', 'hahaha', 'anna.k', 'Polna', '8012345678901004'];

interface Written {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly facts: readonly string[];
  /** What the scene asks for, in the order of the form, each with the file that was ticked for it. */
  readonly vouchers: readonly (readonly [requirement: string, fileName: string])[];
  /** A text that was taken in as evidence. */
  readonly textEvidence: string;
}

/** Reads the folder of the report back, with nothing but what npm carries: all that was written and handed in, and no more. */
export async function expectWholeReport(folder: string, language: Language, written: Written): Promise<void> {
  const names = NAMES[language];
  const { title, sentences, facts, vouchers, textEvidence } = written;
  const material = await readMaterial(folder);

  // The archive: each sentence with what shows it, each exhibit under its label.
  for (const each of [title, ...sentences, ...facts, textEvidence])
    expect(material.pdf, each).toContain(squeeze(each));
  for (const [place, sentence] of sentences.entries()) {
    const [before, after] = language === 'en' ? ['[', ']'] : ['〔', '〕'];
    expect(material.pdf).toContain(squeeze(`${sentence}${before}${citedBy(place, names.exhibit)}${after}`));
  }
  for (const number of [1, 2, 3, 4]) expect(material.pdf).toContain(names.stamp(number));
  const list = material.textOf.get(names.list) ?? '';
  expect(list.split('\r\n').map((row) => row.split(',')[0])).toEqual([
    expect.any(String),
    ...[1, 2, 3, 4].map(names.exhibit),
    '',
  ]);

  // The hashes: of the archive's own files, and of every exhibit in its list.
  const checked = checkedByManifest(material);
  expect([...checked]).toEqual([
    [names.archive, true],
    [names.list, true],
  ]);
  const came = new Map([
    ['orders.png', (await screenshot('orders.png')).buffer],
    ['chat.txt', chatLog().buffer],
    ['history.pdf', pdfFile('history.pdf').buffer],
  ]);
  for (const bytes of came.values()) {
    expect(list).toContain(sha256(bytes));
    expect(material.pdf).toContain(sha256(bytes));
  }

  // The kit: for every order and voucher the file as it came, numbered, not stamped.
  for (const number of ORDERS) {
    const own = material.paths.filter(
      (path) => path.startsWith(names.kit) && path.includes(names.order(number)),
    );
    expect(own.map((path) => path.split('/').slice(2).join('/')).sort()).toEqual([
      ...vouchers.map(([requirement, fileName], slot) => `0${slot + 1}_${requirement}/001_${fileName}`),
      expect.stringMatching(/^04_.+\/001_/),
    ]);
    for (const [, fileName] of vouchers) {
      const path = own.find((each) => each.endsWith(`/001_${fileName}`)) ?? '';
      expect(material.sha256Of.get(path), path).toBe(sha256(came.get(fileName) ?? Buffer.alloc(0)));
    }
  }
  const copied = [...material.textOf].filter(([path]) => path.startsWith(names.fields));
  const [, overview = ''] = copied.find(([path]) => /\/00_/.test(path.slice(names.fields.length - 1))) ?? [];
  // In the order in which they were picked.
  expect(copied.map(([, text]) => text.split('\n').sort().join())).toContain(ORDERS.join());
  for (const sentence of sentences) {
    expect(copied.filter(([, text]) => text.includes(sentence)).length).toBe(2);
    expect(overview).toContain(sentence);
  }
  // No source gives the form's limits: that is said, none is made up.
  expect(overview).toContain(names.unpublished);

  for (const each of NOBODYS_BUSINESS) expect(material.names(each), each).toBe(false);
  for (const path of material.paths) expect(path).not.toMatch(/broken\.png|receipt/);
}

/** Which exhibits the sentence at a place cites: the first fact is shown by the screenshot, the second by the chat. */
function citedBy(place: number, exhibit: (number: number) => string): string {
  return exhibit(place === 0 ? 1 : 2);
}
