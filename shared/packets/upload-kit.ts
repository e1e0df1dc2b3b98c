import {
  checkFieldLimit,
  checkFileLimits,
  countCharacters,
  type FileLimits,
  type LimitFinding,
  type MeasuredFile,
  type SourcedLimit,
} from './form-limits.ts';
import { fillLabel, type PacketLanguage } from './labels.ts';
import { numbered } from './numbered.ts';
import { safeFileName, type NameStyle } from './safe-name.ts';

/** A file of the case as it goes into a voucher slot: unstamped, byte for byte. */
export interface KitFile extends MeasuredFile {
  readonly sha256: string;
  /** The exhibit's number in the archive, so that both can be read side by side. */
  readonly exhibit: string;
}

/** A voucher slot (凭证) of the form, in filing order. */
export interface KitSlot {
  readonly slotId: string;
  readonly title: string;
  readonly files: readonly KitFile[];
  /** Null where the form's own limits are all there is. */
  readonly limits: FileLimits | null;
}

/** The slots of one order, or of the case as a whole (`orderNumber` null). */
export interface KitGroup {
  readonly orderNumber: string | null;
  readonly slots: readonly KitSlot[];
}

/** A field of the form with its text ready to copy. */
export interface KitField {
  readonly fieldId: string;
  readonly title: string;
  readonly text: string;
  readonly limit: SourcedLimit<number> | null;
}

/** What a kit is planned from; groups, slots and fields in filing order. */
export interface UploadKitInput {
  readonly language: PacketLanguage;
  readonly nameStyle: NameStyle;
  readonly groups: readonly KitGroup[];
  readonly fields: readonly KitField[];
  /** Limits of the form as a whole. */
  readonly limits: FileLimits;
}

/** Where an entry's bytes come from. */
export type EntrySource =
  { readonly kind: 'blob'; readonly sha256: string } | { readonly kind: 'text'; readonly text: string };

/** One file to write. `path` uses `/` and stays inside the kit's folder; `originalName` is null for texts of ours. */
export interface KitEntry {
  readonly path: string;
  readonly source: EntrySource;
  readonly note: {
    readonly originalName: string | null;
    readonly exhibit: string | null;
    readonly renamed: boolean;
  };
}

/** The kit as it is to be written, the overview first. */
export interface UploadKitPlan {
  readonly entries: readonly KitEntry[];
  /** Broken limits first, then the unknown ones; nothing is dropped or cut to fit. */
  readonly findings: readonly LimitFinding[];
}

const WORDS = {
  'zh-CN': {
    wholeCase: '整案',
    order: '订单{number}',
    fields: '填写内容',
    overview: '填写说明',
    fieldHead: '{place}. {title}',
    count: '字数：{count}　上限：{limit}',
    unpublished: '我们的资料里没有公布',
    over: '　超出上限',
    source: '（依据 {source}）',
    files: '要上传的文件，按这个顺序传',
    empty: '（还没有写）',
  },
  en: {
    wholeCase: 'whole case',
    order: 'order {number}',
    fields: 'form fields',
    overview: 'how to fill in the form',
    fieldHead: '{place}. {title}',
    count: 'Characters: {count}. Limit: {limit}',
    unpublished: 'not published in our sources',
    over: '. Over the limit',
    source: ' (source {source})',
    files: 'Files to upload, in this order',
    empty: '(nothing written yet)',
  },
} as const;

/** Words of folders where only ASCII names are wanted, whatever the language. */
const ASCII_FOLDERS = {
  wholeCase: 'case',
  order: 'order-{number}',
  fields: 'fields',
  overview: 'overview',
} as const;

/**
 * Plans the upload kit (上传包): a folder for each order, in it one for each voucher slot, in it the files numbered in
 * filing order; the text of each form field in a file of its own, ready to copy; and an overview.
 *
 * Files keep their bytes. Names are made safe for every system and begin with their number, so they are unique and sort
 * as they are to be filed. What breaks a known limit is a finding that names its source; what is not known is said to
 * be not known.
 */
export function planUploadKit(input: UploadKitInput): UploadKitPlan {
  const words = WORDS[input.language];
  const folders = input.nameStyle === 'ascii' ? ASCII_FOLDERS : words;
  const safe = (name: string) => safeFileName(name, { style: input.nameStyle });
  const findings: LimitFinding[] = [];
  const files: KitEntry[] = [];
  const everything: MeasuredFile[] = [];

  input.groups.forEach((group, groupIndex) => {
    const groupTitle =
      group.orderNumber === null
        ? folders.wholeCase
        : fillLabel(folders.order, { number: group.orderNumber });
    const groupFolder = safe(`${numbered(groupIndex, input.groups.length, 2)}_${groupTitle}`);
    group.slots.forEach((slot, slotIndex) => {
      const title = input.nameStyle === 'ascii' ? slot.slotId : slot.title;
      const folder = `${groupFolder}/${safe(`${numbered(slotIndex, group.slots.length, 2)}_${title}`)}`;
      slot.files.forEach((file, fileIndex) => {
        everything.push(file);
        files.push(fileEntry(folder, file, numbered(fileIndex, slot.files.length, 3), input.nameStyle));
      });
      if (slot.limits) findings.push(...checkFileLimits(slot.title, slot.files, slot.limits));
    });
  });
  findings.push(...checkFileLimits('', everything, input.limits));
  for (const field of input.fields) findings.push(...checkFieldLimit(field.title, field.text, field.limit));

  const fieldsFolder = safe(`00_${folders.fields}`);
  const texts = input.fields.map((field, index) => {
    const title = input.nameStyle === 'ascii' ? field.fieldId : field.title;
    return textEntry(
      `${fieldsFolder}/${safe(`${numbered(index, input.fields.length, 2)}_${title}.txt`)}`,
      field.text,
    );
  });
  const overview = textEntry(
    `${fieldsFolder}/${safe(`00_${folders.overview}.txt`)}`,
    overviewText(input, files),
  );
  return {
    entries: [overview, ...texts, ...files],
    findings: [
      ...findings.filter((finding) => finding.code === 'limit-broken'),
      ...findings.filter((finding) => finding.code === 'limit-unknown'),
    ],
  };
}

function fileEntry(folder: string, file: KitFile, number: string, style: NameStyle): KitEntry {
  const kept = safeFileName(file.name, { style, maxBytes: 116 });
  return {
    path: `${folder}/${number}_${kept}`,
    source: { kind: 'blob', sha256: file.sha256 },
    note: { originalName: file.name, exhibit: file.exhibit, renamed: kept !== file.name },
  };
}

function textEntry(path: string, text: string): KitEntry {
  return {
    path,
    source: { kind: 'text', text },
    note: { originalName: null, exhibit: null, renamed: false },
  };
}

function overviewText(input: UploadKitInput, files: readonly KitEntry[]): string {
  const words = WORDS[input.language];
  const fields = input.fields.flatMap((field, index) => {
    const count = countCharacters(field.text);
    const limit = field.limit
      ? `${field.limit.value}${fillLabel(words.source, { source: field.limit.source })}`
      : words.unpublished;
    const over = field.limit !== null && count > field.limit.value ? words.over : '';
    return [
      fillLabel(words.fieldHead, { place: index + 1, title: field.title }),
      fillLabel(words.count, { count, limit }) + over,
      '',
      field.text === '' ? words.empty : field.text,
      '',
      '',
    ];
  });
  const list = files.map((file) => {
    const exhibit = file.note.exhibit ?? '';
    return file.note.renamed
      ? `${file.path}  ${exhibit}  ← ${oneLine(file.note.originalName ?? '')}`
      : `${file.path}  ${exhibit}`;
  });
  return [...fields, words.files, ...list, ''].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
