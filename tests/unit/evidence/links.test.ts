import { describe, expect, it } from 'vitest';
import { linksIn } from '../../../shared/evidence/index.ts';

describe('the links in a text', () => {
  it.each([
    ['https://img.example.com/a.png', ['https://img.example.com/a.png']],
    ['买家发的图：https://img.example.com/a.png。请看', ['https://img.example.com/a.png']],
    ['图片（https://img.example.com/a.png?x=1）和别的', ['https://img.example.com/a.png?x=1']],
    [
      'See HTTP://example.com/b, and https://example.com/c.',
      ['HTTP://example.com/b', 'https://example.com/c'],
    ],
    [
      '买家 10:02\nhttps://img.example.com/1.png\n买家 10:03\nhttps://img.example.com/2.png https://img.example.com/1.png',
      ['https://img.example.com/1.png', 'https://img.example.com/2.png'],
    ],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it.each(['WW-2026-1', '举证号 8812', 'http', 'https://', '请看 https://。', 'ftp://example.com/x'])(
    'are none in %s',
    (text) => {
      expect(linksIn(text)).toEqual([]);
    },
  );

  it('are kept only so long, and only so many', () => {
    expect(linksIn(`https://example.com/${'a'.repeat(5000)}`)[0]).toHaveLength(500);
    const page = Array.from({ length: 500 }, (_, place) => `https://example.com/${place}`).join('\n');
    expect(linksIn(page)).toHaveLength(50);
  });
});
