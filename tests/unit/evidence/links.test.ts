import { describe, expect, it } from 'vitest';
import { firstLink } from '../../../shared/evidence/index.ts';

describe('the link in a text', () => {
  it.each([
    ['https://img.example.com/a.png', 'https://img.example.com/a.png'],
    ['买家发的图：https://img.example.com/a.png。请看', 'https://img.example.com/a.png'],
    ['图片（https://img.example.com/a.png?x=1）和别的', 'https://img.example.com/a.png?x=1'],
    ['See HTTP://example.com/b, and https://example.com/c.', 'HTTP://example.com/b'],
  ])('%s', (text, link) => {
    expect(firstLink(text)).toBe(link);
  });

  it.each(['WW-2026-1', '举证号 8812', 'http', 'https://', '请看 https://。', 'ftp://example.com/x'])(
    'is none in %s',
    (text) => {
      expect(firstLink(text)).toBeNull();
    },
  );

  it('is kept only so long', () => {
    expect(firstLink(`https://example.com/${'a'.repeat(5000)}`)).toHaveLength(500);
  });
});
