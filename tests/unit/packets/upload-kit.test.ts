import { describe, expect, test } from 'vitest';
import {
  planOriginals,
  planUploadKit,
  UNKNOWN_LIMITS,
  type UploadKitInput,
} from '../../../shared/packets/index.ts';

const file = (name: string, bytes = 10, mediaType = 'image/png') => ({
  name,
  bytes,
  mediaType,
  sha256: 'ab'.repeat(32),
  exhibit: '证据1',
});

function kit(change: Partial<UploadKitInput> = {}): UploadKitInput {
  return {
    language: 'zh-CN',
    nameStyle: 'utf8',
    groups: [
      {
        orderNumber: '8012345678901234',
        slots: [
          { slotId: 'chat', title: '聊天记录', files: [file('b.png'), file('..\\b.png')], limits: null },
          { slotId: 'waybill', title: '底单', files: [file('b.png')], limits: null },
        ],
      },
      {
        orderNumber: null,
        slots: [{ slotId: 'other', title: '其他', files: [file('a.pdf')], limits: null }],
      },
    ],
    fields: [{ fieldId: 'reason', title: '举报说明', text: '买家恶意下单。', limit: null }],
    limits: UNKNOWN_LIMITS,
    ...change,
  };
}

describe('the upload kit', () => {
  test('has a folder for each order and slot with files numbered in filing order', () => {
    expect(planUploadKit(kit()).entries.map((entry) => entry.path)).toEqual([
      '00_填写内容/00_填写说明.txt',
      '00_填写内容/01_举报说明.txt',
      '01_订单8012345678901234/01_聊天记录/001_b.png',
      '01_订单8012345678901234/01_聊天记录/002__b.png',
      '01_订单8012345678901234/02_底单/001_b.png',
      '02_整案/01_其他/001_a.pdf',
    ]);
  });

  test('gives every number the width of the last, so that a hundred orders sort as they are to be filed', () => {
    const groups = Array.from({ length: 101 }, (_, index) => ({
      orderNumber: String(8_000_000_000_000_000 + index),
      slots: [{ slotId: 'chat', title: '聊天记录', files: [file('a.png')], limits: null }],
    }));
    const paths = planUploadKit(kit({ groups }))
      .entries.map(({ path }) => path)
      .slice(2);
    expect(paths[0]).toMatch(/^001_/);
    expect(paths[100]).toMatch(/^101_/);
    expect(paths.toSorted()).toEqual(paths);
  });

  test('does so for files and originals from the thousandth on', () => {
    const files = Array.from({ length: 1001 }, () => file('a.png'));
    const slots = [{ slotId: 'chat', title: '聊天记录', files, limits: null }];
    const paths = planUploadKit(kit({ groups: [{ orderNumber: null, slots }] }))
      .entries.map(({ path }) => path)
      .slice(2);
    const originals = planOriginals(files, 'utf8').map(({ path }) => path);
    expect(paths.toSorted()).toEqual(paths);
    expect(originals[0]).toMatch(/^0001_/);
    expect(originals.toSorted()).toEqual(originals);
  });

  test('holds the text of a field alone in its file, ready to copy', () => {
    const entry = planUploadKit(kit()).entries[1];
    expect(entry?.source).toEqual({ kind: 'text', text: '买家恶意下单。' });
  });

  test('says a limit that our sources do not give is not published', () => {
    const { entries, findings } = planUploadKit(kit());
    const overview = entries[0]?.source;
    expect(overview?.kind === 'text' && overview.text).toContain('字数：7　上限：我们的资料里没有公布');
    expect(findings.every((finding) => finding.code === 'limit-unknown')).toBe(true);
    expect(findings.map((finding) => finding.limit).sort()).toEqual([
      'bytesEach',
      'bytesTotal',
      'characters',
      'count',
      'types',
    ]);
  });

  test('writes ASCII names where asked', () => {
    for (const { path } of planUploadKit(kit({ nameStyle: 'ascii' })).entries)
      expect(path).toMatch(/^[ -~]+$/);
  });

  const limits = {
    types: { value: ['image/png'], source: 'X-1' },
    bytesEach: { value: 10, source: 'X-2' },
    bytesTotal: { value: 40, source: 'X-3' },
    count: { value: 4, source: 'X-4' },
  };
  const field = (text: string) => [{ fieldId: 'f', title: '说明', text, limit: { value: 5, source: 'X-5' } }];

  test('at every limit nothing is found', () => {
    expect(planUploadKit(kit({ limits, fields: field('12345') })).findings).toEqual([]);
  });

  test('over a limit each breach names its source', () => {
    const groups = [
      {
        orderNumber: '1',
        slots: [
          {
            slotId: 's',
            title: '凭证',
            files: [file('a', 11), file('b', 10, 'image/bmp'), file('c'), file('d'), file('e')],
            limits: null,
          },
        ],
      },
    ];
    const { findings, entries } = planUploadKit(kit({ groups, limits, fields: field('一二三四\r\n五') }));
    expect(
      findings.map((finding) => finding.code === 'limit-broken' && [finding.limit, finding.source]),
    ).toEqual([
      ['bytesEach', 'X-2'],
      ['types', 'X-1'],
      ['bytesTotal', 'X-3'],
      ['count', 'X-4'],
      ['characters', 'X-5'],
    ]);
    expect(entries.filter((entry) => entry.source.kind === 'blob')).toHaveLength(5);
  });

  test('measures one slot by its own limits', () => {
    const own = { ...UNKNOWN_LIMITS, count: { value: 1, source: 'X-9' } };
    const groups = [
      {
        orderNumber: '1',
        slots: [{ slotId: 's', title: '凭证', files: [file('a'), file('b')], limits: own }],
      },
    ];
    expect(planUploadKit(kit({ groups })).findings[0]).toMatchObject({
      place: '凭证',
      source: 'X-9',
      found: 2,
    });
  });
});

test('untouched originals keep their names behind number and exhibit', () => {
  const files = [{ exhibit: '证据1', name: '../聊天.png', sha256: 'ab'.repeat(32) }];
  expect(planOriginals(files, 'utf8')[0]).toMatchObject({
    path: '001_证据1__聊天.png',
    note: { originalName: '../聊天.png', renamed: true },
  });
});
