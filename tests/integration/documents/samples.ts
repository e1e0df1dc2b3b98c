import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  archiveLabels,
  citationText,
  exhibitLabel,
  planImageCuts,
  type ArchiveData,
  type ArchiveExhibit,
  type ExhibitPlacement,
  type PacketLanguage,
} from '../../../shared/packets/index.ts';
import type { ArchiveJob, StatementJob } from '../../../main/documents/typst/job.ts';

export const INSTANT = Date.UTC(2026, 10, 23, 3, 4, 5);

/** A picture of one colour. */
export function picture(width: number, height: number, background = '#dfe9ee') {
  return sharp({ create: { width, height, channels: 3, background } });
}

export function statementJob(texts: readonly string[], language: PacketLanguage = 'zh-CN'): StatementJob {
  return {
    template: 'statement',
    instant: INSTANT,
    files: {},
    data: {
      language,
      labels: archiveLabels(language),
      heading: archiveLabels(language).statement,
      title: language === 'en' ? 'Twelve items ordered and refunded' : '恶拍下单',
      sections: [
        { heading: '', paragraphs: [{ sentences: texts.map((text) => ({ text, citations: [] })) }] },
      ],
    },
  };
}

export function exhibit(
  place: number,
  placement: ExhibitPlacement,
  language: PacketLanguage = 'zh-CN',
  change: Partial<ArchiveExhibit> = {},
): ArchiveExhibit {
  return {
    label: exhibitLabel(place, 'number', language),
    description: `材料${place}`,
    shows: `说明第${place}件事`,
    orders: [`80123456789${String(place).padStart(5, '0')}`],
    fileName: `文件${place}.png`,
    mediaType: 'image/png',
    bytes: 1000 + place,
    sha256: createHash('sha256').update(String(place)).digest('hex'),
    placement,
    ...change,
  };
}

/** An archive of `count` exhibits of all kinds, with one sentence citing each; and how many pages each should take. */
export async function archiveJob(
  count: number,
  language: PacketLanguage = 'zh-CN',
): Promise<{ job: ArchiveJob; pages: number[]; sentences: string[] }> {
  const labels = archiveLabels(language);
  const short = { width: 600, height: 900 };
  const tall = { width: 400, height: 3000 };
  const files: Record<string, Uint8Array> = {};
  const pages: number[] = [];
  const exhibits: ArchiveExhibit[] = [];
  for (let place = 1; place <= count; place += 1) {
    const path = `/files/${place}`;
    const kind = (['image', 'tall', 'text', 'listed'] as const)[place % 4] ?? 'image';
    const size = kind === 'tall' ? tall : short;
    const cuts = planImageCuts(size);
    if (kind === 'image' || kind === 'tall') {
      files[path] = await picture(size.width, size.height).png().toBuffer();
      exhibits.push(exhibit(place, { kind: 'image', path, ...size, cuts }, language));
      pages.push(cuts.length);
    } else if (kind === 'text') {
      const lines = Array.from({ length: 3 }, (_, line) => `[10:0${line}] 第${place}份聊天 😀`);
      exhibits.push(exhibit(place, { kind, lines }, language));
      pages.push(1);
    } else {
      exhibits.push(exhibit(place, { kind, reason: 'video' }, language));
      pages.push(1);
    }
  }
  const sentences = exhibits.map((_, index) => `第${index + 1}句:买家在2026年11月${index + 1}日要求退款。`);
  const data: ArchiveData = {
    language,
    labels,
    heading: labels.statement,
    title: '买家一次下单十二件后全部退款',
    cover: {
      platform: '某平台',
      store: '示例店',
      scenario: '恶拍下单',
      caseNumber: '2026-118',
      orderCount: count,
      date: '2026-11-23',
    },
    sections: [
      {
        heading: '发生了什么',
        paragraphs: sentences.map((text, index) => ({
          sentences: [
            {
              text,
              citations: [
                { exhibit: index, page: 1, text: citationText(labels, exhibits[index]?.label ?? '', 1) },
              ],
            },
          ],
        })),
      },
    ],
    orderTables: [],
    plan: null,
    exhibits,
  };
  return { job: { template: 'archive', instant: INSTANT, files, data }, pages, sentences };
}
