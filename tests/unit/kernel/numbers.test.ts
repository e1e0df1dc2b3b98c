import { describe, expect, it } from 'vitest';
import { numberKey } from '../../../shared/kernel/index.ts';

describe('two writings of a platform’s number are one', () => {
  it.each([
    'v-77',
    ' V-77\t',
    'V - 77',
    'Ｖ－７７',
    'V–77',
    '#V-77',
    '＃V-77',
    'V-77。',
    '【V-77】',
    '"V-77"',
    '="V-77"',
    '违规编号：V-77',
    '违规编号 V-77',
    'Violation ID: V-77',
    'Case No.: V-77',
    '\u200bV-77\ufeff',
  ])('«%s»', (written) => {
    expect(numberKey(written)).toBe('v-77');
  });

  it.each(['No. 77', 'NO.77', '№ 77', '单号77', '77'])('«%s», which is all digits', (written) => {
    expect(numberKey(written)).toBe('77');
  });
});

describe('what tells one number from another stays', () => {
  it.each([
    ['V-77', 'V-78'],
    ['V-77', 'V-7.7'],
    ['NO77', '77'],
    ['V:77', 'W:77'],
    ['ID77', '77'],
    ['0077', '77'],
    ['2026-001', '2026001'],
  ])('«%s» is not «%s»', (one, other) => {
    expect(numberKey(one)).not.toBe(numberKey(other));
  });

  it.each(['', '   ', '#', '。', '违规编号：'])('«%s» is no number', (written) => {
    expect(numberKey(written)).toBe('');
  });

  it.each(['Line 1', 'Line #1', 'Line No. 1', 'line:1', '# 1', 'No. 1', '1'])(
    'reads %s as one number',
    (written) => {
      expect(numberKey(written)).toBe('1');
    },
  );

  it.each([
    ['Case #5012345678', '5012345678'],
    ['Case 5012345678', '5012345678'],
    ['Claim ID 88-A', '88-a'],
    ['TV-1', 'tv-1'],
    ['I2', 'i2'],
  ])('takes off what %s only calls it, and nothing of the number', (written, key) => {
    expect(numberKey(written)).toBe(key);
  });
});
