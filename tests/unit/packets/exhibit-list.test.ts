import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  archiveLabels,
  citationText,
  csvCell,
  exhibitLabel,
  exhibitListCsv,
  fillLabel,
  formatBytes,
} from '../../../shared/packets/index.ts';

describe('the CSV list of exhibits', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('never lets %j run as a formula', (text) => {
    expect(parse(csvCell(text), { relax_column_count: true })[0]?.[0]).toBe(`'${text}`);
  });

  test.each(['8012345678901234', '1234567890e12345'])('keeps every digit of %s', (text) => {
    expect(csvCell(text)).toBe(`'${text}`);
  });

  test('has a byte order mark, CR LF, and reads back cell for cell', () => {
    const exhibit = {
      label: '证据1',
      description: '聊天 "截图", 第一张',
      shows: '第一行\n第二行',
      orders: ['8012345678901234', '8012345678901235'],
      fileName: '=cmd.png',
      mediaType: 'image/png',
      bytes: 12,
      sha256: 'ab'.repeat(32),
      placement: { kind: 'listed', reason: 'unsupported' },
    } as const;
    const text = exhibitListCsv(archiveLabels('zh-CN'), [exhibit]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const [head, row]: string[][] = parse(text, { bom: true });
    expect(head?.[0]).toBe('编号');
    expect(row).toEqual([
      '证据1',
      '聊天 "截图", 第一张',
      '第一行\n第二行',
      '8012345678901234 8012345678901235',
      "'=cmd.png",
      'image/png',
      '12',
      'ab'.repeat(32),
    ]);
  });
});

describe('exhibit numbers', () => {
  test('follow the place, as numbers or letters', () => {
    expect(exhibitLabel(1, 'number', 'zh-CN')).toBe('证据1');
    expect(exhibitLabel(12, 'number', 'en')).toBe('Exhibit 12');
    expect([1, 26, 27, 52, 703].map((place) => exhibitLabel(place, 'letter', 'en'))).toEqual([
      'Exhibit A',
      'Exhibit Z',
      'Exhibit AA',
      'Exhibit AZ',
      'Exhibit AAA',
    ]);
  });

  test('stand in citations with or without a page', () => {
    expect(citationText(archiveLabels('zh-CN'), '证据2', 1)).toBe('证据2 第1页');
    expect(citationText(archiveLabels('en'), 'Exhibit 2', null)).toBe('Exhibit 2');
  });

  test('every label exists in both languages and keeps its blanks', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const [chinese, english] = [archiveLabels('zh-CN'), archiveLabels('en')];
    for (const key of Object.keys(chinese) as (keyof typeof chinese)[]) {
      expect(blanks(english[key]), key).toEqual(blanks(chinese[key]));
    }
    expect(fillLabel('{a} {constructor}', { a: 1 })).toBe('1 {constructor}');
  });

  test('sizes are exact to the byte', () => {
    expect([0, 999, 1000, 1234567].map(formatBytes)).toEqual(['0 B', '999 B', '1,000 B', '1,234,567 B']);
  });
});
