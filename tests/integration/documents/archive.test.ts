import { beforeAll, describe, expect, test } from 'vitest';
import { closePdf, openPdf } from '../../../main/documents/pdf-reader.ts';
import {
  createTypesetter,
  readTypesetterParts,
  type Typesetter,
} from '../../../main/documents/typst/compiler.ts';
import type { TypesetJob } from '../../../main/documents/typst/job.ts';
import { fillLabel } from '../../../shared/packets/index.ts';
import { pageTexts, squeeze } from '../../helpers/pdf.ts';
import { archiveJob, exhibit, picture, statementJob } from './samples.ts';

let typesetter: Typesetter;
beforeAll(async () => {
  typesetter = await createTypesetter(await readTypesetterParts());
});

describe.each([
  [1, 'zh-CN'],
  [5, 'en'],
  [40, 'zh-CN'],
] as const)('an archive of %i exhibits (%s)', (count, language) => {
  test('holds every sentence and label, right stamps, right contents', async () => {
    const { job, pages, sentences } = await archiveJob(count, language);
    const { labels, exhibits } = job.data;
    const texts = await pageTexts(typesetter.pdf(job).bytes);
    const all = texts.join('');
    for (const sentence of sentences) expect(all).toContain(squeeze(sentence));
    const firstPages = exhibits.map(({ label }) =>
      texts.findIndex((text) =>
        text.includes(squeeze(fillLabel(labels.stamp, { label, page: 1, total: '' })).slice(0, -1)),
      ),
    );
    exhibits.forEach(({ label, sha256 }, index) => {
      const total = pages[index] ?? 0;
      for (let page = 1; page <= total; page += 1) {
        const stamp = squeeze(fillLabel(labels.stamp, { label, page, total }));
        const found = texts.flatMap((text, place) => (text.startsWith(stamp) ? [place] : []));
        expect(found, stamp).toEqual([(firstPages[index] ?? 0) + page - 1]);
      }
      expect(all).toContain(sha256);
    });
    const last = (firstPages.at(-1) ?? 0) + (pages.at(-1) ?? 0);
    expect(texts[last]).toContain(squeeze(labels.checklist));
    texts.forEach((text, index) => {
      expect(text).toContain(squeeze(fillLabel(labels.pageOf, { page: index + 1, total: texts.length })));
    });
    const contents = texts
      .slice(
        0,
        texts.findIndex((text) => text.startsWith(squeeze(labels.statement))),
      )
      .join('');
    exhibits.forEach(({ label, description }, index) => {
      const entry = new RegExp(`${squeeze(label + description)}\\.*${(firstPages[index] ?? 0) + 1}(?!\\d)`);
      expect(contents).toMatch(entry);
    });
  });
});

test('the PDF is tagged, has language, title and outline, and the freeze instant as its only dates', async () => {
  const { job } = await archiveJob(3);
  const pdf = typesetter.pdf(job).bytes;
  const document = await openPdf(pdf);
  try {
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({
      Title: '买家一次下单十二件后全部退款',
      Language: 'zh-CN',
      CreationDate: 'D:20261123030405Z',
      ModDate: 'D:20261123030405Z',
    });
    const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
    expect(marks.get('Marked')).toBe(true);
    const outline = await document.getOutline();
    expect(outline.map((entry) => squeeze(entry.title))).toEqual([
      '申诉说明',
      '材料目录',
      '证据1材料1',
      '证据2材料2',
      '证据3材料3',
      '校验清单',
    ]);
  } finally {
    await closePdf(document);
  }
});

test('its pages are counted as whoever reads it counts them, whatever its length', async () => {
  for (const count of [1, 20]) {
    const { job } = await archiveJob(count);
    const { bytes, pages } = typesetter.pdf(job);
    expect(pages).toBe((await pageTexts(bytes)).length);
  }
  const { bytes, pages } = typesetter.pdf(statementJob(['买家要求退款。'.repeat(2_000)]));
  expect(pages).toBeGreaterThan(2);
  expect(pages).toBe((await pageTexts(bytes)).length);
});

test('a PDF is placed page by page, and a picture of three pixels does not break the page', async () => {
  const { job } = await archiveJob(1);
  const inner = typesetter.pdf(
    statementJob(Array.from({ length: 60 }, (_, line) => `内页第${line}行。`.repeat(8))),
  ).bytes;
  const innerPages = (await pageTexts(inner)).length;
  expect(innerPages).toBeGreaterThan(1);
  const tiny = await picture(3, 2).png().toBuffer();
  const placed = {
    ...job,
    files: { '/files/a': inner, '/files/b': tiny },
    data: {
      ...job.data,
      exhibits: [
        exhibit(1, { kind: 'pdf', path: '/files/a', pages: innerPages }),
        exhibit(2, { kind: 'image', path: '/files/b', width: 3, height: 2, cuts: [{ from: 0, to: 2 }] }),
      ],
    },
  } satisfies TypesetJob;
  const texts = await pageTexts(typesetter.pdf(placed).bytes);
  for (let page = 1; page <= innerPages; page += 1) {
    expect(
      texts.some((text) => text.startsWith(`证据1·第${page}页/共${innerPages}页`) && text.includes('内页第')),
    ).toBe(true);
  }
  expect(texts.some((text) => text.startsWith('证据2·第1页/共1页'))).toBe(true);
});

test('a long text exhibit runs over pages with its stamp counted', async () => {
  const { job } = await archiveJob(1);
  const lines = Array.from({ length: 400 }, (_, line) => `第${line}句聊天`);
  const data = { ...job.data, exhibits: [exhibit(1, { kind: 'text', lines })] };
  const texts = await pageTexts(typesetter.pdf({ ...job, data, files: {} }).bytes);
  const stamped = texts.filter((text) => /^证据1·第\d+页/.test(text));
  expect(stamped.length).toBeGreaterThan(3);
  stamped.forEach((text, index) => {
    expect(text.startsWith(`证据1·第${index + 1}页/共${stamped.length}页`)).toBe(true);
  });
  for (const line of lines) expect(stamped.join('')).toContain(line);
});

test('a slip as long as a page leaves the picture its room', async () => {
  const { job } = await archiveJob(1);
  const size = { width: 600, height: 900 };
  const shows = '这张截图说明买家当天的原话。'.repeat(400);
  const exhibits = [
    exhibit(1, { kind: 'image', path: '/files/1', ...size, cuts: [{ from: 0, to: 900 }] }, 'zh-CN', {
      shows,
    }),
  ];
  const files = { '/files/1': await picture(600, 900).png().toBuffer() };
  const texts = await pageTexts(typesetter.pdf({ ...job, files, data: { ...job.data, exhibits } }).bytes);
  expect(squeeze(texts.join(''))).toContain(shows.slice(0, 2000).slice(-28));
  // Two full pages of words, then the picture on a page of its own.
  const last = texts.find((text) => text.startsWith('证据1·第3页/共3页')) ?? '';
  expect(last.length).toBeLessThan(40);
});

test('a file the engine cannot read is named', async () => {
  const { job } = await archiveJob(1);
  const files = { '/files/x': new TextEncoder().encode('%PDF-1.7 rubbish') };
  const exhibits = [
    exhibit(1, { kind: 'pdf', path: '/files/x', pages: 2 }, 'zh-CN', { fileName: '底单.pdf' }),
  ];
  expect(() => typesetter.pdf({ ...job, files, data: { ...job.data, exhibits } })).toThrow(
    expect.objectContaining({
      code: 'INVALID_FILE',
      params: expect.objectContaining({ fileName: '底单.pdf', exhibit: 0 }),
    }),
  );
});
