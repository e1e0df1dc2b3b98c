import { describe, expect, it } from 'vitest';
import { countPicture } from '../../../main/hosts/electron/count-picture.ts';

/** The picture as rows of signs: `.` nothing, `o` the disc, `#` the sign and the ring. */
function rowsOf(count: number): string[] {
  const { pixels, size } = countPicture(count);
  expect(pixels).toHaveLength(size.width * size.height * 4);
  return Array.from({ length: size.height }, (_, y) =>
    Array.from({ length: size.width }, (_each, x) => {
      const [blue = 0, , , alpha = 0] = pixels.subarray((y * size.width + x) * 4);
      return alpha === 0 ? '.' : blue > 0xf0 ? '#' : 'o';
    }).join(''),
  );
}

describe('a number over the icon on the task bar', () => {
  it('is legible, on a disc with a ring', () => {
    const rows = rowsOf(1);
    expect(rows[0]).toMatch(/^\.+#+\.+$/);
    expect(rows[16]).toMatch(/^#+o+#{4}o+#+$/);
    const inside = rows.slice(6, 26).map((row) => row.slice(10, 22));
    expect(inside.filter((_, place) => place % 4 === 0)).toEqual([
      'oooo####oooo',
      '########oooo',
      'oooo####oooo',
      'oooo####oooo',
      '############',
    ]);
  });

  it('is another for each up to nine, and one for all above', () => {
    const pictures = Array.from({ length: 10 }, (_, place) => rowsOf(place + 1).join('\n'));
    expect(new Set(pictures).size).toBe(10);
    expect(rowsOf(250).join('\n')).toBe(pictures[9]);
  });
});
