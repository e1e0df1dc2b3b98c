import { describe, expect, it } from 'vitest';
import { arrangementName, placeWindow, type Bounds } from '../../../main/hosts/electron/bounds.ts';

const screen = (x: number, y: number, width: number, height: number, scaleFactor = 1) => ({
  bounds: { x, y, width, height },
  workArea: { x, y, width, height: height - 40 },
  scaleFactor,
});
const LAPTOP = screen(0, 0, 1440, 900);
const DESK = screen(1440, -200, 2560, 1440);

describe('a window at its first start', () => {
  it.each([
    ['a large display', DESK, { x: 2040, y: 50, width: 1360, height: 900 }],
    [
      'a display that is smaller than the window would be',
      screen(0, 0, 1280, 720),
      { x: 0, y: 0, width: 1280, height: 680 },
    ],
  ])('stands in the middle of %s', (_name, display, expected) => {
    expect(placeWindow(null, [display])).toEqual(expected);
  });
});

describe('a window that was somewhere', () => {
  it.each<[string, Bounds]>([
    ['well inside', { x: 100, y: 80, width: 1000, height: 700 }],
    ['across two displays', { x: 1000, y: 10, width: 1300, height: 800 }],
    [
      'with its right half out of sight, where it can still be gripped',
      { x: 1000, y: 100, width: 900, height: 700 },
    ],
  ])('%s stays there', (_name, saved) => {
    const displays = saved.x + saved.width > 1900 ? [LAPTOP, DESK] : [LAPTOP];
    expect(placeWindow(saved, displays)).toEqual(saved);
  });

  it.each<[string, Bounds, Bounds]>([
    [
      'on a display that is gone',
      { x: 2000, y: 100, width: 1200, height: 800 },
      { x: 240, y: 60, width: 1200, height: 800 },
    ],
    [
      'larger than any display',
      { x: 0, y: 0, width: 3000, height: 2000 },
      { x: 0, y: 0, width: 1440, height: 860 },
    ],
    [
      'with its title above the screen',
      { x: 100, y: -300, width: 1000, height: 700 },
      { x: 100, y: 0, width: 1000, height: 700 },
    ],
    [
      'below the task bar',
      { x: 100, y: 858, width: 1000, height: 700 },
      { x: 100, y: 160, width: 1000, height: 700 },
    ],
    ['shrunk to nothing', { x: 10, y: 10, width: 1, height: 1 }, { x: 10, y: 10, width: 820, height: 560 }],
  ])('%s is pulled back into sight', (_name, saved, expected) => {
    expect(placeWindow(saved, [LAPTOP])).toEqual(expected);
  });
});

describe('an arrangement of displays', () => {
  it('is the same in whatever order the system counts them', () => {
    expect(arrangementName([LAPTOP, DESK])).toBe(arrangementName([DESK, LAPTOP]));
  });

  it('is another with another place, size, scale or number of displays', () => {
    const names = [
      [LAPTOP],
      [LAPTOP, DESK],
      [LAPTOP, screen(1440, 0, 2560, 1440)],
      [screen(0, 0, 1440, 900, 2)],
      [screen(0, 0, 1920, 1080)],
    ].map(arrangementName);
    expect(new Set(names).size).toBe(names.length);
  });
});
