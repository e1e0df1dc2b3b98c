import { describe, expect, it } from 'vitest';
import { tellsBuyer } from '../../../shared/shipping/index.ts';

describe('a buyer’s name', () => {
  it.each(['周某某', 'J. Smith', 'tb_882301'])('%s tells one buyer from others', (name) => {
    expect(tellsBuyer(name)).toBe(true);
  });

  it.each(['', '  ', '张**', '张＊', 'j***h', '匿名买家'])('%s tells nobody from anybody', (name) => {
    expect(tellsBuyer(name)).toBe(false);
  });
});
