import { describe, expect, it } from 'vitest';
import { bareJpeg } from '../../../main/documents/bare-jpeg.ts';

const START = [0xff, 0xd8];
const END = [0xff, 0xd9];
const segment = (marker: number, body: readonly number[]) => [0xff, marker, 0, body.length + 2, ...body];
const words = (text: string) => [...Buffer.from(text, 'latin1')];

const place = segment(0xe1, words('Exif 31.2N 121.4E'));
const tables = [...segment(0xdb, [0, 1, 2]), ...segment(0xc2, [8, 0, 1, 0, 1])];
// A stuffed zero, a restart and a filled marker are part of what a scan may hold.
const scan = (byte: number) => [...segment(0xda, [1, 0]), byte, 0xff, 0x00, byte, 0xff, 0xd3, byte];
const bare = (...parts: readonly number[][]) => [...bareJpeg(Uint8Array.from(parts.flat()))];

describe('where a photo was taken does not travel in the archive', () => {
  it('is left out of the head of the picture', () => {
    expect(bare(START, place, tables, scan(7), END)).toEqual([START, tables, scan(7), END].flat());
  });

  it('is not carried on by what a phone hangs behind the end: a second picture, a film', () => {
    const second = [START, place, tables, scan(9), END].flat();
    const film = words('....ftypmp42 +31.2+121.4/');
    expect(bare(START, tables, scan(7), END, second, film)).toEqual([START, tables, scan(7), END].flat());
  });

  it('is left out between two scans', () => {
    const table = segment(0xc4, [0, 1, 2]);
    expect(bare(START, tables, scan(7), place, table, segment(0xfe, words('home')), scan(8), END)).toEqual(
      [START, tables, scan(7), table, scan(8), END].flat(),
    );
  });
});

describe('the picture itself stays as it is', () => {
  it('keeps all the scans of a progressive one', () => {
    const whole = [START, tables, scan(1), segment(0xc4, [0, 1]), scan(2), [0xff], scan(3), END].flat();
    expect(bare(whole)).toEqual(whole);
  });

  it.each([
    ['in its data', scan(7)],
    ['at a marker', [...scan(7), 0xff]],
    ['in a segment', [...scan(7), 0xff, 0xc4, 0]],
    ['before the end of a segment', [...scan(7), 0xff, 0xc4, 0, 40, 1]],
  ])('keeps all there is of one cut short %s', (_where, rest) => {
    expect(bare(START, tables, rest)).toEqual([START, tables, rest].flat());
  });
});
